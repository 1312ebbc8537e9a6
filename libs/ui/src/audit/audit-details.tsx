import type { AuditEntry } from '@nmirf/contracts/audit/audit';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../language/use-language.js';
import { useStateOf } from '../members/member-name.js';

type Details = NonNullable<AuditEntry['details']>;

const inDesk = (value: string): string => `auditValue.${value}`;

/** Values that are codes of the protocol or of a contract: where their words stand. */
const words: Readonly<Record<string, (value: string) => string>> = {
  decision: inDesk,
  use: inDesk,
  signedBy: inDesk,
  status: (value) => `memberStatus.${value}`,
  reason: (value) => `withdrawalReason.${value}`,
};

/** What an entry says beside its action, in words: what each detail is called, and its value. */
export const useAuditDetails = (): ((details: Details | undefined) => readonly (readonly [label: string, value: string])[]) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const stateOf = useStateOf();
  const valueOf = (name: string, value: string | number): string => {
    if (typeof value === 'number') return formats.number(value);
    if (name === 'node') return stateOf(value);
    if (name === 'roles') return formats.list(value.split(' ').map((role) => t(`role.${role}`)));
    const keyOf = words[name];
    return keyOf === undefined ? value : t(keyOf(value), { defaultValue: value });
  };
  return (details) =>
    Object.entries(details ?? {}).map(([name, value]) => [t(`auditDetail.${name}`, { defaultValue: name }), valueOf(name, value)]);
};

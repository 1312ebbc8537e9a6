import type { ApiClient } from '@nmirf/api-client/client';
import { LONGEST_REASON } from '@nmirf/contracts/network/proposals';
import { useApi } from '@nmirf/ui/app/api-context';
import { Dialog } from '@nmirf/ui/dialog/dialog';
import { DialogButton } from '@nmirf/ui/dialog/dialog-button';
import { ErrorSummary, type FieldError } from '@nmirf/ui/form/error-summary';
import { LongTextField } from '@nmirf/ui/form/fields';
import { Notice } from '@nmirf/ui/page/banner';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Issues {
  readonly issues: readonly { readonly path: readonly PropertyKey[] }[];
}
interface Schema<Made> {
  safeParse(form: unknown): { readonly data?: Made; readonly error?: Issues };
}

interface ProposeProperties<Made> {
  /** What the button and the dialog are called. */
  readonly label: string;
  readonly danger: boolean;
  /** What has been filled in so far; it is sent when it is what the schema says. */
  readonly form: unknown;
  readonly schema: Schema<Made>;
  readonly send: (api: ApiClient, made: Made) => Promise<void>;
  /** The fields, whose ids are `propose-` and a name of the form; each is told what is wrong with it. */
  readonly children: (errorAt: (field: string) => string | undefined) => ReactNode;
}

/** A committee member's way to propose something: it is asked for, what follows is named, and it is said in the name of its mechanism. */
export const Propose = <Made,>({ label, danger, form, schema, send, children }: ProposeProperties<Made>) => {
  const { t } = useTranslation();
  const api = useApi();
  const [told, setTold] = useState<readonly FieldError[]>([]);
  const proposal = useMutation({ mutationFn: (made: Made) => send(api, made) });
  const submit = (): void => {
    const { data, error } = schema.safeParse(form);
    const wrong = new Set(error?.issues.map(({ path }) => String(path[0])));
    setTold([...wrong].map((field) => ({ id: `propose-${field}`, text: t(`proposals.error.${field}`) })));
    if (data !== undefined) proposal.mutate(data);
  };
  if (proposal.isSuccess) return <Notice tone="good" title={t('proposals.proposed')} />;
  const dialog = (onClose: () => void) => (
    <Dialog
      title={label}
      action={t('proposals.proposeAction')}
      danger={danger}
      busy={proposal.isPending}
      error={proposal.error}
      onAction={submit}
      onClose={onClose}
    >
      <ErrorSummary errors={told} />
      {children((field) => told.find(({ id }) => id === `propose-${field}`)?.text)}
      <p>{t('proposals.means')}</p>
    </Dialog>
  );
  return <DialogButton dialog={dialog}>{label}</DialogButton>;
};

interface ReasonFieldProperties {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

/** Why, for everybody to read. */
export const ReasonField = (field: ReasonFieldProperties) => {
  const { t } = useTranslation();
  return <LongTextField id="propose-reason" label={t('proposals.proposeReason')} limit={LONGEST_REASON} {...field} />;
};

import { proposeCommittee, standingCommittee } from '@nmirf/api-client/proposals';
import type { Thresholds } from '@nmirf/contracts/network/governance';
import { committeeProposal, type StandingCommittee } from '@nmirf/contracts/network/proposals';
import { useApi } from '@nmirf/ui/app/api-context';
import { ChecksField, ChoiceField } from '@nmirf/ui/form/fields';
import { FieldGrid } from '@nmirf/ui/form/rows';
import { useFormats } from '@nmirf/ui/language/use-language';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Propose, ReasonField } from './propose.js';
import { useMemberChoices } from './propose-status.js';
import { PROPOSALS } from './proposals-query.js';

const KINDS = ['admit', 'suspend', 'revoke', 'committee'] as const satisfies readonly (keyof Thresholds)[];

interface ThresholdsFieldsProperties {
  readonly seats: number;
  readonly value: Thresholds;
  readonly onChange: (value: Thresholds) => void;
}

/** How many must agree to what: never more than there are seats. */
const ThresholdsFields = ({ seats, value, onChange }: ThresholdsFieldsProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const choices = Array.from({ length: Math.max(seats, 1) }, (_, i) => ({ value: String(i + 1), label: formats.number(i + 1) }));
  return (
    <FieldGrid>
      {KINDS.map((kind) => (
        <ChoiceField
          key={kind}
          id={`propose-needed-${kind}`}
          label={t(`proposals.neededTo.${kind}`)}
          value={String(Math.min(value[kind], choices.length))}
          choices={choices}
          onChange={(needed) => {
            onChange({ ...value, [kind]: Number(needed) });
          }}
        />
      ))}
    </FieldGrid>
  );
};

const Filled = ({ standing }: { readonly standing: StandingCommittee }) => {
  const { t } = useTranslation();
  const members = useMemberChoices().filter(({ member }) => member.status === 'active');
  const [committee, setCommittee] = useState<readonly string[]>(standing.members);
  const [needed, setNeeded] = useState(standing.thresholds);
  const [reason, setReason] = useState('');
  const thresholds = Object.fromEntries(KINDS.map((kind) => [kind, Math.min(needed[kind], Math.max(committee.length, 1))]));
  return (
    <Propose
      label={t('proposals.proposeCommittee')}
      danger
      form={{ committee, thresholds, reason }}
      schema={committeeProposal}
      send={proposeCommittee}
    >
      {(errorAt) => (
        <>
          <p>{t('proposals.committeeMeans')}</p>
          <ChecksField
            id="propose-committee"
            label={t('proposals.committee')}
            error={errorAt('committee')}
            choices={members}
            chosen={committee}
            onChange={setCommittee}
          />
          <ThresholdsFields seats={committee.length} value={needed} onChange={setNeeded} />
          <ReasonField value={reason} error={errorAt('reason')} onChange={setReason} />
        </>
      )}
    </Propose>
  );
};

/** A committee member's way to propose another committee, whole: it begins with the one there is. */
export const ProposeCommittee = () => {
  const api = useApi();
  const { data } = useQuery({ queryKey: [PROPOSALS, 'committee'], queryFn: ({ signal }) => standingCommittee(api, signal) });
  return data === undefined ? null : <Filled standing={data} />;
};

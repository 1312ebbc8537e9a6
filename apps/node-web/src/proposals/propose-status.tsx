import { proposeStatus } from '@nmirf/api-client/proposals';
import { proposedStatus, type ProposedStatus } from '@nmirf/contracts/network/member-status';
import { statusProposal } from '@nmirf/contracts/network/proposals';
import { ChoiceField } from '@nmirf/ui/form/fields';
import { useFormats } from '@nmirf/ui/language/use-language';
import { useMembers } from '@nmirf/ui/members/member-name';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Propose, ReasonField } from './propose.js';

/** Every member, by the name of its State and its id. */
export const useMemberChoices = () => {
  const formats = useFormats();
  const members = useMembers();
  return (members.data?.items ?? []).map((member) => ({
    ...{ member, value: member.id, label: `${formats.country(member.mechanism.country)} (${member.id})` },
  }));
};

/** A committee member's way to have another member suspended, active again, or revoked. */
export const ProposeStatus = () => {
  const { t } = useTranslation();
  const members = useMemberChoices();
  const [id, setId] = useState('');
  const [status, setStatus] = useState<ProposedStatus>('suspended');
  const [reason, setReason] = useState('');
  return (
    <Propose
      label={t('proposals.propose')}
      danger={status !== 'active'}
      form={{ id, status, reason }}
      schema={statusProposal}
      send={proposeStatus}
    >
      {(errorAt) => (
        <>
          <ChoiceField
            id="propose-id"
            label={t('proposals.proposeMember')}
            error={errorAt('id')}
            value={id}
            choices={[{ value: '', label: '' }, ...members]}
            onChange={setId}
          />
          <ChoiceField
            id="propose-status"
            label={t('proposals.proposeStatus')}
            value={status}
            choices={proposedStatus.options.map((value) => ({ value, label: t(`proposals.to.${value}`) }))}
            onChange={(value) => {
              setStatus(proposedStatus.parse(value));
            }}
          />
          <p>{t(`proposals.toMeans.${status}`)}</p>
          <ReasonField value={reason} error={errorAt('reason')} onChange={setReason} />
        </>
      )}
    </Propose>
  );
};

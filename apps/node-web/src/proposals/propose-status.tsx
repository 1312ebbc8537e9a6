import { listMembers } from '@nmirf/api-client/library';
import { proposeStatus } from '@nmirf/api-client/proposals';
import { proposedStatus, type ProposedStatus } from '@nmirf/contracts/network/member-status';
import { LONGEST_REASON, type StatusProposal, statusProposal } from '@nmirf/contracts/network/proposals';
import { useApi } from '@nmirf/ui/app/api-context';
import { Dialog } from '@nmirf/ui/dialog/dialog';
import { DialogButton } from '@nmirf/ui/dialog/dialog-button';
import { ErrorSummary, type FieldError } from '@nmirf/ui/form/error-summary';
import { ChoiceField, LongTextField } from '@nmirf/ui/form/fields';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { Notice } from '@nmirf/ui/page/banner';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Form {
  readonly id: string;
  readonly status: ProposedStatus;
  readonly reason: string;
}
interface FieldsProperties {
  readonly form: Form;
  readonly told: readonly FieldError[];
  readonly onChange: (form: Form) => void;
}

const errorAt = (told: readonly FieldError[], field: string): string | undefined => told.find(({ id }) => id === field)?.text;

const MemberField = ({ form, told, onChange }: FieldsProperties) => {
  const { t } = useTranslation();
  const [api, lang, formats] = [useApi(), useLanguage(), useFormats()];
  const members = useQuery({ queryKey: ['members', lang], queryFn: ({ signal }) => listMembers(api, signal) });
  return (
    <ChoiceField
      id="propose-id"
      label={t('proposals.proposeMember')}
      error={errorAt(told, 'propose-id')}
      value={form.id}
      choices={[
        { value: '', label: '' },
        ...(members.data?.items ?? []).map(({ id, mechanism }) => ({ value: id, label: `${formats.country(mechanism.country)} (${id})` })),
      ]}
      onChange={(id) => {
        onChange({ ...form, id });
      }}
    />
  );
};

const Fields = ({ form, told, onChange }: FieldsProperties) => {
  const { t } = useTranslation();
  return (
    <>
      <MemberField form={form} told={told} onChange={onChange} />
      <ChoiceField
        id="propose-status"
        label={t('proposals.proposeStatus')}
        value={form.status}
        choices={proposedStatus.options.map((value) => ({ value, label: t(`proposals.to.${value}`) }))}
        onChange={(status) => {
          onChange({ ...form, status: proposedStatus.parse(status) });
        }}
      />
      <p>{t(`proposals.toMeans.${form.status}`)}</p>
      <LongTextField
        id="propose-reason"
        label={t('proposals.proposeReason')}
        error={errorAt(told, 'propose-reason')}
        value={form.reason}
        limit={LONGEST_REASON}
        onChange={(reason) => {
          onChange({ ...form, reason });
        }}
      />
      <p>{t('proposals.means')}</p>
    </>
  );
};

/** A committee member's way to have another member suspended, active again, or revoked. */
export const ProposeStatus = () => {
  const { t } = useTranslation();
  const api = useApi();
  const [form, setForm] = useState<Form>({ id: '', status: 'suspended', reason: '' });
  const [told, setTold] = useState<readonly FieldError[]>([]);
  const proposal = useMutation({ mutationFn: (made: StatusProposal) => proposeStatus(api, made) });
  const submit = (): void => {
    const made = statusProposal.safeParse(form);
    const wrong = new Set(made.error?.issues.map(({ path }) => String(path[0])));
    const found = ['id', 'reason'].filter((field) => wrong.has(field));
    setTold(found.map((field) => ({ id: `propose-${field}`, text: t(`proposals.error.${field}`) })));
    if (made.success) proposal.mutate(made.data);
  };
  if (proposal.isSuccess) return <Notice tone="good" title={t('proposals.proposed')} />;
  const dialog = (onClose: () => void) => (
    <Dialog
      title={t('proposals.propose')}
      action={t('proposals.proposeAction')}
      danger={form.status !== 'active'}
      busy={proposal.isPending}
      error={proposal.error}
      onAction={submit}
      onClose={onClose}
    >
      <ErrorSummary errors={told} />
      <Fields form={form} told={told} onChange={setForm} />
    </Dialog>
  );
  return <DialogButton dialog={dialog}>{t('proposals.propose')}</DialogButton>;
};

import { proposeTakedown } from '@nmirf/api-client/withdrawals';
import { withdrawalReason, type WithdrawalReason } from '@nmirf/contracts/content/withdrawal';
import { useApi } from '@nmirf/ui/app/api-context';
import { Dialog } from '@nmirf/ui/dialog/dialog';
import { DialogButton } from '@nmirf/ui/dialog/dialog-button';
import { ButtonLink } from '@nmirf/ui/form/button';
import { ChoiceField } from '@nmirf/ui/form/fields';
import { Notice } from '@nmirf/ui/page/banner';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface TakedownDialogProperties {
  readonly proposal: UseMutationResult<void, Error, WithdrawalReason>;
  readonly onClose: () => void;
}

const TakedownDialog = ({ proposal, onClose }: TakedownDialogProperties) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState<WithdrawalReason>('personal-data');
  return (
    <Dialog
      title={t('takedown.title')}
      action={t('takedown.action')}
      danger
      busy={proposal.isPending}
      error={proposal.error}
      onAction={() => {
        proposal.mutate(reason);
      }}
      onClose={onClose}
    >
      <p>{t('takedown.means')}</p>
      <ChoiceField
        id="takedown-reason"
        label={t('withdrawal.reason')}
        value={reason}
        choices={withdrawalReason.options.map((value) => ({ value, label: t(`withdrawalReason.${value}`) }))}
        onChange={(value) => {
          setReason(withdrawalReason.parse(value));
        }}
      />
    </Dialog>
  );
};

/** A committee member's way to propose that content be erased everywhere. */
export const TakedownButton = ({ subject }: { readonly subject: string }) => {
  const { t } = useTranslation();
  const api = useApi();
  const proposal = useMutation({ mutationFn: (reason: WithdrawalReason) => proposeTakedown(api, { subject, reason }) });
  if (proposal.isSuccess) {
    return (
      <Notice tone="good" title={t('takedown.done')}>
        <ButtonLink to="/$lang/proposals">{t('takedown.see')}</ButtonLink>
      </Notice>
    );
  }
  return (
    <div className="no-print">
      <DialogButton kind="danger" dialog={(onClose) => <TakedownDialog proposal={proposal} onClose={onClose} />}>
        {t('takedown.open')}
      </DialogButton>
    </div>
  );
};

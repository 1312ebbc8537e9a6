import { withdrawPractice } from '@nmirf/api-client/withdrawals';
import { withdrawalReason, type WithdrawalReason } from '@nmirf/contracts/content/withdrawal';
import type { PracticeView } from '@nmirf/contracts/practices/authoring';
import { useApi } from '@nmirf/ui/app/api-context';
import { Dialog } from '@nmirf/ui/dialog/dialog';
import { DialogButton } from '@nmirf/ui/dialog/dialog-button';
import { ChoiceField } from '@nmirf/ui/form/fields';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface WithdrawProperties {
  readonly id: string;
  readonly onDone: (practice: PracticeView) => void;
}

const WithdrawDialog = ({ id, onDone, onClose }: WithdrawProperties & { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const api = useApi();
  const [reason, setReason] = useState<WithdrawalReason>('outdated');
  const [copies, setCopies] = useState('purge');
  const withdrawal = useMutation({
    mutationFn: () => withdrawPractice(api, id, { reason, purge: copies === 'purge' }),
    onSuccess: (practice) => {
      onClose();
      onDone(practice);
    },
  });
  return (
    <Dialog
      title={t('withdrawal.title')}
      action={t('withdrawal.action')}
      danger
      busy={withdrawal.isPending}
      error={withdrawal.error}
      onAction={() => {
        withdrawal.mutate();
      }}
      onClose={onClose}
    >
      <p>{t('withdrawal.means')}</p>
      <ChoiceField
        id="withdrawal-reason"
        label={t('withdrawal.reason')}
        value={reason}
        choices={withdrawalReason.options.map((value) => ({ value, label: t(`withdrawalReason.${value}`) }))}
        onChange={(value) => {
          setReason(withdrawalReason.parse(value));
        }}
      />
      <ChoiceField
        id="withdrawal-copies"
        label={t('withdrawal.copies')}
        value={copies}
        choices={['purge', 'keep'].map((value) => ({ value, label: t(`withdrawal.${value}`) }))}
        onChange={setCopies}
      />
    </Dialog>
  );
};

/** Takes a practice back; asks first, and says what follows. */
export const WithdrawButton = ({ id, onDone }: WithdrawProperties) => {
  const { t } = useTranslation();
  return (
    <DialogButton kind="danger" dialog={(onClose) => <WithdrawDialog id={id} onDone={onDone} onClose={onClose} />}>
      {t('withdrawal.open')}
    </DialogButton>
  );
};

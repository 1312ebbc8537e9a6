import { type Withdrawal, withdrawalReason, type WithdrawalReason } from '@nmirf/contracts/content/withdrawal';
import { Dialog } from '@nmirf/ui/dialog/dialog';
import { DialogButton } from '@nmirf/ui/dialog/dialog-button';
import { ChoiceField } from '@nmirf/ui/form/fields';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface WithdrawProperties<View> {
  /** What is asked and what follows, where it is no practice. */
  readonly asks?: { readonly title: string; readonly means: string };
  readonly withdraw: (withdrawal: Withdrawal) => Promise<View>;
  readonly onDone: (view: View) => void;
}

const WithdrawDialog = <View,>({ asks, withdraw, onDone, onClose }: WithdrawProperties<View> & { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState<WithdrawalReason>('outdated');
  const [copies, setCopies] = useState('purge');
  const withdrawal = useMutation({
    mutationFn: () => withdraw({ reason, purge: copies === 'purge' }),
    onSuccess: (view) => {
      onClose();
      onDone(view);
    },
  });
  return (
    <Dialog
      title={asks?.title ?? t('withdrawal.title')}
      action={t('withdrawal.action')}
      danger
      busy={withdrawal.isPending}
      error={withdrawal.error}
      onAction={() => {
        withdrawal.mutate();
      }}
      onClose={onClose}
    >
      <p>{asks?.means ?? t('withdrawal.means')}</p>
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

/** Takes back what is public; asks first, and says what follows. */
export const WithdrawButton = <View,>(properties: WithdrawProperties<View>) => {
  const { t } = useTranslation();
  return (
    <DialogButton kind="danger" dialog={(onClose) => <WithdrawDialog {...properties} onClose={onClose} />}>
      {t('withdrawal.open')}
    </DialogButton>
  );
};

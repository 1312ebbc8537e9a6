import { rotateKey } from '@nmirf/api-client/membership';
import { renewableUse, type RenewableUse } from '@nmirf/contracts/members/key-changes';
import type { NodeKey } from '@nmirf/contracts/members/own-membership';
import { useApi } from '@nmirf/ui/app/api-context';
import { Dialog } from '@nmirf/ui/dialog/dialog';
import { DialogButton } from '@nmirf/ui/dialog/dialog-button';
import { Notice } from '@nmirf/ui/page/banner';
import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

/** Which use of this key can be renewed from here: of one that is valid, lies here, and is not the recovery key. */
export const renewable = ({ use, from, to, here }: NodeKey): RenewableUse | undefined =>
  from !== undefined && to === undefined && here ? renewableUse.safeParse(use).data : undefined;

interface ReplaceKeyProperties {
  readonly use: RenewableUse;
  readonly fingerprint: string;
}
interface ReplaceDialogProperties extends ReplaceKeyProperties {
  readonly rotation: UseMutationResult<void, Error, void>;
  readonly onClose: () => void;
}

const ReplaceDialog = ({ use, fingerprint, rotation, onClose }: ReplaceDialogProperties) => {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('membership.replaceTitle')}
      action={t('membership.replace')}
      busy={rotation.isPending}
      error={rotation.error}
      onAction={() => {
        rotation.mutate();
      }}
      onClose={onClose}
    >
      <p>{t('membership.replaceMeans')}</p>
      <p>
        {t(`membership.use.${use}`)} <bdi dir="ltr">{fingerprint}</bdi>
      </p>
    </Dialog>
  );
};

/** Replaces a key, once its consequence has been read. */
export const ReplaceKey = (key: ReplaceKeyProperties) => {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const rotation = useMutation({
    mutationFn: () => rotateKey(api, key.use),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['membership'] }),
  });
  if (rotation.isSuccess) return <Notice tone="good" title={t('membership.replaced')} />;
  return (
    <div className="no-print">
      <DialogButton dialog={(onClose) => <ReplaceDialog {...key} rotation={rotation} onClose={onClose} />}>
        {t('membership.replace')}
      </DialogButton>
    </div>
  );
};

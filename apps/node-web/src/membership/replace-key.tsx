import { rotateKey } from '@nmirf/api-client/membership';
import { renewableUse, type RenewableUse } from '@nmirf/contracts/members/key-changes';
import type { NodeKey } from '@nmirf/contracts/members/own-membership';
import { useApi } from '@nmirf/ui/app/api-context';
import { Dialog } from '@nmirf/ui/dialog/dialog';
import { Button } from '@nmirf/ui/form/button';
import { Notice } from '@nmirf/ui/page/banner';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Which use of this key can be renewed from here: of one that is valid, lies here, and is not the recovery key. */
export const renewable = ({ use, from, to, here }: NodeKey): RenewableUse | undefined =>
  from !== undefined && to === undefined && here ? renewableUse.safeParse(use).data : undefined;

/** Replaces a key, once its consequence has been read. */
export const ReplaceKey = ({ use, fingerprint }: { readonly use: RenewableUse; readonly fingerprint: string }) => {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const [asks, setAsks] = useState(false);
  const rotation = useMutation({
    mutationFn: () => rotateKey(api, use),
    onSuccess: () => {
      setAsks(false);
      void queries.invalidateQueries({ queryKey: ['membership'] });
    },
  });
  if (rotation.isSuccess) return <Notice tone="good" title={t('membership.replaced')} />;
  return (
    <div className="no-print">
      <Button
        opensDialog
        onClick={() => {
          setAsks(true);
        }}
      >
        {t('membership.replace')}
      </Button>
      {asks ? (
        <Dialog
          title={t('membership.replaceTitle')}
          action={t('membership.replace')}
          busy={rotation.isPending}
          error={rotation.error}
          onAction={() => {
            rotation.mutate();
          }}
          onClose={() => {
            setAsks(false);
          }}
        >
          <p>{t('membership.replaceMeans')}</p>
          <p>
            {t(`membership.use.${use}`)} <bdi dir="ltr">{fingerprint}</bdi>
          </p>
        </Dialog>
      ) : null}
    </div>
  );
};

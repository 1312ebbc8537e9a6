import type { HubRecovery } from '@nmirf/contracts/network/health';
import { useFormats } from '@nmirf/ui/language/use-language';
import { useStateOf } from '@nmirf/ui/members/member-name';
import { Notice } from '@nmirf/ui/page/banner';
import { Facts } from '@nmirf/ui/page/facts';
import { useTranslation } from 'react-i18next';

/** A hub that takes back what it has lost: how far it is, and whom it still waits for. It takes nothing new meanwhile. */
export const RecoveryNotice = ({ since, size, target, missing }: HubRecovery) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const stateOf = useStateOf();
  return (
    <Notice tone="warning" title={t('health.recovery.title')}>
      <p>{t(size < target ? 'health.recovery.reading' : 'health.recovery.waiting')}</p>
      <Facts
        facts={[
          { term: t('health.recovery.since'), value: formats.dateTime(since) },
          { term: t('health.recovery.reached'), value: t('health.recovery.of', { size, target: Math.max(size, target) }) },
          {
            term: t('health.recovery.missing'),
            value: missing.length === 0 ? undefined : formats.list(missing.map((id) => stateOf(id))),
          },
        ]}
      />
    </Notice>
  );
};

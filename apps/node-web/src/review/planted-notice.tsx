import type { ReviewView } from '@nmirf/contracts/practices/authoring';
import { Notice } from '@nmirf/ui/page/banner';
import { useTranslation } from 'react-i18next';

/** Tells the reviewer that a name they have decided about was planted, and what they made of it. */
export const PlantedNotice = ({ planted: { name, noticed } }: { readonly planted: NonNullable<ReviewView['planted']> }) => {
  const { t } = useTranslation();
  return (
    <Notice tone={noticed ? 'good' : 'warning'} title={t(noticed ? 'gate.planted.noticed' : 'gate.planted.missed', { name })}>
      <p>{t(noticed ? 'gate.planted.noticedHint' : 'gate.planted.missedHint')}</p>
    </Notice>
  );
};

import type { PracticeView, ReviewView } from '@nmirf/contracts/practices/authoring';
import { useFormats } from '@nmirf/ui/language/use-language';
import { Notice } from '@nmirf/ui/page/banner';
import { Card, Stack } from '@nmirf/ui/page/page';
import { useTranslation } from 'react-i18next';
import { anchorOf } from './located.js';
import styles from './review.module.css';

interface AttributionCardProperties {
  readonly practice: PracticeView;
  readonly review: ReviewView;
}

/** Under whose name it is published. Where the State is to stay unnamed: what gives it away, and what the network can still tell. */
export const AttributionCard = ({ practice: { record }, review: { summary, findings } }: AttributionCardProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  if (summary === undefined) return null;
  const region = t(`region.${summary.region}`);
  if (record.attribution === 'mechanism')
    return <Card title={t('attribution.title')}>{t('attribution.named', { country: formats.country(record.country) })}</Card>;
  const signs = findings.filter(({ why, decision }) => why === 'own-country' && (decision === undefined || decision === 'allow'));
  const written = formats.list(summary.title.map(({ language }) => formats.languageName(language)));
  return (
    <Card title={t('attribution.title')}>
      <Stack tight>
        <p>{t('attribution.region', { region })}</p>
        {signs.length === 0 ? null : (
          <Notice tone="warning" title={t('attribution.givenAway', { count: signs.length })}>
            <ul className={styles.signs}>
              {signs.map(({ key, text, language }) => (
                <li key={key}>
                  <a href={`#${anchorOf(key)}`} lang={language} dir="auto">
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <h3>{t('attribution.stillTells')}</h3>
        <ul className={styles.signs}>
          <li>{t('attribution.sender')}</li>
          <li>{t('attribution.languages', { languages: written })}</li>
          <li>{t('attribution.left')}</li>
        </ul>
      </Stack>
    </Card>
  );
};

import type { Language } from '@nmirf/contracts/languages/language';
import type { PracticeRefusal, RefusedPlace } from '@nmirf/contracts/practices/refusal';
import { directionOf } from '@nmirf/languages/languages';
import { Button } from '@nmirf/ui/form/button';
import { useFormats } from '@nmirf/ui/language/use-language';
import { Card, Row, Stack } from '@nmirf/ui/page/page';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fieldOf } from '../review/located.js';
import styles from './editor.module.css';
import { isMended, type Mendable } from './refused-place.js';

interface RefusalCardProperties {
  readonly refusal: PracticeRefusal;
  readonly record: Mendable;
  readonly readOnly: boolean;
  readonly onShow: (place: RefusedPlace) => void;
  readonly onMend: (places: readonly RefusedPlace[]) => void;
}

/** One refused place: what stands there, the way to it, and the one click that mends it. */
const Place = ({ place, record, readOnly, onShow, onMend }: { readonly place: RefusedPlace } & Omit<RefusalCardProperties, 'refusal'>) => {
  const { t, i18n } = useTranslation();
  const formats = useFormats();
  const { language, type, stretch, replacement } = place;
  const field = `gate.field.${fieldOf(place.path)}`;
  const words = stretch?.words ?? '';
  return (
    <li className={styles.place} data-mended={isMended(record, place)}>
      <p>
        {stretch === undefined ? null : (
          <strong lang={language} dir={language && directionOf(language)}>
            {words}
          </strong>
        )}
        <span>{type === undefined ? place.detail : t(`entity.${type}`)}</span>
        <span>
          {i18n.exists(field, { ns: 'writing' }) ? t(field) : place.path}
          {language === undefined ? '' : ` · ${formats.languageLabel(language as Language)}`}
        </span>
      </p>
      {isMended(record, place) ? (
        <p className={styles.mended}>
          <IconCircleCheck size={18} aria-hidden /> {t('sentBack.mended')}
        </p>
      ) : (
        <Row>
          {readOnly || replacement === undefined ? null : (
            <Button
              size="sm"
              label={`${t('sentBack.replace', { replacement })}: ${words}`}
              onClick={() => {
                onMend([place]);
              }}
            >
              {t('sentBack.replace', { replacement })}
            </Button>
          )}
          <Button
            size="sm"
            kind="quiet"
            label={`${t('sentBack.show')}: ${words}`}
            onClick={() => {
              onShow(place);
            }}
          >
            {t('sentBack.show')}
          </Button>
        </Row>
      )}
    </li>
  );
};

/** What the hub would not take: each place with the way to it, and what puts it right. */
export const RefusalCard = ({ refusal, ...card }: RefusalCardProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const { problem, places } = refusal;
  const open = places.filter((place) => !isMended(card.record, place));
  const replaceable = open.filter(({ replacement }) => replacement !== undefined);
  return (
    <Card title={t('sentBack.title', { date: formats.date(refusal.at) })} id="refusal">
      <Stack tight>
        <p>
          <strong>{problem.title}</strong> {problem.detail}
        </p>
        <p>{t('sentBack.lead')}</p>
        {places.length === 0 ? <p>{t('sentBack.noPlaces')}</p> : null}
        <ul className={styles.places} aria-label={t('sentBack.places')}>
          {places.map((place, index) => (
            <Place key={index} place={place} {...card} />
          ))}
        </ul>
        {places.length > 0 && open.length === 0 ? <p role="status">{t('sentBack.allMended')}</p> : null}
        {card.readOnly || replaceable.length < 2 ? null : (
          <div>
            <Button
              size="sm"
              kind="main"
              onClick={() => {
                card.onMend(replaceable);
              }}
            >
              {t('sentBack.replaceAll', { count: replaceable.length })}
            </Button>
          </div>
        )}
      </Stack>
    </Card>
  );
};

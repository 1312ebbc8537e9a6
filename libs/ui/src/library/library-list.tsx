import type { LibraryItem } from '@nmirf/contracts/practices/library';
import { directionOf } from '@nmirf/languages/languages';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { bestText, Content } from '../language/content-text.js';
import { useFormats, useLanguage } from '../language/use-language.js';
import { useTerms } from '../language/use-terms.js';
import { Tags } from '../page/status-tag.js';
import styles from './library.module.css';

const LibraryRow = ({ item, to }: { readonly item: LibraryItem; readonly to: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const formats = useFormats();
  const nameOf = useTerms();
  const title = bestText(item.title, language, item.originalLanguage);
  const summary = bestText(item.summary, language, item.originalLanguage);
  const elsewhere = title !== undefined && title.language !== language;
  return (
    <article className={styles.item}>
      <p className={styles.meta}>
        <strong>{item.country === undefined ? t('practice.regionOnly') : formats.country(item.country)}</strong>
        <span>{t(`region.${item.region}`)}</span>
        <span>{t(`practiceType.${item.type}`)}</span>
        <time dateTime={item.place.receivedAt}>{formats.date(item.place.receivedAt)}</time>
      </p>
      <h2 lang={title?.language} dir={title === undefined ? undefined : directionOf(title.language)}>
        <Link to={to} params={{ lang: language, id: item.id }}>
          {title?.text}
        </Link>
      </h2>
      <Content text={summary} />
      <div className={styles.below}>
        {elsewhere ? (
          <span className={styles.writtenIn}>{t('practice.writtenIn', { language: formats.languageName(title.language) })}</span>
        ) : null}
        <Tags label={t('practice.themes')} items={item.themes.slice(0, 4).map((theme) => nameOf('theme', theme))} />
      </div>
    </article>
  );
};

interface LibraryListProperties {
  readonly items: readonly LibraryItem[];
  /** The route of one practice, with `$lang` and `$id`. */
  readonly to: string;
}

/** Practices as a list to read: what it is about first, where it comes from above it. */
export const LibraryList = ({ items, to }: LibraryListProperties) => (
  <ul className={styles.list}>
    {items.map((item) => (
      <li key={item.id}>
        <LibraryRow item={item} to={to} />
      </li>
    ))}
  </ul>
);

import type { ResourceItem } from '@nmirf/contracts/resources/library';
import { directionOf } from '@nmirf/languages/languages';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { bestText, Content } from '../language/content-text.js';
import { useFormats, useLanguage } from '../language/use-language.js';
import library from '../library/library.module.css';
import { ReadersMark } from './readers-mark.js';
import { ResourceFiles } from './resource-files.js';

/** Resources as a list to read, each with its files to save at once. */
export const ResourcesList = ({ items, to }: { readonly items: readonly ResourceItem[]; readonly to: string }) => (
  <ul className={library.list}>
    {items.map((item) => (
      <li key={item.id}>
        <ResourceRow item={item} to={to} />
      </li>
    ))}
  </ul>
);

const ResourceRow = ({ item, to }: { readonly item: ResourceItem; readonly to: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const formats = useFormats();
  const title = bestText(item.title, language, item.originalLanguage);
  return (
    <article className={library.item}>
      <p className={library.meta}>
        <strong>{t(`resourceKind.${item.kind}`)}</strong>
        <span>{item.mechanism === undefined ? <bdi>{item.source}</bdi> : formats.country(item.mechanism.country)}</span>
        <span>{item.languages.map((of) => formats.languageLabel(of)).join(' · ')}</span>
        <ReadersMark audience={item.audience} />
        <time dateTime={item.place.receivedAt}>{formats.date(item.place.receivedAt)}</time>
      </p>
      <h2 lang={title?.language} dir={title === undefined ? undefined : directionOf(title.language)}>
        <Link to={to} params={{ lang: language, id: item.id }}>
          {title?.text}
        </Link>
      </h2>
      <Content text={bestText(item.summary, language, item.originalLanguage)} />
      <ResourceFiles resource={item.id} files={item.files} />
    </article>
  );
};

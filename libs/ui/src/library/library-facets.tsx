import type { LibraryFacet, LibraryFacets } from '@nmirf/contracts/practices/library';
import type { Language } from '@nmirf/contracts/languages/language';
import { IconCheck, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../language/use-language.js';
import { useTerms } from '../language/use-terms.js';
import type { LibrarySearch } from './library-queries.js';
import styles from './facets.module.css';

/** In the order a reader looks for them. */
const order: readonly LibraryFacet[] = ['theme', 'region', 'country', 'type', 'language', 'sdg', 'year'];
const numeric: ReadonlySet<LibraryFacet> = new Set(['sdg', 'year']);
/** So many values of a facet are shown at once; the rest open on demand. */
const AT_ONCE = 6;

type Value = LibraryFacets['facets'][LibraryFacet][number];

/** What a value of a facet is called in the language on screen. */
const useFacetLabels = (): ((facet: LibraryFacet, value: string) => string) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useTerms();
  return (facet, value) => {
    if (facet === 'theme') return nameOf('theme', value);
    if (facet === 'region') return t(`region.${value}`);
    if (facet === 'type') return t(`practiceType.${value}`);
    if (facet === 'country') return formats.country(value);
    if (facet === 'language') return formats.languageLabel(value as Language);
    return facet === 'sdg' ? `${value} · ${t(`sdg.${value}`)}` : value;
  };
};

const typed = (facet: LibraryFacet, value: string): string | number => (numeric.has(facet) ? Number(value) : value);

/** The search of an address with one filter set, or without it; always from the first page. */
const withFilter = (facet: LibraryFacet, value: string | number | undefined) => (old: object) => ({
  ...old,
  [facet]: value,
  after: undefined,
});

interface FacetValuesProperties {
  readonly facet: LibraryFacet;
  readonly values: readonly Value[];
  readonly chosen: string | undefined;
}

const FacetValues = ({ facet, values, chosen }: FacetValuesProperties) => {
  const labels = useFacetLabels();
  const formats = useFormats();
  return (
    <ul className={styles.values}>
      {values.map(({ value, count }) => (
        <li key={value}>
          <Link
            to="."
            search={withFilter(facet, value === chosen ? undefined : typed(facet, value))}
            className={styles.value}
            activeProps={{}}
            {...(value === chosen ? { 'aria-current': 'true' as const } : { 'aria-current': undefined })}
          >
            <span>
              {value === chosen ? <IconCheck size={16} aria-hidden /> : null}
              {labels(facet, value)}
            </span>
            <span className={styles.count}>{formats.number(count)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
};

const Facet = ({ facet, values, chosen }: FacetValuesProperties) => {
  const { t } = useTranslation();
  const first = values.slice(0, AT_ONCE);
  const rest = values.slice(AT_ONCE);
  return (
    <section className={styles.facet} aria-labelledby={`facet-${facet}`}>
      <h2 id={`facet-${facet}`}>{t(`library.facet.${facet}`)}</h2>
      <FacetValues facet={facet} values={first} chosen={chosen} />
      {rest.length === 0 ? null : (
        <details open={rest.some(({ value }) => value === chosen)}>
          <summary>{t('library.more', { count: rest.length })}</summary>
          <FacetValues facet={facet} values={rest} chosen={chosen} />
        </details>
      )}
    </section>
  );
};

interface FacetsProperties {
  readonly facets: LibraryFacets['facets'];
  readonly search: LibrarySearch;
}

const chosenIn = (search: LibrarySearch, facet: LibraryFacet): string | undefined => {
  const value = search[facet];
  return value === undefined ? undefined : String(value);
};

/** Filters as links with the number each would leave: addresses that work before the script arrives. */
export const LibraryFacetList = ({ facets, search }: FacetsProperties) => {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('library.filters')} className={`${styles.facets ?? ''} no-print`}>
      <details className={styles.fold}>
        <summary>{t('library.filters')}</summary>
        <div className={styles.list}>
          {order
            .filter((facet) => facets[facet].length > 0)
            .map((facet) => (
              <Facet key={facet} facet={facet} values={facets[facet]} chosen={chosenIn(search, facet)} />
            ))}
        </div>
      </details>
    </nav>
  );
};

/** What the list is narrowed to; each can be taken back. */
export const ChosenFacets = ({ search }: { readonly search: LibrarySearch }) => {
  const { t } = useTranslation();
  const labels = useFacetLabels();
  const chosen = order.flatMap((facet) => {
    const value = chosenIn(search, facet);
    return value === undefined ? [] : [{ facet, label: labels(facet, value) }];
  });
  if (chosen.length === 0 && search.q === undefined) return null;
  return (
    <ul className={styles.chosen} aria-label={t('library.chosen')}>
      {chosen.map(({ facet, label }) => (
        <li key={facet}>
          <Link to="." search={withFilter(facet, undefined)} aria-label={t('library.removeFilter', { name: label })}>
            {label}
            <IconX size={15} aria-hidden />
          </Link>
        </li>
      ))}
      <li>
        <Link to="." search={{}} className={styles.clear}>
          {t('library.clear')}
        </Link>
      </li>
    </ul>
  );
};

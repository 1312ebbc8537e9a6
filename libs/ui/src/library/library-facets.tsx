import { BEGINNINGS, type LibraryFacet } from '@nmirf/contracts/practices/library';
import { type Facets, MOST_COUNTED } from '@nmirf/contracts/http/facets';
import type { Language } from '@nmirf/contracts/languages/language';
import { IconCheck, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../language/use-language.js';
import { useTerms } from '../language/use-terms.js';
import styles from './facets.module.css';

/** In the order a reader looks for them. */
const order: readonly LibraryFacet[] = ['theme', 'region', 'country', 'type', 'language', 'sdg', 'year'];
const numeric: ReadonlySet<LibraryFacet> = new Set(['sdg', 'year']);
/** So many values of a facet are shown at once; the rest open on demand. */
const AT_ONCE = 6;

type Value = Facets<string>['facets'][string][number];

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
    if (facet === 'sdg') return `${value} · ${t(`sdg.${value}`)}`;
    const from = Number(value) - (Number(value) % BEGINNINGS);
    return t('practice.years', { from, to: from + BEGINNINGS - 1 });
  };
};

/** The search of an address with one filter set, or without it; always from the first page. */
const withFilter = (facet: string, value: string | number | undefined) => (old: object) => ({
  ...old,
  [facet]: value,
  after: undefined,
});

/** How a list of facets is told: in the order a reader looks for them, each with its name and the names of its values. */
export interface Telling<Facet extends string> {
  readonly order: readonly Facet[];
  readonly numeric: ReadonlySet<Facet>;
  readonly title: (facet: Facet) => string;
  readonly label: (facet: Facet, value: string) => string;
}

interface FacetValuesProperties<Facet extends string> {
  readonly telling: Telling<Facet>;
  readonly facet: Facet;
  readonly values: readonly Value[];
  readonly chosen: string | undefined;
}

const FacetValues = <Facet extends string>({ telling, facet, values, chosen }: FacetValuesProperties<Facet>) => {
  const formats = useFormats();
  return (
    <ul className={styles.values}>
      {values.map(({ value, count }) => (
        <li key={value}>
          <Link
            to="."
            search={withFilter(facet, value === chosen ? undefined : telling.numeric.has(facet) ? Number(value) : value)}
            className={styles.value}
            activeProps={{}}
            {...(value === chosen ? { 'aria-current': 'true' as const } : { 'aria-current': undefined })}
          >
            <span>
              {value === chosen ? <IconCheck size={16} aria-hidden /> : null}
              {telling.label(facet, value)}
            </span>
            <span className={styles.count}>{formats.number(count)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
};

const OneFacet = <Facet extends string>({ telling, facet, values, chosen }: FacetValuesProperties<Facet>) => {
  const { t } = useTranslation();
  const first = values.slice(0, AT_ONCE);
  const rest = values.slice(AT_ONCE);
  return (
    <section className={styles.facet} aria-labelledby={`facet-${facet}`}>
      <h2 id={`facet-${facet}`}>{telling.title(facet)}</h2>
      <FacetValues telling={telling} facet={facet} values={first} chosen={chosen} />
      {rest.length === 0 ? null : (
        <details open={rest.some(({ value }) => value === chosen)}>
          <summary>{t('library.more', { count: rest.length })}</summary>
          <FacetValues telling={telling} facet={facet} values={rest} chosen={chosen} />
        </details>
      )}
    </section>
  );
};

type Search = Readonly<Record<string, unknown>>;

interface FacetsProperties<Facet extends string> {
  readonly telling: Telling<Facet>;
  readonly counted: Facets<Facet>;
  readonly search: Search;
}

const chosenIn = (search: Search, facet: string): string | undefined => {
  const value = search[facet];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
};

/** Filters as links with the number each would leave: addresses that work before the script arrives. */
export const FacetList = <Facet extends string>({ telling, counted: { facets, newestOnly }, search }: FacetsProperties<Facet>) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const partly = telling.order.filter((facet) => newestOnly.includes(facet));
  return (
    <nav aria-label={t('library.filters')} className={`${styles.facets ?? ''} no-print`}>
      <details className={styles.fold}>
        <summary>{t('library.filters')}</summary>
        <div className={styles.list}>
          {partly.length === 0 ? null : (
            <p className={styles.newestOnly}>
              {partly.length === telling.order.length
                ? t('library.newestAll', { most: MOST_COUNTED })
                : t('library.newestOnly', { most: MOST_COUNTED, facets: formats.list(partly.map(telling.title)) })}
            </p>
          )}
          {telling.order
            .filter((facet) => facets[facet].length > 0)
            .map((facet) => (
              <OneFacet key={facet} telling={telling} facet={facet} values={facets[facet]} chosen={chosenIn(search, facet)} />
            ))}
        </div>
      </details>
    </nav>
  );
};

/** What the list is narrowed to; each can be taken back. */
export const Chosen = <Facet extends string>({ telling, search }: Omit<FacetsProperties<Facet>, 'counted'>) => {
  const { t } = useTranslation();
  const chosen = telling.order.flatMap((facet) => {
    const value = chosenIn(search, facet);
    return value === undefined ? [] : [{ facet, label: telling.label(facet, value) }];
  });
  if (chosen.length === 0 && search['q'] === undefined) return null;
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

const foundTexts = {
  practices: { exactly: 'library.found', more: 'library.foundMore' },
  resources: { exactly: 'resources.found', more: 'resources.foundMore' },
} as const;

/** How many were found: exactly, or that there are more than are counted. Nothing until counted. */
export const useFound = (what: keyof typeof foundTexts, counted: Pick<Facets<string>, 'total' | 'isMore'> | undefined): string => {
  const { t } = useTranslation();
  if (counted === undefined) return '';
  const { exactly, more } = foundTexts[what];
  return counted.isMore ? t(more, { most: MOST_COUNTED }) : t(exactly, { count: counted.total });
};

/** How the facets of practices are told. */
export const usePracticeFacets = (): Telling<LibraryFacet> => {
  const { t } = useTranslation();
  return { order, numeric, title: (facet) => t(`library.facet.${facet}`), label: useFacetLabels() };
};

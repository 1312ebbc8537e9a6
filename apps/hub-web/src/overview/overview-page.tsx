import { MOST_COUNTED } from '@nmirf/contracts/http/facets';
import { useApi } from '@nmirf/ui/app/api-context';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { LibraryList } from '@nmirf/ui/library/library-list';
import { facetsQuery } from '@nmirf/ui/library/library-queries';
import { MembersMap } from '@nmirf/ui/map/members-map';
import { useByState, useMembers } from '@nmirf/ui/members/member-name';
import { EmptyState, Loaded, LoadingRows } from '@nmirf/ui/page/states';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { logQuery } from '../log/log-queries.js';
import { newestQuery } from './newest-query.js';
import styles from './overview.module.css';

const Hero = () => {
  const { t } = useTranslation();
  const lang = useLanguage();
  return (
    <div className={styles.words}>
      <title>{t('network.name')}</title>
      <h1 id="page-title" tabIndex={-1}>
        {t('overview.title')}
      </h1>
      <p className={styles.lead}>{t('overview.lead')}</p>
      <p className={`${styles.calls ?? ''} no-print`}>
        <Link to="/$lang/practices" params={{ lang }} className={styles.call}>
          {t('overview.browse')}
        </Link>
        <Link to="/$lang/about" params={{ lang }} className={styles.second}>
          {t('overview.aboutNetwork')}
        </Link>
      </p>
    </div>
  );
};

/** The map, and beside it the same members as a list for whoever does not see it. */
const Members = () => {
  const { t } = useTranslation();
  const lang = useLanguage();
  const formats = useFormats();
  const byState = useByState();
  const members = useMembers();
  const active = byState(members.data?.items ?? []).filter(({ status }) => status === 'active');
  return (
    <section className={styles.members} aria-labelledby="overview-members">
      <MembersMap
        members={active.map(({ id, mechanism: { country, region } }) => ({ id, country, region, label: formats.country(country) }))}
        to="/$lang/members/$id"
      />
      <div className={styles.memberList}>
        <h2 id="overview-members">{t('overview.members', { count: active.length })}</h2>
        <ul>
          {active.map(({ id, mechanism: { country, region } }) => (
            <li key={id} data-region={region}>
              <Link to="/$lang/members/$id" params={{ lang, id }}>
                {formats.country(country)}
              </Link>
              <span>{t(`region.${region}`)}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
};

const Figures = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const formats = useFormats();
  const facets = useQuery(facetsQuery(api, lang, {}));
  const log = useQuery(logQuery(api, lang));
  const { total, isMore = false, facets: counted } = facets.data ?? {};
  const atLeast = (count: number | undefined) => ({
    value: count,
    ...(isMore && count !== undefined && { shown: t('overview.atLeast', { least: count }) }),
  });
  const figures = [
    { name: 'practices', value: total, ...(isMore && { shown: t('overview.moreThan', { most: MOST_COUNTED }) }) },
    { name: 'themes', ...atLeast(counted?.theme.length) },
    { name: 'languages', ...atLeast(counted?.language.length) },
    { name: 'messages', value: log.data?.size, shown: undefined },
  ];
  return (
    <dl className={styles.figures}>
      {figures.map(({ name, value, shown }) => (
        <div key={name}>
          <dt>{t(`overview.figure.${name}`, { count: value ?? 0 })}</dt>
          <dd>{value === undefined ? '\u00a0' : (shown ?? formats.number(value))}</dd>
        </div>
      ))}
    </dl>
  );
};

const Newest = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const practices = useQuery(newestQuery(api, lang));
  return (
    <section aria-labelledby="overview-newest">
      <h2 id="overview-newest">{t('overview.newest')}</h2>
      <Loaded query={practices} loading={<LoadingRows height={132} />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('library.none')}>
              <p>{t('library.noneHint')}</p>
            </EmptyState>
          ) : (
            <LibraryList items={items} to="/$lang/practices/$id" />
          )
        }
      </Loaded>
      <Link to="/$lang/practices" params={{ lang }} className={styles.all}>
        {t('overview.all')}
      </Link>
    </section>
  );
};

const steps = ['write', 'anonymise', 'sign', 'verify'] as const;

const HowItWorks = () => {
  const { t } = useTranslation();
  const lang = useLanguage();
  return (
    <aside className={styles.how} aria-labelledby="overview-how">
      <h2 id="overview-how">{t('overview.how')}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step}>{t(`overview.step.${step}`)}</li>
        ))}
      </ol>
      <Link to="/$lang/log" params={{ lang }}>
        {t('overview.verifyYourself')}
      </Link>
    </aside>
  );
};

/** The hub's first page: what the network is, who belongs to it, and what it has published last. */
export const OverviewPage = () => (
  <>
    <div className={styles.hero}>
      <div className={styles.inner}>
        <Hero />
        <Members />
      </div>
    </div>
    <div className={styles.below}>
      <Figures />
      <div className={styles.columns}>
        <Newest />
        <HowItWorks />
      </div>
    </div>
  </>
);

import { readResourceEvidence } from '@nmirf/api-client/resources';
import { tombstoneOf } from '@nmirf/api-client/withdrawals';
import type { HeldFile, LibraryResource } from '@nmirf/contracts/resources/library';
import { directionOf } from '@nmirf/languages/languages';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api-context.js';
import { bestText, Content } from '../language/content-text.js';
import { useFormats, useLanguage } from '../language/use-language.js';
import { useTerms } from '../language/use-terms.js';
import { PracticeVersions } from '../library/practice-versions.js';
import { TombstoneArticle } from '../library/tombstone.js';
import library from '../library/library.module.css';
import { Facts } from '../page/facts.js';
import { Card, Columns, Hint, Page, PageHeader } from '../page/page.js';
import { Loaded, LoadingRows } from '../page/states.js';
import { VerificationPanel } from '../verification/verification-panel.js';
import { kindOf, ReadersMark, useReaders } from './readers-mark.js';
import { ResourceFiles } from './resource-files.js';
import { resourceQuery } from './resources-queries.js';

interface ResourceViewProperties {
  readonly id: string;
  /** The route of the list. */
  readonly list: string;
  /** What can be done about a file that this server does not hold. */
  readonly absent?: ((resource: LibraryResource, file: HeldFile) => ReactNode) | undefined;
  /** What may be done about it here. */
  readonly actions?: ((resource: LibraryResource) => ReactNode) | undefined;
}

const ResourceFacts = ({ resource: { summary, mechanism, source, audience, version, place } }: { readonly resource: LibraryResource }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useTerms();
  const readersOf = useReaders();
  const { kind, languages, themes, capacities, commitments, licence } = summary;
  return (
    <Card title={t('resources.facts')}>
      <Facts
        facts={[
          { term: t('resources.facet.kind'), value: t(`resourceKind.${kind}`) },
          { term: t('resources.from'), value: mechanism === undefined ? <bdi>{source}</bdi> : formats.country(mechanism.country) },
          { term: t('resources.readers'), value: readersOf(audience) },
          { term: t('practice.languages'), value: languages.map((of) => formats.languageLabel(of)).join(' · ') },
          { term: t('practice.themes'), value: themes.map((theme) => nameOf('theme', theme)).join(' · ') },
          { term: t('resources.facet.capacity'), value: capacities.map((capacity) => t(`capacity.${capacity}`)).join(' · ') },
          { term: t('resources.facet.commitment'), value: commitments.map((number) => t(`commitment.${number}`)).join(' · ') },
          { term: t('resources.licence'), value: t(`licence.${licence.replaceAll('.', '-')}`) },
          { term: t('resources.version'), value: formats.number(version) },
          { term: t('verification.receivedAt'), value: <time dateTime={place.receivedAt}>{formats.date(place.receivedAt)}</time> },
        ]}
      />
    </Card>
  );
};

const Resource = ({ resource, list, absent, actions }: Omit<ResourceViewProperties, 'id'> & { readonly resource: LibraryResource }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id, summary, audience, here, versions } = resource;
  const title = bestText(summary.title, language, summary.originalLanguage);
  const files = summary.files.map((file) => ({ ...file, here: here.includes(file.sha256) }));
  return (
    <>
      <PageHeader
        title={title?.text ?? ''}
        lang={title?.language}
        dir={title === undefined ? undefined : directionOf(title.language)}
        above={
          <>
            <p className="no-print">
              <Link to={list} params={{ lang: language }}>
                {t('resources.back')}
              </Link>
            </p>
            <ReadersMark audience={audience} />
          </>
        }
      />
      <Columns
        aside={
          <>
            <ResourceFacts resource={resource} />
            <PracticeVersions versions={versions} />
          </>
        }
      >
        <div className={library.prose}>
          <Content text={bestText(summary.summary, language, summary.originalLanguage)} />
        </div>
        {files.length === 0 ? null : (
          <Card title={t('resources.files')}>
            <ResourceFiles resource={id} files={files} digests {...(absent && { absent: (file) => absent(resource, file) })} />
            <Hint>{t(kindOf(audience) === 'list' ? 'resources.digestMeansSealed' : 'resources.digestMeans')}</Hint>
          </Card>
        )}
        {summary.link === undefined ? null : (
          <Card title={t('resources.link')}>
            <p>
              <a href={summary.link} rel="noreferrer external">
                <bdi dir="ltr">{summary.link}</bdi>
              </a>
            </p>
            <Hint>{t('resources.linkMeans')}</Hint>
          </Card>
        )}
        <VerificationPanel published={resource} read={readResourceEvidence} />
        {actions?.(resource)}
      </Columns>
    </>
  );
};

/** One shared resource, whole, with its files and the means to verify them. The same page on the hub and at every node. */
export const ResourceView = ({ id, list, absent, actions }: ResourceViewProperties) => {
  const resource = useQuery(resourceQuery(useApi(), useLanguage(), id));
  const tombstone = tombstoneOf(resource.error);
  if (tombstone !== undefined) {
    return (
      <Page>
        <TombstoneArticle tombstone={tombstone} />
      </Page>
    );
  }
  return (
    <Page>
      <Loaded isPage query={resource} loading={<LoadingRows rows={2} height={220} />}>
        {(found) => <Resource resource={found} list={list} absent={absent} actions={actions} />}
      </Loaded>
    </Page>
  );
};

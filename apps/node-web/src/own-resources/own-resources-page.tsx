import { listOwnResources } from '@nmirf/api-client/own-resources';
import { practiceState } from '@nmirf/contracts/practices/authoring';
import type { ResourceListItem } from '@nmirf/contracts/resources/authoring';
import { directionOf } from '@nmirf/languages/languages';
import { useApi } from '@nmirf/ui/app/api-context';
import { ExportButton } from '@nmirf/ui/export/export-button';
import { ButtonLink } from '@nmirf/ui/form/button';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { FilterLinks } from '@nmirf/ui/page/filter-links';
import { Page, PageHeader, Stack } from '@nmirf/ui/page/page';
import { PageLinks } from '@nmirf/ui/page/pages-links';
import { RecordList, RecordRow } from '@nmirf/ui/page/record-list';
import { EmptyState, Loaded } from '@nmirf/ui/page/states';
import { StatusTag } from '@nmirf/ui/page/status-tag';
import { ReadersMark, readersWord } from '@nmirf/ui/resources/readers-mark';
import { useMay } from '@nmirf/ui/session/me';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { stateTones } from '../practices/practices-page.js';

const states = [undefined, ...practiceState.options] as const;

const ResourceRow = ({ item }: { readonly item: ResourceListItem }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const lang = useLanguage();
  return (
    <RecordRow
      title={
        <Link to="/$lang/own-resources/$id" params={{ lang, id: item.id }} lang={item.titleLanguage} dir={directionOf(item.titleLanguage)}>
          {item.title === '' ? t('practices.untitled') : item.title}
        </Link>
      }
      status={<StatusTag tone={stateTones[item.state]} label={t(`practiceState.${item.state}`)} />}
      meta={
        <>
          <span>{t(`resourceKind.${item.kind}`)}</span>
          <ReadersMark audience={item.audience} />
          <span>{t('ownResources.count', { count: item.files })}</span>
          <span>{t('practices.changed', { date: formats.dateTime(item.updatedAt) })}</span>
        </>
      }
    />
  );
};

/** The resources of this mechanism, by state. */
export const OwnResourcesPage = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const search = useSearch({ from: '/$lang/desk/own-resources' });
  const resources = useQuery({
    queryKey: ['own-resources', search, lang],
    queryFn: ({ signal }) => listOwnResources(api, search, signal),
    placeholderData: keepPreviousData,
  });
  const actions = (
    <>
      <ExportButton<ResourceListItem>
        name="own-resources"
        page={(after) => listOwnResources(api, { ...search, after, limit: 100 })}
        columns={[
          { title: t('practice.name'), value: ({ title }) => title },
          { title: t('resources.facet.kind'), value: ({ kind }) => t(`resourceKind.${kind}`) },
          { title: t('resources.readers'), value: ({ audience }) => t(readersWord(audience)) },
          { title: t('practices.byState'), value: ({ state }) => t(`practiceState.${state}`) },
          { title: t('resources.files'), value: ({ files }) => files },
          { title: t('ownResources.changedTitle'), value: ({ updatedAt }) => updatedAt },
        ]}
      />
      {useMay('practice:write') ? (
        <ButtonLink to="/$lang/own-resources/new" kind="main" icon={<IconPlus size={18} aria-hidden />}>
          {t('ownResources.new')}
        </ButtonLink>
      ) : null}
    </>
  );
  return (
    <Page>
      <PageHeader title={t('navigation.ownResources')} lead={t('ownResources.lead')} actions={actions} />
      <Stack>
        <FilterLinks
          label={t('practices.byState')}
          name="state"
          chosen={search.state}
          choices={states.map((value) => ({ value, label: value === undefined ? t('practices.all') : t(`practiceState.${value}`) }))}
        />
        <Loaded query={resources}>
          {({ items, next }) =>
            items.length === 0 ? (
              <EmptyState title={t('ownResources.none')}>
                <p>{t('ownResources.noneHint')}</p>
              </EmptyState>
            ) : (
              <>
                <RecordList>
                  {items.map((item) => (
                    <ResourceRow key={item.id} item={item} />
                  ))}
                </RecordList>
                <PageLinks after={search.after} next={next} />
              </>
            )
          }
        </Loaded>
      </Stack>
    </Page>
  );
};

import { listOwnPractices, type PracticesPage as Practices } from '@nmirf/api-client/practices';
import { directionOf } from '@nmirf/languages/languages';
import { useApi } from '@nmirf/ui/app/api-context';
import { ButtonLink } from '@nmirf/ui/form/button';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { FilterLinks } from '@nmirf/ui/page/filter-links';
import { Page, PageHeader, Stack } from '@nmirf/ui/page/page';
import { PageLinks } from '@nmirf/ui/page/pages-links';
import { RecordList, RecordRow } from '@nmirf/ui/page/record-list';
import { EmptyState, Loaded } from '@nmirf/ui/page/states';
import { StatusTag, type Tone } from '@nmirf/ui/page/status-tag';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '@nmirf/ui/session/me';
import { PracticesExport } from './practices-export.js';

type Item = Practices['items'][number];

export const stateTones: Readonly<Record<Item['state'], Tone>> = {
  draft: 'neutral',
  'in-review': 'working',
  released: 'good',
  'sent-back': 'bad',
  withdrawn: 'warning',
};

const states = [undefined, 'draft', 'in-review', 'released', 'sent-back', 'withdrawn'] as const;

const PracticeRow = ({ item }: { readonly item: Item }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const lang = useLanguage();
  const mayReview = useMay('practice:review');
  const parameters = { lang, id: item.id };
  return (
    <RecordRow
      title={
        <Link to="/$lang/practices/$id" params={parameters} lang={item.titleLanguage} dir={directionOf(item.titleLanguage)}>
          {item.title === '' ? t('practices.untitled') : item.title}
        </Link>
      }
      status={<StatusTag tone={stateTones[item.state]} label={t(`practiceState.${item.state}`)} />}
      meta={
        <>
          <span>{t('practices.changed', { date: formats.dateTime(item.updatedAt) })}</span>
          {item.released === undefined ? null : <span>{t('practices.published', { date: formats.date(item.released.at) })}</span>}
        </>
      }
      actions={
        item.state === 'in-review' && mayReview ? (
          <Link to="/$lang/practices/$id/review" params={parameters}>
            {t('practices.review')}
          </Link>
        ) : undefined
      }
    >
      {item.sentBackAt === undefined ? null : <p>{t('practices.sentBack', { date: formats.date(item.sentBackAt) })}</p>}
      {item.returnReason === undefined ? null : (
        <p>
          {t('practices.returned')} <span dir="auto">{item.returnReason}</span>
        </p>
      )}
    </RecordRow>
  );
};

/** The practices of this mechanism, by state. */
export const PracticesPage = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const search = useSearch({ from: '/$lang/desk/practices' });
  const practices = useQuery({
    queryKey: ['practices', search, lang],
    queryFn: ({ signal }) => listOwnPractices(api, search, signal),
    placeholderData: keepPreviousData,
  });
  const mayWrite = useMay('practice:write');
  const actions = (
    <>
      <PracticesExport state={search.state} />
      {mayWrite ? (
        <ButtonLink to="/$lang/practices/new" kind="main" icon={<IconPlus size={18} aria-hidden />}>
          {t('practices.new')}
        </ButtonLink>
      ) : null}
    </>
  );
  return (
    <Page>
      <PageHeader title={t('practices.title')} lead={t('practices.lead')} actions={actions} />
      <Stack>
        <FilterLinks
          label={t('practices.byState')}
          name="state"
          chosen={search.state}
          choices={states.map((value) => ({ value, label: value === undefined ? t('practices.all') : t(`practiceState.${value}`) }))}
        />
        <Loaded query={practices}>
          {({ items, next }) =>
            items.length === 0 ? (
              <EmptyState title={t('practices.none')}>
                <p>{t('practices.noneHint')}</p>
              </EmptyState>
            ) : (
              <>
                <RecordList>
                  {items.map((item) => (
                    <PracticeRow key={item.id} item={item} />
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

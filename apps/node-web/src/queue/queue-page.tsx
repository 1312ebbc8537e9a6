import { listQueue, type QueuePage as Queue } from '@nmirf/api-client/queue';
import { isLanguage } from '@nmirf/languages/languages';
import { useApi } from '@nmirf/ui/app/api-context';
import { ButtonLink } from '@nmirf/ui/form/button';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { Code } from '@nmirf/ui/page/facts';
import { FilterLinks } from '@nmirf/ui/page/filter-links';
import { Page, PageHeader, Stack } from '@nmirf/ui/page/page';
import { PageLinks } from '@nmirf/ui/page/pages-links';
import { RecordList, RecordRow } from '@nmirf/ui/page/record-list';
import { EmptyState, Loaded } from '@nmirf/ui/page/states';
import { StatusTag, type Tone } from '@nmirf/ui/page/status-tag';
import { useFileSize } from '@nmirf/ui/resources/resource-files';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fieldOf } from '../review/located.js';
import { AsideCard } from './aside-card.js';
import { kindOf } from './kinds.js';
import { LinkCard } from './link-card.js';
import { QueueExport } from './queue-export.js';
import styles from './queue.module.css';

type Item = Queue['items'][number];

const tones: Readonly<Record<Item['state'], Tone>> = {
  draft: 'neutral',
  sealed: 'waiting',
  accepted: 'working',
  proven: 'good',
  refused: 'bad',
};
const states = [undefined, 'draft', 'sealed', 'accepted', 'proven', 'refused'] as const;

/** The text at the desk that a message carries. */
const placeOf = ({ practiceId, resourceId }: Pick<Item, 'practiceId' | 'resourceId'>) => {
  if (practiceId !== undefined) return { to: '/$lang/practices/$id', parameters: { id: practiceId } };
  return resourceId === undefined ? undefined : { to: '/$lang/own-resources/$id', parameters: { id: resourceId } };
};

/** Why it was refused: every place with what stands there, and the way to the text in which it is mended. */
const Refusal = ({ problem, item }: { readonly problem: NonNullable<Item['problem']>; readonly item: Item }) => {
  const { t, i18n } = useTranslation();
  const formats = useFormats();
  const place = placeOf(item);
  const nameOf = (path: string): string => {
    const key = `gate.field.${fieldOf(path)}`;
    return i18n.exists(key, { ns: 'writing' }) ? t(key) : path;
  };
  return (
    <div className={styles.refusal}>
      <p className={styles.refusalTitle}>{problem.title}</p>
      {problem.detail === undefined ? null : <p>{problem.detail}</p>}
      <ul>
        {problem.errors?.map(({ path, detail, language, type }, index) => (
          <li key={index}>
            {nameOf(path)}
            {isLanguage(language) ? ` (${formats.languageName(language)})` : null}: {type === undefined ? detail : t(`entity.${type}`)}{' '}
            {item.refused?.[index] ? <bdi className={styles.refusedWords}>{item.refused[index]}</bdi> : null}
          </li>
        ))}
      </ul>
      {place === undefined ? null : <ButtonLink {...place}>{t('queue.mend')}</ButtonLink>}
    </div>
  );
};

const Title = ({ item }: { readonly item: Item }) => {
  const { t } = useTranslation();
  const lang = useLanguage();
  const kind = kindOf(item.type);
  const title = <span dir="auto">{item.title ?? (kind === undefined ? item.subject : t(kind))}</span>;
  const place = placeOf(item);
  if (place === undefined) return title;
  return (
    <Link to={place.to} params={{ lang, ...place.parameters }}>
      {title}
    </Link>
  );
};

const MessageRow = ({ item }: { readonly item: Item }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const lang = useLanguage();
  const sizeOf = useFileSize();
  const kind = kindOf(item.type);
  const label = item.alert === undefined ? t(`outgoing.${item.state}`) : t(`outgoing.${item.alert}`);
  return (
    <RecordRow
      title={<Title item={item} />}
      status={<StatusTag tone={item.alert === undefined ? tones[item.state] : 'warning'} label={label} />}
      meta={
        <>
          {kind === undefined ? <Code>{item.subject}</Code> : item.title === undefined ? null : <span>{t(kind)}</span>}
          {item.subject.startsWith('proposal:') ? (
            <Link to="/$lang/proposals" params={{ lang }}>
              {t('navigation.proposals')}
            </Link>
          ) : null}
          <span>{formats.dateTime(item.createdAt)}</span>
          {item.seq === undefined ? null : <span>{t('queue.number', { number: item.seq })}</span>}
          {item.position === undefined ? null : <span>{t('queue.position', { position: formats.number(item.position) })}</span>}
        </>
      }
    >
      {item.files === undefined ? null : (
        <p role="status">
          {t('queue.files', { held: sizeOf(item.files.held), size: sizeOf(item.files.size) })}{' '}
          <progress max={item.files.size} value={item.files.held} aria-hidden />
        </p>
      )}
      <p className={styles.means}>{t(`outgoing.means.${item.alert ?? item.state}`)}</p>
      {item.problem === undefined ? null : <Refusal problem={item.problem} item={item} />}
    </RecordRow>
  );
};

/** What leaves this mechanism, how far each message has come, and how the link to the hub is. */
export const QueuePage = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const search = useSearch({ from: '/$lang/desk/queue' });
  const queue = useQuery({
    queryKey: ['queue', search, lang],
    queryFn: ({ signal }) => listQueue(api, search, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 5_000,
  });
  return (
    <Page>
      <PageHeader title={t('queue.title')} lead={t('queue.lead')} actions={<QueueExport state={search.state} />} />
      <Stack>
        <LinkCard />
        <AsideCard />
        <FilterLinks
          label={t('queue.byState')}
          name="state"
          chosen={search.state}
          choices={states.map((value) => ({ value, label: value === undefined ? t('queue.all') : t(`outgoing.${value}`) }))}
        />
        <Loaded query={queue}>
          {({ items, next }) =>
            items.length === 0 ? (
              <EmptyState title={t('queue.none')}>
                <p>{t('queue.noneHint')}</p>
              </EmptyState>
            ) : (
              <>
                <RecordList>
                  {items.map((item) => (
                    <MessageRow key={item.id} item={item} />
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

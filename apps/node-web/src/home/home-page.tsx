import { listOwnResources } from '@nmirf/api-client/own-resources';
import { listOwnPractices } from '@nmirf/api-client/practices';
import { listQueue, readLink } from '@nmirf/api-client/queue';
import { useApi } from '@nmirf/ui/app/api-context';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { Card, Page, PageHeader, Stack } from '@nmirf/ui/page/page';
import { Loaded, LoadingRows } from '@nmirf/ui/page/states';
import { StatusTag } from '@nmirf/ui/page/status-tag';
import { useMay, useMe } from '@nmirf/ui/session/me';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { proposalsQuery } from '../proposals/proposals-query.js';
import { kindOf } from '../queue/kinds.js';
import { linkTones } from '../queue/link-tones.js';
import styles from './home.module.css';

/** So many of each kind are named; the list behind has them all. */
const NAMED = 5;

interface WaitingProperties<Item> {
  readonly title: string;
  readonly query: UseQueryResult<readonly Item[]>;
  readonly nothing: string;
  readonly children: (item: Item) => ReactNode;
  /** The way to the whole list, where there is something in it. */
  readonly all: ReactNode;
}

/** One kind of thing that waits for this person. */
const Waiting = <Item extends { readonly key: string }>({ title, query, nothing, children, all }: WaitingProperties<Item>) => (
  <Card title={title}>
    <Loaded query={query} loading={<LoadingRows rows={1} height={56} />}>
      {(items) =>
        items.length === 0 ? (
          <p>{nothing}</p>
        ) : (
          <>
            <ul className={styles.waiting}>
              {items.slice(0, NAMED).map((item) => (
                <li key={item.key}>{children(item)}</li>
              ))}
            </ul>
            <p className={styles.all}>{all}</p>
          </>
        )
      }
    </Loaded>
  </Card>
);

interface TextsProperties {
  readonly state: 'draft' | 'in-review' | 'sent-back';
  /** Where a practice of this state is worked on. */
  readonly to: string;
}

/** Practices and resources of one state, by title. */
const Texts = ({ state, to }: TextsProperties) => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const search = { state, limit: NAMED };
  const query = useQuery({
    queryKey: ['practices', 'home', state, lang],
    queryFn: async ({ signal }) => {
      const [practices, resources] = await Promise.all([listOwnPractices(api, search, signal), listOwnResources(api, search, signal)]);
      return [
        ...practices.items.map((item) => ({ ...item, to, key: item.id, isResource: false })),
        ...resources.items.map((item) => ({ ...item, to: '/$lang/own-resources/$id', key: item.id, isResource: true })),
      ];
    },
  });
  const hasResource = query.data?.some(({ isResource }) => isResource) ?? false;
  const hasPractice = query.data?.some(({ isResource }) => !isResource) ?? false;
  return (
    <Waiting
      title={t(`home.${state}`)}
      query={query}
      nothing={t(`home.no-${state}`)}
      all={
        <>
          {hasPractice ? (
            <Link to="/$lang/practices" params={{ lang }} search={{ state }}>
              {t('home.allPractices')}
            </Link>
          ) : null}
          {hasResource ? (
            <Link to="/$lang/own-resources" params={{ lang }} search={{ state }}>
              {t('home.allResources')}
            </Link>
          ) : null}
        </>
      }
    >
      {({ to: page, id, title, titleLanguage, isResource }) => (
        <>
          <Link to={page} params={{ lang, id }} lang={titleLanguage} dir="auto">
            {title === '' ? t('practices.untitled') : title}
          </Link>
          {isResource ? <span className={styles.kind}> {t('home.resource')}</span> : null}
        </>
      )}
    </Waiting>
  );
};

const Proposals = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const formats = useFormats();
  const proposals = useQuery({
    ...proposalsQuery(api, lang),
    select: (items) => items.filter(({ open, own }) => open && own === undefined).map((item) => ({ ...item, key: item.hash })),
  });
  return (
    <Waiting
      title={t('home.proposals')}
      query={proposals}
      nothing={t('home.noProposals')}
      all={
        <Link to="/$lang/proposals" params={{ lang }}>
          {t('home.allProposals')}
        </Link>
      }
    >
      {({ mechanism, about }) => (
        <Link to="/$lang/proposals" params={{ lang }}>
          {mechanism === undefined ? about : formats.country(mechanism.country)}
        </Link>
      )}
    </Waiting>
  );
};

const Refused = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const refused = useQuery({
    queryKey: ['queue', 'home', lang],
    queryFn: async ({ signal }) =>
      (await listQueue(api, { state: 'refused', limit: NAMED }, signal)).items.map((item) => ({ ...item, key: item.id })),
  });
  return (
    <Waiting
      title={t('home.refused')}
      query={refused}
      nothing={t('home.noRefused')}
      all={
        <Link to="/$lang/queue" params={{ lang }}>
          {t('home.allMessages')}
        </Link>
      }
    >
      {({ title, type, problem }) => (
        <Link to="/$lang/queue" params={{ lang }} search={{ state: 'refused' }} dir="auto">
          {title ?? t(kindOf(type) ?? type)}
          {problem === undefined ? '' : ` · ${problem.title}`}
        </Link>
      )}
    </Waiting>
  );
};

const Line = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const formats = useFormats();
  const link = useQuery({ queryKey: ['link', lang], queryFn: ({ signal }) => readLink(api, signal), refetchInterval: 20_000 });
  return (
    <Card title={t('home.line')}>
      <Loaded query={link} loading={<LoadingRows rows={1} height={56} />}>
        {({ status, verifiedSize, lastContactAt }) => (
          <Stack tight>
            <p>
              <StatusTag tone={linkTones[status]} label={t(`link.${status}`)} />
            </p>
            <p>{t('home.verified', { count: verifiedSize })}</p>
            {lastContactAt === undefined ? null : <p>{t('home.lastContact', { time: formats.dateTime(lastContactAt) })}</p>}
          </Stack>
        )}
      </Loaded>
    </Card>
  );
};

/** What waits for the person who is signed in; each sees only what they may act on. */
export const HomePage = () => {
  const { t } = useTranslation();
  const me = useMe();
  const [mayWrite, mayReview, mayDecide, mayQueue] = [
    useMay('practice:write'),
    useMay('practice:review'),
    useMay('proposal:decide'),
    useMay('queue:read'),
  ];
  return (
    <Page>
      <PageHeader title={t('home.title')} lead={me === undefined ? undefined : t('home.lead', { name: me.name })} />
      <Stack>
        <div className={styles.cards}>
          {mayReview ? <Texts state="in-review" to="/$lang/practices/$id/review" /> : null}
          {mayDecide ? <Proposals /> : null}
          {mayWrite ? <Texts state="sent-back" to="/$lang/practices/$id" /> : null}
          {mayWrite ? <Texts state="draft" to="/$lang/practices/$id" /> : null}
          {mayQueue ? <Refused /> : null}
          {mayQueue ? <Line /> : null}
        </div>
      </Stack>
    </Page>
  );
};

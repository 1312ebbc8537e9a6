import type { NetworkHealth } from '@nmirf/contracts/network/health';
import { useApi } from '@nmirf/ui/app/api-context';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { memberTones, useStateOf } from '@nmirf/ui/members/member-name';
import { Card, Page, PageHeader, Stack } from '@nmirf/ui/page/page';
import { Code, Facts } from '@nmirf/ui/page/facts';
import { RecordList, RecordRow } from '@nmirf/ui/page/record-list';
import { EmptyState, Loaded } from '@nmirf/ui/page/states';
import { StatusTag } from '@nmirf/ui/page/status-tag';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { healthQuery } from '../desk/desk-queries.js';
import styles from './health.module.css';

type Node = NetworkHealth['nodes'][number];

const NodeRow = ({ node, state }: { readonly node: Node; readonly state: string }) => {
  const { t } = useTranslation();
  const lang = useLanguage();
  const formats = useFormats();
  return (
    <RecordRow
      title={
        <Link to="/$lang/members/$id" params={{ lang, id: node.id }}>
          {state}
        </Link>
      }
      status={<StatusTag tone={memberTones[node.status]} label={t(`memberStatus.${node.status}`)} />}
      meta={<Code>{node.id}</Code>}
    >
      <div className={styles.facts}>
        <Facts
          facts={[
            {
              term: t('health.lastContact'),
              value: node.lastContactAt === undefined ? t('health.never') : formats.dateTime(node.lastContactAt),
            },
            { term: t('health.lag'), value: node.lag === undefined ? t('health.unknown') : t('health.behind', { count: node.lag }) },
            { term: t('health.refusals'), value: formats.number(node.refusals) },
            {
              term: t('health.lastRefusal'),
              value:
                node.lastRefusal === undefined ? undefined : (
                  <>
                    <Code>{node.lastRefusal.code}</Code> {formats.dateTime(node.lastRefusal.at)}
                  </>
                ),
            },
            { term: t('health.forks'), value: node.forks === 0 ? undefined : formats.number(node.forks) },
          ]}
        />
      </div>
    </RecordRow>
  );
};

/** How the hub hears from its members: read again every few seconds while the page is open. */
export const HealthPage = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const formats = useFormats();
  const health = useQuery(healthQuery(api, lang));
  const stateOf = useStateOf();
  return (
    <Page>
      <PageHeader title={t('health.title')} lead={t('health.lead')} />
      <Loaded query={health}>
        {({ size, checkpointAt, nodes }) => (
          <Stack>
            <Card title={t('health.log')}>
              <div className={styles.facts}>
                <Facts
                  facts={[
                    { term: t('health.messages'), value: formats.number(size) },
                    { term: t('health.checkpointAt'), value: checkpointAt === undefined ? undefined : formats.dateTime(checkpointAt) },
                  ]}
                />
              </div>
            </Card>
            {nodes.length === 0 ? (
              <EmptyState title={t('health.none')} />
            ) : (
              <RecordList>
                {[...nodes]
                  .sort((a, b) => formats.compare(stateOf(a.id), stateOf(b.id)))
                  .map((node) => (
                    <NodeRow key={node.id} node={node} state={stateOf(node.id)} />
                  ))}
              </RecordList>
            )}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
};

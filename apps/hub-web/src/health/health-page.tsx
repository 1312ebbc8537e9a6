import type { NetworkHealth } from '@nmirf/contracts/network/health';
import { useApi } from '@nmirf/ui/app/api-context';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { useStateOf } from '@nmirf/ui/members/member-name';
import { Card, Hint, Page, PageHeader, Stack } from '@nmirf/ui/page/page';
import { Code, Facts } from '@nmirf/ui/page/facts';
import { RecordList, RecordRow } from '@nmirf/ui/page/record-list';
import { EmptyState, Loaded } from '@nmirf/ui/page/states';
import { StatusTag } from '@nmirf/ui/page/status-tag';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { healthQuery } from '../desk/desk-queries.js';
import { HealthExport } from './health-export.js';
import styles from './health.module.css';
import { nodeState, nodeTones } from './node-state.js';
import { RecoveryNotice } from './recovery-notice.js';

type Node = NetworkHealth['nodes'][number];

/** What was heard of a node, and when. */
const NodeFacts = ({ node }: { readonly node: Node }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const { lastContactAt, lag, cosignedSize, refusals, lastRefusal, forks } = node;
  return (
    <div className={styles.facts}>
      <Facts
        facts={[
          { term: t('health.lastContact'), value: lastContactAt === undefined ? t('health.never') : formats.dateTime(lastContactAt) },
          {
            term: t('health.lag'),
            value: lag === undefined ? t('health.unknown') : lag === 0 ? t('health.upToDate') : t('health.behind', { count: lag }),
          },
          {
            term: t('health.cosigned'),
            value: cosignedSize === undefined ? t('health.cosignedNothing') : t('health.cosignedUpTo', { size: cosignedSize }),
          },
          { term: t('health.refusals'), value: formats.number(refusals) },
          {
            term: t('health.lastRefusal'),
            value:
              lastRefusal === undefined ? undefined : (
                <>
                  {lastRefusal.title}
                  <Hint>{formats.dateTime(lastRefusal.at)}</Hint>
                </>
              ),
          },
          { term: t('health.forks'), value: forks === 0 ? undefined : formats.number(forks) },
        ]}
      />
    </div>
  );
};

const NodeRow = ({ node, state }: { readonly node: Node; readonly state: string }) => {
  const { t } = useTranslation();
  const lang = useLanguage();
  const heard = nodeState(node, Date.now());
  return (
    <RecordRow
      title={
        <Link to="/$lang/members/$id" params={{ lang, id: node.id }}>
          {state}
        </Link>
      }
      status={<StatusTag tone={nodeTones[heard]} label={t(`health.state.${heard}`)} />}
      meta={
        <>
          <Code>{node.id}</Code>
          {node.status === 'active' ? null : <span>{t(`memberStatus.${node.status}`)}</span>}
        </>
      }
    >
      <NodeFacts node={node} />
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
      <PageHeader
        title={t('health.title')}
        lead={t('health.lead')}
        actions={health.data === undefined ? undefined : <HealthExport nodes={health.data.nodes} />}
      />
      <Loaded query={health}>
        {({ size, witnessedSize, checkpointAt, recovery, nodes }) => (
          <Stack>
            {recovery === undefined ? null : <RecoveryNotice {...recovery} />}
            <Card title={t('health.log')}>
              <div className={styles.facts}>
                <Facts
                  facts={[
                    { term: t('health.messages'), value: formats.number(size) },
                    { term: t('health.witnessedSize'), value: formats.number(witnessedSize) },
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

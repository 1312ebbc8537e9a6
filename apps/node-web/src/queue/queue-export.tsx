import { listQueue } from '@nmirf/api-client/queue';
import type { OutgoingState, OutgoingView } from '@nmirf/contracts/network/queue';
import { useApi } from '@nmirf/ui/app/api-context';
import { ExportButton } from '@nmirf/ui/export/export-button';
import { useTranslation } from 'react-i18next';
import { kindOf } from './kinds.js';

/** Every message of this state as a file, with how far it has come and why it was refused. */
export const QueueExport = ({ state }: { readonly state: OutgoingState | undefined }) => {
  const { t } = useTranslation();
  const api = useApi();
  const kind = (type: string): string => {
    const key = kindOf(type);
    return key === undefined ? type : t(key);
  };
  return (
    <ExportButton<OutgoingView>
      name="messages"
      page={(after) => listQueue(api, { state, after, limit: 100 })}
      columns={[
        { title: t('queue.kindTitle'), value: ({ type }) => kind(type) },
        { title: t('queue.subjectTitle'), value: ({ title, subject }) => title ?? subject },
        { title: t('queue.stateTitle'), value: (item) => t(`outgoing.${item.alert ?? item.state}`) },
        { title: t('queue.createdTitle'), value: ({ createdAt }) => createdAt },
        { title: t('queue.provenTitle'), value: ({ provenAt }) => provenAt },
        { title: t('queue.numberTitle'), value: ({ seq }) => seq },
        { title: t('queue.positionTitle'), value: ({ position }) => position },
        { title: t('queue.problemTitle'), value: ({ problem }) => problem?.title },
      ]}
    />
  );
};

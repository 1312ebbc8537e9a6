import { listProposals } from '@nmirf/api-client/proposals';
import type { ProposalView } from '@nmirf/contracts/network/proposals';
import { useApi } from '@nmirf/ui/app/api-context';
import { ExportButton } from '@nmirf/ui/export/export-button';
import { useTranslation } from 'react-i18next';
import { kindOf } from '../queue/kinds.js';
import { useSubject } from './proposal-words.js';

/** Every proposal as a file, with the words that were given. */
export const ProposalsExport = () => {
  const { t } = useTranslation();
  const api = useApi();
  const subjectOf = useSubject();
  const kind = (type: string): string => {
    const key = kindOf(type);
    return key === undefined ? type : t(key);
  };
  return (
    <ExportButton<ProposalView>
      name="proposals"
      page={async () => ({ items: await listProposals(api) })}
      columns={[
        { title: t('queue.positionTitle'), value: ({ position }) => position },
        { title: t('queue.kindTitle'), value: ({ type }) => kind(type) },
        { title: t('queue.subjectTitle'), value: (proposal) => subjectOf(proposal) },
        { title: t('queue.stateTitle'), value: ({ state }) => t(`proposals.state.${state}`) },
        { title: t('proposals.own'), value: ({ own }) => (own === undefined ? undefined : t(`proposals.word.${own}`)) },
      ]}
    />
  );
};

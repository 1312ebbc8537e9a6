import type { NetworkHealth } from '@nmirf/contracts/network/health';
import { ExportButton } from '@nmirf/ui/export/export-button';
import { useStateOf } from '@nmirf/ui/members/member-name';
import { useTranslation } from 'react-i18next';

/** The list on screen as a file. */
export const HealthExport = ({ nodes }: { readonly nodes: NetworkHealth['nodes'] }) => {
  const { t } = useTranslation();
  const stateOf = useStateOf();
  return (
    <ExportButton
      name="network-health"
      page={() => Promise.resolve({ items: nodes })}
      columns={[
        { title: t('invitations.state'), value: ({ id }) => stateOf(id) },
        { title: t('health.node'), value: ({ id }) => id },
        { title: t('members.status'), value: ({ status }) => t(`memberStatus.${status}`) },
        { title: t('health.lastContact'), value: ({ lastContactAt }) => lastContactAt },
        { title: t('health.verifiedSize'), value: ({ verifiedSize }) => verifiedSize },
        { title: t('health.cosigned'), value: ({ cosignedSize }) => cosignedSize },
        { title: t('health.refusals'), value: ({ refusals }) => refusals },
        { title: t('health.lastRefusal'), value: ({ lastRefusal }) => lastRefusal?.title },
        { title: t('health.refusalTime'), value: ({ lastRefusal }) => lastRefusal?.at },
        { title: t('health.forks'), value: ({ forks }) => forks },
      ]}
    />
  );
};

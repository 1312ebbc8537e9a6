import { listAudit } from '@nmirf/api-client/audit';
import type { AuditEntry } from '@nmirf/contracts/audit/audit';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api-context.js';
import { ExportButton } from '../export/export-button.js';
import { useAuditDetails } from './audit-details.js';
import type { AuditSearch } from './audit-search.js';

/** Everything the filters find, as a file: one line an entry. */
export const AuditExport = ({ search }: { readonly search: AuditSearch }) => {
  const { t } = useTranslation();
  const api = useApi();
  const detailsOf = useAuditDetails();
  return (
    <ExportButton<AuditEntry>
      name="audit"
      page={(after) => listAudit(api, { ...search, after, limit: 100 })}
      columns={[
        { title: t('audit.time'), value: ({ at }) => at },
        { title: t('audit.byAction'), value: ({ action }) => t(`auditAction.${action}`) },
        { title: t('audit.person'), value: ({ by }) => by?.name ?? t('audit.nobody') },
        { title: t('audit.subject'), value: ({ subject }) => subject },
        {
          title: t('audit.details'),
          value: ({ details }) =>
            detailsOf(details)
              .map((detail) => detail.join(' '))
              .join(' · '),
        },
      ]}
    />
  );
};

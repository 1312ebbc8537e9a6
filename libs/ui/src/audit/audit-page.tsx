import { listAudit } from '@nmirf/api-client/audit';
import type { AuditEntry } from '@nmirf/contracts/audit/audit';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api-context.js';
import { useFormats, useLanguage } from '../language/use-language.js';
import { Code } from '../page/facts.js';
import { Page, PageHeader, Stack } from '../page/page.js';
import { PageLinks } from '../page/pages-links.js';
import { RecordList, RecordRow } from '../page/record-list.js';
import { EmptyState, Loaded } from '../page/states.js';
import { useAuditDetails } from './audit-details.js';
import { AuditExport } from './audit-export.js';
import { AuditFilters } from './audit-filters.js';
import type { AuditSearch } from './audit-search.js';

interface AuditPageProperties {
  /** The way to what an entry is about; nothing where there is no page for it. */
  readonly wayTo?: (entry: AuditEntry) => ReactNode;
}

interface SubjectProperties {
  readonly entry: AuditEntry;
  readonly subject: string;
  readonly wayTo: AuditPageProperties['wayTo'] | undefined;
}

const Subject = ({ entry, subject, wayTo }: SubjectProperties) => {
  const { t } = useTranslation();
  if (entry.action.startsWith('person.'))
    return (
      <Link to="." search={(old: AuditSearch) => ({ ...old, person: subject, after: undefined })}>
        {t('accounts.trail')}
      </Link>
    );
  return wayTo?.(entry) ?? <Code>{subject}</Code>;
};

const Entry = ({ entry, wayTo }: { readonly entry: AuditEntry } & AuditPageProperties) => {
  const { t } = useTranslation();
  const detailsOf = useAuditDetails();
  const formats = useFormats();
  const { at, by, action, subject, details } = entry;
  return (
    <RecordRow
      title={t(`auditAction.${action}`)}
      meta={
        <>
          <time dateTime={at}>{formats.dateTime(at)}</time>
          {by === undefined ? (
            <span>{t('audit.nobody')}</span>
          ) : (
            <Link to="." search={(old: AuditSearch) => ({ ...old, person: by.id, after: undefined })}>
              <bdi>{by.name}</bdi>
            </Link>
          )}
          {subject === undefined ? null : <Subject entry={entry} subject={subject} wayTo={wayTo} />}
          {detailsOf(details).map(([label, value]) => (
            <span key={label}>{t('audit.detail', { label, value })}</span>
          ))}
        </>
      }
    />
  );
};

/** Who did what, when: nobody's words, and nothing about third persons. */
export const AuditPage = ({ wayTo }: AuditPageProperties) => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const search: AuditSearch = useSearch({ strict: false });
  const trail = useQuery({
    queryKey: ['audit', search, lang],
    queryFn: ({ signal }) => listAudit(api, search, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Page>
      <PageHeader title={t('audit.title')} lead={t('audit.lead')} actions={<AuditExport search={search} />} />
      <Stack>
        <AuditFilters search={search} />
        <Loaded query={trail}>
          {({ items, next }) =>
            items.length === 0 ? (
              <EmptyState title={t('audit.none')} />
            ) : (
              <>
                <RecordList>
                  {items.map((entry) => (
                    <Entry key={entry.id} entry={entry} {...(wayTo === undefined ? {} : { wayTo })} />
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

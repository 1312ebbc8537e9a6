import { listAudit } from '@nmirf/api-client/audit';
import { auditAction, type AuditEntry } from '@nmirf/contracts/audit/audit';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api-context.js';
import { ChoiceField } from '../form/fields.js';
import { FieldGrid } from '../form/rows.js';
import { useFormats, useLanguage } from '../language/use-language.js';
import { Code } from '../page/facts.js';
import { Page, PageHeader, Stack } from '../page/page.js';
import { PageLinks } from '../page/pages-links.js';
import { RecordList, RecordRow } from '../page/record-list.js';
import { EmptyState, Loaded } from '../page/states.js';
import type { AuditSearch } from './audit-search.js';

interface AuditPageProperties {
  /** The way to what an entry is about; nothing where there is no page for it. */
  readonly wayTo?: (entry: AuditEntry) => ReactNode;
}

const Entry = ({ entry, wayTo }: { readonly entry: AuditEntry } & AuditPageProperties) => {
  const { t } = useTranslation();
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
          {subject === undefined ? null : (wayTo?.(entry) ?? <Code>{subject}</Code>)}
          {Object.entries(details ?? {}).map(([name, value]) => (
            <Code key={name}>{`${name}: ${String(value)}`}</Code>
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
  const formats = useFormats();
  const search: AuditSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const trail = useQuery({
    queryKey: ['audit', search, lang],
    queryFn: ({ signal }) => listAudit(api, search, signal),
    placeholderData: keepPreviousData,
  });
  const narrow = (changes: Readonly<Record<keyof AuditSearch, string | undefined>>): void =>
    void navigate({ to: '.', search: (old: object) => ({ ...old, ...changes }) });
  return (
    <Page>
      <PageHeader title={t('audit.title')} lead={t('audit.lead')} />
      <Stack>
        <FieldGrid>
          <ChoiceField
            id="audit-action"
            label={t('audit.byAction')}
            value={search.action ?? ''}
            choices={[
              { value: '', label: t('audit.anyAction') },
              ...auditAction.options
                .map((value) => ({ value, label: t(`auditAction.${value}`) }))
                .sort((a, b) => formats.compare(a.label, b.label)),
            ]}
            onChange={(action) => {
              narrow({ action: action === '' ? undefined : action, person: search.person, after: undefined });
            }}
          />
        </FieldGrid>
        {search.person === undefined ? null : (
          <p>
            <Link to="." search={(old: AuditSearch) => ({ ...old, person: undefined, after: undefined })}>
              {t('audit.everybody')}
            </Link>
          </p>
        )}
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

import { auditAction } from '@nmirf/contracts/audit/audit';
import { useApi } from '@nmirf/ui/app/api-context';
import { ChoiceField } from '@nmirf/ui/form/fields';
import { auditSearch } from '@nmirf/ui/audit/audit-search';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { Code } from '@nmirf/ui/page/facts';
import { Page, PageHeader, Stack } from '@nmirf/ui/page/page';
import { PageLinks } from '@nmirf/ui/page/pages-links';
import { RecordList, RecordRow } from '@nmirf/ui/page/record-list';
import { EmptyState, Loaded } from '@nmirf/ui/page/states';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { auditQuery } from './desk-queries.js';

/** Who did what, when: nobody's words, and nothing about third persons. */
export const AuditPage = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const formats = useFormats();
  const search = useSearch({ from: '/$lang/desk/audit' });
  const navigate = useNavigate({ from: '/$lang/desk/audit' });
  const trail = useQuery(auditQuery(api, lang, search));
  return (
    <Page>
      <PageHeader title={t('audit.title')} lead={t('audit.lead')} />
      <Stack>
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
          onChange={(action) => void navigate({ search: () => auditSearch({ action }) })}
        />
        <Loaded query={trail}>
          {({ items, next }) =>
            items.length === 0 ? (
              <EmptyState title={t('audit.none')} />
            ) : (
              <>
                <RecordList>
                  {items.map(({ id, at, by, action, subject }) => (
                    <RecordRow
                      key={id}
                      title={t(`auditAction.${action}`)}
                      meta={
                        <>
                          <time dateTime={at}>{formats.dateTime(at)}</time>
                          <span>{by === undefined ? t('audit.nobody') : <bdi>{by.name}</bdi>}</span>
                          {subject === undefined ? null : <Code>{subject}</Code>}
                        </>
                      }
                    />
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

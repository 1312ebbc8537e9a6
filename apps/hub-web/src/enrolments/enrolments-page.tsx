import { useApi } from '@nmirf/ui/app/api-context';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { Code } from '@nmirf/ui/page/facts';
import { Page, PageHeader } from '@nmirf/ui/page/page';
import { PageLinks } from '@nmirf/ui/page/pages-links';
import { RecordList, RecordRow } from '@nmirf/ui/page/record-list';
import { EmptyState, Loaded } from '@nmirf/ui/page/states';
import { StatusTag } from '@nmirf/ui/page/status-tag';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { enrolmentsQuery } from '../desk/desk-queries.js';
import { EnrolmentsExport } from './enrolments-export.js';
import { enrolmentTones } from './enrolment-tones.js';

/** Nodes that apply to become members, newest first. */
export const EnrolmentsPage = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const formats = useFormats();
  const { after } = useSearch({ from: '/$lang/desk/enrolments' });
  const enrolments = useQuery(enrolmentsQuery(api, lang, { after }));
  return (
    <Page>
      <PageHeader title={t('enrolments.title')} lead={t('enrolments.lead')} actions={<EnrolmentsExport />} />
      <Loaded query={enrolments}>
        {({ items, next }) =>
          items.length === 0 ? (
            <EmptyState title={t('enrolments.none')}>
              <p>{t('enrolments.noneHint')}</p>
            </EmptyState>
          ) : (
            <>
              <RecordList>
                {items.map(({ id, mechanism, node, state, receivedAt }) => (
                  <RecordRow
                    key={id}
                    title={
                      <Link to="/$lang/desk/enrolments/$id" params={{ lang, id }}>
                        {formats.country(mechanism.country)}
                      </Link>
                    }
                    status={<StatusTag tone={enrolmentTones[state]} label={t(`enrolmentState.${state}`)} />}
                    meta={
                      <>
                        <Code>{node}</Code>
                        <time dateTime={receivedAt}>{formats.dateTime(receivedAt)}</time>
                      </>
                    }
                  />
                ))}
              </RecordList>
              <PageLinks after={after} next={next} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
};

import { listMembers } from '@nmirf/api-client/library';
import { readLink } from '@nmirf/api-client/queue';
import { useApi } from '@nmirf/ui/app/api-context';
import { useLanguage } from '@nmirf/ui/language/use-language';
import { Page, PageHeader } from '@nmirf/ui/page/page';
import { LoadingRows } from '@nmirf/ui/page/states';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PracticeForm } from './practice-form.js';
import { emptyRecord } from './record-texts.js';

/** A practice that does not exist yet. The State of the mechanism is filled in where the node knows it. */
export const NewPracticePage = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const navigate = useNavigate();
  const country = useQuery({
    queryKey: ['own-country'],
    queryFn: async () => {
      const [link, members] = await Promise.all([readLink(api).catch(() => undefined), listMembers(api).catch(() => undefined)]);
      return members?.items.find((member) => member.id === link?.node)?.mechanism.country ?? '';
    },
  });
  return (
    <Page>
      <PageHeader title={t('editor.newTitle')} lead={t('editor.newLead')} />
      {country.data === undefined ? (
        <LoadingRows rows={2} height={240} />
      ) : (
        <PracticeForm
          start={emptyRecord(lang, country.data)}
          readOnly={false}
          onSaved={({ id }) => void navigate({ to: '/$lang/practices/$id', params: { lang, id }, replace: true })}
        />
      )}
    </Page>
  );
};

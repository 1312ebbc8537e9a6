import { listOwnPractices } from '@nmirf/api-client/practices';
import type { PracticeListItem, PracticeState } from '@nmirf/contracts/practices/authoring';
import { useApi } from '@nmirf/ui/app/api-context';
import { ExportButton } from '@nmirf/ui/export/export-button';
import { useFormats } from '@nmirf/ui/language/use-language';
import { useTranslation } from 'react-i18next';

/** Every practice of this state as a file. */
export const PracticesExport = ({ state }: { readonly state: PracticeState | undefined }) => {
  const { t } = useTranslation();
  const api = useApi();
  const formats = useFormats();
  return (
    <ExportButton<PracticeListItem>
      name="our-practices"
      page={(after) => listOwnPractices(api, { state, after, limit: 100 })}
      columns={[
        { title: t('practice.name'), value: ({ title }) => title },
        { title: t('practice.original'), value: ({ titleLanguage }) => formats.languageLabel(titleLanguage) },
        { title: t('queue.stateTitle'), value: (item) => t(`practiceState.${item.state}`) },
        { title: t('practices.changedTitle'), value: ({ updatedAt }) => updatedAt },
        { title: t('practices.publishedTitle'), value: ({ released }) => released?.at },
        { title: t('practices.versionTitle'), value: ({ released }) => released?.version },
      ]}
    />
  );
};

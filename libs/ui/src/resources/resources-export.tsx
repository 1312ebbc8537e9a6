import { fileAddress, listResources } from '@nmirf/api-client/resources';
import type { ResourceItem } from '@nmirf/contracts/resources/library';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api-context.js';
import { ExportButton } from '../export/export-button.js';
import { bestText } from '../language/content-text.js';
import { useFormats, useLanguage } from '../language/use-language.js';
import { useTerms } from '../language/use-terms.js';
import { readersWord } from './readers-mark.js';
import type { ResourcesSearch } from './resources-queries.js';

interface ResourcesExportProperties {
  readonly search: ResourcesSearch;
  /** The route of one resource, with `$lang` and `$id`. */
  readonly to: string;
}

/** Every resource the filters find, as a file: one line each, with the addresses of its files. */
export const ResourcesExport = ({ search, to }: ResourcesExportProperties) => {
  const { t } = useTranslation();
  const api = useApi();
  const router = useRouter();
  const lang = useLanguage();
  const formats = useFormats();
  const nameOf = useTerms();
  return (
    <ExportButton<ResourceItem>
      name="resources"
      page={(after) => listResources(api, { ...search, after, limit: 100 })}
      columns={[
        { title: t('practice.name'), value: ({ title, originalLanguage }) => bestText(title, lang, originalLanguage)?.text },
        { title: t('resources.facet.kind'), value: ({ kind }) => t(`resourceKind.${kind}`) },
        { title: t('resources.from'), value: ({ mechanism, source }) => (mechanism ? formats.country(mechanism.country) : source) },
        { title: t('resources.readers'), value: ({ audience }) => t(readersWord(audience)) },
        { title: t('practice.languages'), value: ({ languages }) => languages.map((of) => formats.languageLabel(of)).join(' · ') },
        { title: t('practice.themes'), value: ({ themes }) => themes.map((theme) => nameOf('theme', theme)).join(' · ') },
        { title: t('resources.licence'), value: ({ licence }) => t(`licence.${licence.replaceAll('.', '-')}`) },
        {
          title: t('resources.files'),
          value: ({ id, files }) => files.map(({ sha256 }) => location.origin + fileAddress(id, sha256)).join(' '),
        },
        { title: t('verification.receivedAt'), value: ({ place }) => place.receivedAt },
        { title: t('practice.address'), value: ({ id }) => location.origin + router.buildLocation({ to, params: { lang, id } }).href },
      ]}
    />
  );
};

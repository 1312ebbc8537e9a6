import { listPractices } from '@nmirf/api-client/library';
import type { LibraryItem } from '@nmirf/contracts/practices/library';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api-context.js';
import { ExportButton } from '../export/export-button.js';
import { bestText } from '../language/content-text.js';
import { useFormats, useLanguage } from '../language/use-language.js';
import { useTerms } from '../language/use-terms.js';
import type { LibrarySearch } from './library-queries.js';

interface LibraryExportProperties {
  readonly search: LibrarySearch;
  /** The route of one practice, with `$lang` and `$id`. */
  readonly to: string;
}

/** Every practice the filters find, as a file: one line each, with the address to read it at. */
export const LibraryExport = ({ search, to }: LibraryExportProperties) => {
  const { t } = useTranslation();
  const api = useApi();
  const router = useRouter();
  const lang = useLanguage();
  const formats = useFormats();
  const nameOf = useTerms();
  const addressOf = (id: string): string => location.origin + router.buildLocation({ to, params: { lang, id } }).href;
  return (
    <ExportButton<LibraryItem>
      name="practices"
      page={(after) => listPractices(api, { ...search, after, limit: 100 })}
      columns={[
        { title: t('practice.name'), value: ({ title, originalLanguage }) => bestText(title, lang, originalLanguage)?.text },
        { title: t('practice.country'), value: ({ country }) => (country === undefined ? undefined : formats.country(country)) },
        { title: t('practice.region'), value: ({ region }) => t(`region.${region}`) },
        { title: t('practice.type'), value: ({ type }) => t(`practiceType.${type}`) },
        { title: t('practice.themes'), value: ({ themes }) => themes.map((theme) => nameOf('theme', theme)).join(' · ') },
        { title: t('practice.goals'), value: ({ sdgs }) => sdgs.join(' ') },
        {
          title: t('practice.languages'),
          value: ({ languages }) => languages.map((language) => formats.languageLabel(language)).join(' · '),
        },
        { title: t('verification.receivedAt'), value: ({ place }) => place.receivedAt },
        { title: t('verification.position'), value: ({ place }) => place.position },
        { title: t('practice.address'), value: ({ id }) => addressOf(id) },
      ]}
    />
  );
};

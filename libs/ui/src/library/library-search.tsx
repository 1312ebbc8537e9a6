import { Button, NativeSelect, TextInput } from '@mantine/core';
import { languages, type Language } from '@nmirf/contracts/languages/language';
import { isLanguage } from '@nmirf/languages/languages';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../language/use-language.js';
import styles from './library.module.css';

export interface LibraryFilters {
  readonly q?: string | undefined;
  readonly language?: Language | undefined;
  readonly sdg?: number | undefined;
}

/** Reads the filters of an address; what does not fit is left out. */
export const libraryFilters = (search: Readonly<Record<string, unknown>>): LibraryFilters & { readonly after?: string } => {
  const sdg = Number(search['sdg']);
  const { q, language, after } = search;
  return {
    ...(typeof q === 'string' || typeof q === 'number' ? { q: String(q).slice(0, 200) } : {}),
    ...(isLanguage(language) ? { language } : {}),
    ...(Number.isInteger(sdg) && sdg >= 1 && sdg <= 17 ? { sdg } : {}),
    ...(typeof after === 'string' ? { after } : {}),
  };
};

interface LibrarySearchProperties {
  readonly filters: LibraryFilters;
  readonly onChange: (filters: LibraryFilters) => void;
}

const sdgs = Array.from({ length: 17 }, (_, index) => String(index + 1));

/** A plain GET form: the address holds the filters, and they work before the script arrives. */
export const LibrarySearch = ({ filters, onChange }: LibrarySearchProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const [words, setWords] = useState(filters.q ?? '');
  useEffect(() => {
    setWords(filters.q ?? '');
  }, [filters.q]);
  const change = (changed: LibraryFilters): void => {
    onChange({ ...filters, q: words === '' ? undefined : words, ...changed });
  };
  const any = filters.q !== undefined || filters.language !== undefined || filters.sdg !== undefined;
  return (
    <search>
      <form
        className={styles.search}
        aria-label={t('library.searchForm')}
        onSubmit={(event) => {
          event.preventDefault();
          change({});
        }}
      >
        <TextInput
          id="library-q"
          name="q"
          type="search"
          size="md"
          label={t('library.words')}
          leftSection={<IconSearch size={18} aria-hidden />}
          maxLength={200}
          value={words}
          className={styles.words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
          }}
        />
        <NativeSelect
          id="library-language"
          name="language"
          size="md"
          label={t('library.language')}
          value={filters.language ?? ''}
          data={[
            { value: '', label: t('library.anyLanguage') },
            ...languages.map((value) => ({ value, label: formats.languageLabel(value) })),
          ]}
          onChange={({ currentTarget: { value } }) => {
            change({ language: isLanguage(value) ? value : undefined });
          }}
        />
        <NativeSelect
          id="library-sdg"
          name="sdg"
          size="md"
          label={t('library.goal')}
          value={filters.sdg === undefined ? '' : String(filters.sdg)}
          data={[{ value: '', label: t('library.anyGoal') }, ...sdgs.map((value) => ({ value, label: `${value} · ${t(`sdg.${value}`)}` }))]}
          onChange={({ currentTarget: { value } }) => {
            change({ sdg: value === '' ? undefined : Number(value) });
          }}
        />
        <Button type="submit" size="md">
          {t('library.search')}
        </Button>
        {any ? (
          <Button
            variant="subtle"
            size="md"
            onClick={() => {
              setWords('');
              onChange({});
            }}
          >
            {t('library.clear')}
          </Button>
        ) : null}
      </form>
    </search>
  );
};

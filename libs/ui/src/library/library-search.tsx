import { Button, NativeSelect, TextInput } from '@mantine/core';
import { libraryFilters } from '@nmirf/contracts/practices/library';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibrarySearch } from './library-queries.js';
import styles from './library.module.css';

interface LibrarySearchFormProperties {
  readonly search: LibrarySearch;
  readonly onChange: (search: LibrarySearch) => void;
}

const facets = Object.keys(libraryFilters.shape).filter((name) => name !== 'q') as (keyof LibrarySearch)[];

/** The filters chosen beside the form travel with it when no script is there to keep them. */
const ChosenFilters = ({ search }: { readonly search: LibrarySearch }) =>
  facets.flatMap((name) => {
    const value = search[name];
    return value === undefined ? [] : [<input key={name} type="hidden" name={name} value={value} />];
  });

/** Words and order as a plain GET form: the address holds both, and they work before the script arrives. */
export const LibrarySearchForm = ({ search, onChange }: LibrarySearchFormProperties) => {
  const { t } = useTranslation();
  const [words, setWords] = useState(search.q ?? '');
  useEffect(() => {
    setWords(search.q ?? '');
  }, [search.q]);
  const change = (changed: LibrarySearch): void => {
    const { q: _q, after: _after, ...rest } = search;
    onChange({ ...rest, ...(words.trim() === '' ? {} : { q: words.trim() }), ...changed });
  };
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
        <ChosenFilters search={search} />
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
          id="library-order"
          name="order"
          size="md"
          label={t('library.order')}
          value={search.order ?? 'newest'}
          data={[
            { value: 'newest', label: t('library.newest') },
            { value: 'oldest', label: t('library.oldest') },
          ]}
          onChange={({ currentTarget: { value } }) => {
            change({ order: value === 'oldest' ? 'oldest' : 'newest' });
          }}
        />
        <Button type="submit" size="md">
          {t('library.search')}
        </Button>
      </form>
    </search>
  );
};

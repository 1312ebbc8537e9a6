import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../shortcuts/shortcuts.js';
import styles from './library.module.css';

interface Words {
  readonly q?: string | undefined;
  readonly order?: 'newest' | 'oldest' | undefined;
  readonly after?: string | undefined;
}

interface LibrarySearchFormProperties<Search extends Words> {
  readonly label: string;
  /** The names of the filters beside it, which travel with it when no script is there to keep them. */
  readonly filters: readonly (keyof Search & string)[];
  readonly search: Search;
  readonly onChange: (search: Search) => void;
}

/** Words and order as a plain GET form: the address holds both, and they work before the script arrives. */
export const LibrarySearchForm = <Search extends Words>({ label, filters, search, onChange }: LibrarySearchFormProperties<Search>) => {
  const { t } = useTranslation();
  const [words, setWords] = useState(search.q ?? '');
  useEffect(() => {
    setWords(search.q ?? '');
  }, [search.q]);
  useShortcut({ keys: '/', label: () => t('shortcuts.search'), action: () => document.getElementById('library-q')?.focus() });
  const change = (changed: Words): void => {
    const { q: _q, after: _after, ...rest } = search;
    onChange({ ...rest, ...(words.trim() === '' ? {} : { q: words.trim() }), ...changed } as Search);
  };
  return (
    <search>
      <form
        className={styles.search}
        aria-label={label}
        onSubmit={(event) => {
          event.preventDefault();
          change({});
        }}
      >
        {filters.map((name) =>
          search[name] === undefined ? null : <input key={name} type="hidden" name={name} value={String(search[name])} />,
        )}
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

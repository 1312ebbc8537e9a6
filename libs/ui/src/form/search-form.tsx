import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import styles from './form.module.css';

interface SearchFormProperties {
  readonly label: string;
  readonly words: string | undefined;
  readonly onSearch: (words: string | undefined) => void;
}

/** One line of words to look for. */
export const SearchForm = ({ label, words, onSearch }: SearchFormProperties) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(words ?? '');
  useEffect(() => {
    setTyped(words ?? '');
  }, [words]);
  return (
    <search>
      <form
        className={styles.searchForm}
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(typed.trim() === '' ? undefined : typed.trim());
        }}
      >
        <TextInput
          id="search-words"
          name="q"
          type="search"
          size="md"
          label={label}
          maxLength={200}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
        <Button kind="main" submit>
          {t('library.search')}
        </Button>
      </form>
    </search>
  );
};

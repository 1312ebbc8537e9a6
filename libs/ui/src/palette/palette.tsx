import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { IconFile, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useModal } from '../dialog/use-modal.js';
import { useSettled } from '../form/use-settled.js';
import { useLanguage } from '../language/use-language.js';
import styles from './palette.module.css';
import { plainOf, type Found, type PaletteSource } from './palette-source.js';

interface PaletteProperties {
  readonly pages: readonly Found[];
  readonly sources: readonly PaletteSource[];
  readonly onClose: () => void;
}

type Group = Pick<PaletteSource, 'id' | 'label' | 'icon'> & { readonly items: readonly Found[] };

/** Everything that fits the words: pages at once, records as soon as the server answers. */
const useGroups = (words: string, pages: readonly Found[], sources: readonly PaletteSource[]) => {
  const { t } = useTranslation();
  const lang = useLanguage();
  const settled = useSettled(words);
  const answers = useQueries({
    queries: sources.map((source) => ({
      queryKey: ['palette', source.id, settled, lang],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => source.find(settled, signal),
      enabled: settled.length > 1,
      placeholderData: keepPreviousData,
    })),
  });
  const plain = plainOf(words);
  const fitting = pages.filter(({ label }) => plainOf(label).includes(plain));
  const found = words.length < 2 ? [] : sources.map(({ id, label, icon }, at) => ({ id, label, icon, items: answers[at]?.data ?? [] }));
  const groups: readonly Group[] = [{ id: 'pages', label: t('palette.pages'), icon: IconFile, items: fitting }, ...found];
  return {
    groups: groups.filter(({ items }) => items.length > 0),
    isBusy: words.length > 1 && (words !== settled || answers.some(({ isFetching }) => isFetching)),
    hasFailed: answers.some(({ isError }) => isError),
  };
};

const Option = ({ found, icon: Symbol }: { readonly found: Found; readonly icon: PaletteSource['icon'] }) => (
  <Combobox.Option value={found.key} className={styles.option}>
    <Symbol size={18} stroke={1.7} aria-hidden />
    <span className={styles.label} {...(found.lang === undefined ? {} : { lang: found.lang, dir: 'auto' as const })}>
      {found.label}
    </span>
    {found.note === undefined ? null : <bdi className={styles.note}>{found.note}</bdi>}
  </Combobox.Option>
);

/** Leads to every page and record by a few words. The browser's own dialog around a list that the arrow keys move in. */
export const Palette = ({ pages, sources, onClose }: PaletteProperties) => {
  const { t } = useTranslation();
  const router = useRouter();
  const lang = useLanguage();
  const dialog = useModal();
  const store = useCombobox({ opened: true });
  const [words, setWords] = useState('');
  const { groups, isBusy, hasFailed } = useGroups(words.trim(), pages, sources);
  const all = groups.flatMap(({ items }) => items);
  const keys = all.map(({ key }) => key).join(' ');
  // What Enter leads to is always the first that fits, whenever the answers come.
  useEffect(() => {
    store.selectFirstOption();
  }, [keys]);
  const follow = (key: string): void => {
    const found = all.find((candidate) => candidate.key === key);
    if (found === undefined) return;
    onClose();
    void router.navigate({ to: found.to, params: { lang, ...found.params }, search: found.search ?? {} });
  };
  const status = isBusy ? t('palette.searching') : t('palette.found', { count: all.length });
  return (
    <dialog ref={dialog} className={styles.palette} aria-label={t('palette.title')} onClose={onClose}>
      <Combobox store={store} onOptionSubmit={follow} withinPortal={false}>
        <Combobox.EventsTarget withExpandedAttribute>
          <TextInput
            autoFocus
            size="md"
            aria-label={t('palette.title')}
            placeholder={t('palette.words')}
            maxLength={200}
            leftSection={<IconSearch size={18} aria-hidden />}
            value={words}
            onChange={(event) => {
              setWords(event.currentTarget.value);
            }}
          />
        </Combobox.EventsTarget>
        <p role="status" className={styles.status}>
          {hasFailed && !isBusy ? t('palette.failed') : status}
        </p>
        <Combobox.Options className={styles.options} aria-label={t('palette.results')}>
          {groups.map(({ id, label, icon, items }) => (
            <Combobox.Group key={id} label={label} classNames={{ groupLabel: styles.groupLabel ?? '' }}>
              {items.map((found) => (
                <Option key={found.key} found={found} icon={icon} />
              ))}
            </Combobox.Group>
          ))}
        </Combobox.Options>
      </Combobox>
    </dialog>
  );
};

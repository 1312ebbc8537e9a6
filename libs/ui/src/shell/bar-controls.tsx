import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import type { Language } from '@nmirf/contracts/languages/language';
import { directionOf, menuOrder, nativeNames } from '@nmirf/languages/languages';
import { IconLanguage, IconMoon, IconSun } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { rememberLanguage } from '../app/language-route.js';
import { useLanguage } from '../language/use-language.js';
import styles from './shell.module.css';

/** Changes the language of the page on screen and keeps its filters. */
export const LanguageMenu = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const router = useRouter();
  const choose = (next: Language): void => {
    rememberLanguage(next);
    const { pathname, searchStr, hash } = router.latestLocation;
    router.history.push(pathname.replace(/^\/[a-z]{2}(?=\/|$)/, `/${next}`) + searchStr + (hash === '' ? '' : `#${hash}`));
  };
  return (
    <Menu position="bottom-end" width={190} shadow="md" withInitialFocusPlaceholder={false} withinPortal={false}>
      <Menu.Target>
        <button type="button" className={styles.language} aria-label={t('shell.chooseLanguage', { language: nativeNames[language] })}>
          <IconLanguage size={20} aria-hidden />
          <span lang={language}>{nativeNames[language]}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {menuOrder.map((other) => (
          <Menu.Item
            key={other}
            lang={other}
            dir={directionOf(other)}
            className={styles.languageItem}
            aria-current={other === language ? 'true' : undefined}
            onClick={() => {
              choose(other);
            }}
          >
            {nativeNames[other]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};

/** Light or dark. Which icon shows is decided by style alone, so that a page rendered on a server agrees with every reader's. */
export const SchemeSwitch = () => {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const change = (): void => {
    setColorScheme(document.documentElement.dataset['mantineColorScheme'] === 'dark' ? 'light' : 'dark');
  };
  return (
    <ActionIcon variant="subtle" size={40} className={styles.icon} aria-label={t('shell.changeScheme')} onClick={change}>
      <span className={styles.onLight}>
        <IconMoon size={20} aria-hidden />
      </span>
      <span className={styles.onDark}>
        <IconSun size={20} aria-hidden />
      </span>
    </ActionIcon>
  );
};

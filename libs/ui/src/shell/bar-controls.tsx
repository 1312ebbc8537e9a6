import { ActionIcon, useMantineColorScheme } from '@mantine/core';
import type { Language } from '@nmirf/contracts/languages/language';
import { directionOf, menuOrder, nativeNames } from '@nmirf/languages/languages';
import { IconLanguage, IconMoon, IconSun } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { rememberLanguage } from '../app/language-route.js';
import { useAddressIn } from '../language/address-in.js';
import { useLanguage } from '../language/use-language.js';
import styles from './shell.module.css';

/** Changes the language of the page on screen and keeps its filters. Links in a disclosure: they work before the script arrives. */
export const LanguageMenu = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const router = useRouter();
  const addressIn = useAddressIn();
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    if (menu.current !== null) menu.current.open = false;
  };
  const choose = (next: Language): void => {
    close();
    rememberLanguage(next);
    router.history.push(addressIn(next));
  };
  return (
    <details
      ref={menu}
      className={styles.languages}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) close();
      }}
      onKeyDown={({ key }) => {
        if (key !== 'Escape') return;
        close();
        menu.current?.querySelector('summary')?.focus();
      }}
    >
      <summary className={styles.language} aria-label={t('shell.chooseLanguage', { language: nativeNames[language] })}>
        <IconLanguage size={20} aria-hidden />
        <span lang={language}>{nativeNames[language]}</span>
      </summary>
      <ul>
        {menuOrder.map((other) => (
          <li key={other}>
            <a
              href={addressIn(other)}
              lang={other}
              hrefLang={other}
              dir={directionOf(other)}
              className={styles.languageItem}
              aria-current={other === language ? 'true' : undefined}
              onClick={(event) => {
                event.preventDefault();
                choose(other);
              }}
            >
              {nativeNames[other]}
            </a>
          </li>
        ))}
      </ul>
    </details>
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
    <ActionIcon
      variant="subtle"
      size={40}
      className={`${styles.icon ?? ''} needs-script`}
      aria-label={t('shell.changeScheme')}
      onClick={change}
    >
      <span className={styles.onLight}>
        <IconMoon size={20} aria-hidden />
      </span>
      <span className={styles.onDark}>
        <IconSun size={20} aria-hidden />
      </span>
    </ActionIcon>
  );
};

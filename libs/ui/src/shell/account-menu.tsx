import { Menu } from '@mantine/core';
import type { PersonView } from '@nmirf/contracts/identity/session';
import { IconKeyboard, IconLogout, IconUser, IconUserCog } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language.js';
import { useShortcutHelp } from '../shortcuts/shortcuts.js';
import styles from './shell.module.css';

interface AccountMenuProperties {
  readonly person: PersonView;
  /** The page of the person's own account. */
  readonly account: string;
  readonly onSignOut: () => void;
}

/** Who is signed in, and the way out. */
export const AccountMenu = ({ person, account, onSignOut }: AccountMenuProperties) => {
  const { t } = useTranslation();
  const lang = useLanguage();
  const showShortcuts = useShortcutHelp();
  return (
    <Menu position="bottom-end" width={260} shadow="md" withInitialFocusPlaceholder={false} withinPortal={false}>
      <Menu.Target>
        <button type="button" className={styles.account} aria-label={t('shell.account', { name: person.name })}>
          <span className={styles.avatar}>
            <IconUser size={19} aria-hidden />
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className={styles.accountName}>
          <bdi>{person.name}</bdi>
          <br />
          <bdi>{person.email}</bdi>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconUserCog size={18} aria-hidden />}
          renderRoot={(root) => <Link to={account} params={{ lang }} {...root} />}
        >
          {t('account.title')}
        </Menu.Item>
        {showShortcuts === undefined ? null : (
          <Menu.Item leftSection={<IconKeyboard size={18} aria-hidden />} onClick={showShortcuts}>
            {t('shortcuts.title')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconLogout size={18} className="flip" aria-hidden />} onClick={onSignOut}>
          {t('shell.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

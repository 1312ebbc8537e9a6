import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InfoDialog } from '../dialog/info-dialog.js';
import { Keys } from './keys.js';
import { allowSingleKeys, singleKeysAllowed } from './single-keys.js';
import type { Shortcut } from './shortcuts.js';
import styles from './shortcuts.module.css';

interface HelpDialogProperties {
  readonly shortcuts: readonly Shortcut[];
  readonly onClose: () => void;
}

/** Every shortcut of the page on screen, and the switch for those of single keys. */
export const HelpDialog = ({ shortcuts, onClose }: HelpDialogProperties) => {
  const { t } = useTranslation();
  const [allowed, setAllowed] = useState(singleKeysAllowed());
  return (
    <InfoDialog title={t('shortcuts.title')} onClose={onClose}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('shortcuts.what')}</th>
            <th scope="col">{t('shortcuts.keys')}</th>
          </tr>
        </thead>
        <tbody>
          {shortcuts.map(({ keys, label }) => (
            <tr key={keys}>
              <td>{label()}</td>
              <td>
                <Keys keys={keys} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Checkbox
        size="sm"
        label={t('shortcuts.single')}
        description={t('shortcuts.singleHint')}
        checked={allowed}
        onChange={(event) => {
          allowSingleKeys(event.currentTarget.checked);
          setAllowed(event.currentTarget.checked);
        }}
      />
    </InfoDialog>
  );
};

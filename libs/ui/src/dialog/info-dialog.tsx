import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './dialog.module.css';
import { useModal } from './use-modal.js';

interface InfoDialogProperties {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Something to read over the page, with nothing to decide. */
export const InfoDialog = ({ title, onClose, children }: InfoDialogProperties) => {
  const { t } = useTranslation();
  const id = useId();
  const dialog = useModal();
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={id} onClose={onClose}>
      <div className={styles.info}>
        <div className={styles.infoHead}>
          <h2 id={id}>{title}</h2>
          <ActionIcon variant="subtle" size={40} color="gray" className={styles.close} aria-label={t('dialog.close')} onClick={onClose}>
            <IconX size={20} aria-hidden />
          </ActionIcon>
        </div>
        {children}
      </div>
    </dialog>
  );
};

import { useId, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Button } from '../form/button.js';
import { ProblemNotice } from '../page/states.js';
import styles from './dialog.module.css';
import { useModal } from './use-modal.js';

interface DialogProperties {
  readonly title: string;
  /** The verb on the button that does it. */
  readonly action: string;
  /** Says that something is taken away or cannot be undone. */
  readonly danger?: boolean;
  readonly busy?: boolean;
  /** Why it could not be done; what was typed stays. */
  readonly error?: unknown;
  readonly onAction: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * Asks before something is done, and names what follows from it. The browser's own dialog: it keeps the focus inside, closes on Escape
 * and gives the focus back. It is there while it is drawn.
 */
export const Dialog = ({ title, action, danger, busy, error, onAction, onClose, children }: DialogProperties) => {
  const { t } = useTranslation();
  const id = useId();
  const dialog = useModal();
  // Not within a form it is opened from: browsers tell nobody when a form inside another is sent, and leave the page.
  return createPortal(
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={id} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // To React it still stands within that form, which is not what was sent.
          event.stopPropagation();
          onAction();
        }}
      >
        <h2 id={id}>{title}</h2>
        {children}
        {error === undefined || error === null ? null : <ProblemNotice error={error} />}
        <div className={styles.actions}>
          <Button submit kind={danger === true ? 'danger' : 'main'} busy={busy === true}>
            {action}
          </Button>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
        </div>
      </form>
    </dialog>,
    document.body,
  );
};

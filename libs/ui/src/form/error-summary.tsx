import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './form.module.css';

export interface FieldError {
  /** The id of the field. */
  readonly id: string;
  readonly text: string;
}

/** All errors of a form in one place, each leading to its field. Takes the focus when the list changes. */
export const ErrorSummary = ({ errors }: { readonly errors: readonly FieldError[] }) => {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} className={styles.summary} role="alert" aria-labelledby="error-summary" tabIndex={-1}>
      <h2 id="error-summary">{t('form.problems', { count: errors.length })}</h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.id} ${error.text}`}>
            <a
              href={`#${error.id}`}
              onClick={(event) => {
                event.preventDefault();
                const field = document.getElementById(error.id);
                field?.focus();
                field?.scrollIntoView({ block: 'center' });
              }}
            >
              {error.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};

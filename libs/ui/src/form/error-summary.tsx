import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './form.module.css';

export interface FieldError {
  /** The id of the field. */
  readonly id: string;
  readonly text: string;
}

const goTo = (id: string): void => {
  const field = document.getElementById(id);
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
};

/** All errors of a form in one place, read out at once, each leading to its field. The focus goes to the first field when the list changes. */
export const ErrorSummary = ({ errors }: { readonly errors: readonly FieldError[] }) => {
  const { t } = useTranslation();
  useEffect(() => {
    if (errors[0] !== undefined) goTo(errors[0].id);
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div className={styles.summary} role="alert" aria-labelledby="error-summary">
      <h2 id="error-summary">{t('form.problems', { count: errors.length })}</h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.id} ${error.text}`}>
            <a
              href={`#${error.id}`}
              onClick={(event) => {
                event.preventDefault();
                goTo(error.id);
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

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldError } from '../form/error-summary.js';
import { PasswordField } from '../form/fields.js';

/** The server refuses a shorter one (NIST SP 800-63B §5.1.1.2 asks for length alone). */
const SHORTEST = 12;

/** A new password, typed twice: nobody can read what they typed. */
export const useNewPassword = () => {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const errors: readonly FieldError[] = [
    ...(password.length >= SHORTEST ? [] : [{ id: 'new-password', text: t('account.passwordShort', { count: SHORTEST }) }]),
    ...(password === again ? [] : [{ id: 'new-password-again', text: t('account.passwordDiffers') }]),
  ];
  const clear = (): void => {
    setPassword('');
    setAgain('');
  };
  const fields = (errorOf: (id: string) => string | undefined) => (
    <>
      <PasswordField
        id="new-password"
        label={t('account.newPassword')}
        hint={t('account.passwordHint', { count: SHORTEST })}
        autoComplete="new-password"
        error={errorOf('new-password')}
        value={password}
        onChange={setPassword}
      />
      <PasswordField
        id="new-password-again"
        label={t('account.passwordAgain')}
        autoComplete="new-password"
        error={errorOf('new-password-again')}
        value={again}
        onChange={setAgain}
      />
    </>
  );
  return { password, errors, fields, clear };
};

import { addAccount } from '@nmirf/api-client/accounts';
import { accountAdd, type AccountAdded } from '@nmirf/contracts/identity/account';
import { menuOrder, nativeNames } from '@nmirf/languages/languages';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../dialog/dialog.js';
import { ErrorSummary, type FieldError } from '../form/error-summary.js';
import { ChoiceField, TextField } from '../form/fields.js';
import { useLanguage } from '../language/use-language.js';
import { RolesField } from './roles-field.js';
import { useAccountChange } from './use-account-change.js';

interface AddAccountProperties {
  readonly onAdded: (added: AccountAdded) => void;
  readonly onClose: () => void;
}

/** A new account. No password is asked for: its person chooses it, by the link that is shown afterwards. */
export const AddAccountDialog = ({ onAdded, onClose }: AddAccountProperties) => {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [language, setLanguage] = useState(useLanguage());
  const [roles, setRoles] = useState<readonly string[]>([]);
  const [told, setTold] = useState<readonly FieldError[]>([]);
  const adding = useAccountChange(addAccount, (added) => {
    onAdded(added);
    onClose();
  });
  const account = { name, email: email.trim(), language, roles: [...roles] };
  const submit = (): void => {
    const wrong = new Set(accountAdd.safeParse(account).error?.issues.map(({ path }) => String(path[0])));
    const found = ['name', 'email', 'roles'].filter((field) => wrong.has(field));
    setTold(found.map((field) => ({ id: `account-${field}`, text: t(`accounts.error.${field}`) })));
    if (found.length === 0) adding.mutate(account);
  };
  const errorOf = (field: string): string | undefined => told.find(({ id }) => id === `account-${field}`)?.text;
  return (
    <Dialog
      title={t('accounts.addTitle')}
      action={t('accounts.addNow')}
      busy={adding.isPending}
      error={adding.error}
      onAction={submit}
      onClose={onClose}
    >
      <ErrorSummary errors={told} />
      <p>{t('accounts.addMeans')}</p>
      <TextField
        id="account-name"
        label={t('account.name')}
        hint={t('account.nameHint')}
        maxLength={200}
        error={errorOf('name')}
        value={name}
        onChange={setName}
      />
      <TextField id="account-email" type="email" label={t('accounts.email')} error={errorOf('email')} value={email} onChange={setEmail} />
      <ChoiceField
        id="account-language"
        label={t('account.language')}
        choices={menuOrder.map((value) => ({ value, label: nativeNames[value] }))}
        value={language}
        onChange={(value) => {
          setLanguage(menuOrder.find((candidate) => candidate === value) ?? language);
        }}
      />
      <RolesField id="account-roles" chosen={roles} error={errorOf('roles')} onChange={setRoles} />
    </Dialog>
  );
};

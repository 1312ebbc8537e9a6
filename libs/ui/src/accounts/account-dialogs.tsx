import { changeRoles, lockAccount, renewPasswordLink, unlockAccount } from '@nmirf/api-client/accounts';
import type { AccountView, PasswordLink } from '@nmirf/contracts/identity/account';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../dialog/dialog.js';
import { RolesField } from './roles-field.js';
import { useAccountChange } from './use-account-change.js';

interface AccountDialogProperties {
  readonly account: AccountView;
  readonly onClose: () => void;
}

export const RolesDialog = ({ account, onClose }: AccountDialogProperties) => {
  const { t } = useTranslation();
  const [roles, setRoles] = useState<readonly string[]>(account.roles);
  const changing = useAccountChange((api, chosen: readonly string[]) => changeRoles(api, account.id, chosen), onClose);
  return (
    <Dialog
      title={t('accounts.rolesTitle', { name: account.name })}
      action={t('accounts.rolesNow')}
      busy={changing.isPending}
      error={changing.error}
      onAction={() => changing.mutate(roles)}
      onClose={onClose}
    >
      <p>{t('accounts.rolesMeans')}</p>
      <RolesField id="change-roles" chosen={roles} onChange={setRoles} />
    </Dialog>
  );
};

/** Locks an account, or unlocks a locked one. */
export const LockDialog = ({ account, onClose }: AccountDialogProperties) => {
  const { t } = useTranslation();
  const way = account.state === 'locked' ? 'unlock' : 'lock';
  const changing = useAccountChange((api, id: string) => (way === 'lock' ? lockAccount(api, id) : unlockAccount(api, id)), onClose);
  return (
    <Dialog
      title={t(`accounts.${way}Title`, { name: account.name })}
      action={t(`accounts.${way}Now`)}
      danger={way === 'lock'}
      busy={changing.isPending}
      error={changing.error}
      onAction={() => changing.mutate(account.id)}
      onClose={onClose}
    >
      <p>{t(`accounts.${way}Means`)}</p>
    </Dialog>
  );
};

export const LinkDialog = ({ account, onClose, onMade }: AccountDialogProperties & { readonly onMade: (link: PasswordLink) => void }) => {
  const { t } = useTranslation();
  const making = useAccountChange(renewPasswordLink, (link) => {
    onMade(link);
    onClose();
  });
  return (
    <Dialog
      title={t('accounts.linkTitle', { name: account.name })}
      action={t('accounts.linkNow')}
      busy={making.isPending}
      error={making.error}
      onAction={() => making.mutate(account.id)}
      onClose={onClose}
    >
      <p>{t('accounts.linkMeans')}</p>
    </Dialog>
  );
};

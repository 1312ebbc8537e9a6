import { listAccounts } from '@nmirf/api-client/accounts';
import type { AccountView } from '@nmirf/contracts/identity/account';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api-context.js';
import { ExportButton } from '../export/export-button.js';

/** Everybody the words find, as a file: who may do what here. */
export const AccountsExport = ({ words }: { readonly words: string | undefined }) => {
  const { t } = useTranslation();
  const api = useApi();
  return (
    <ExportButton<AccountView>
      name="people"
      page={(after) => listAccounts(api, { q: words, after, limit: 100 })}
      columns={[
        { title: t('account.name'), value: ({ name }) => name },
        { title: t('accounts.email'), value: ({ email }) => email },
        { title: t('accounts.roles'), value: ({ roles }) => roles.map((role) => t(`role.${role}`)).join(' · ') },
        { title: t('accounts.state'), value: ({ state }) => t(`accountState.${state}`) },
        { title: t('accounts.addedTitle'), value: ({ createdAt }) => createdAt },
        { title: t('accounts.seenTitle'), value: ({ lastSeenAt }) => lastSeenAt },
      ]}
    />
  );
};

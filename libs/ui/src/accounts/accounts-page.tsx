import { listAccounts } from '@nmirf/api-client/accounts';
import type { AccountView, PasswordLink } from '@nmirf/contracts/identity/account';
import { IconUserPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api-context.js';
import { Button } from '../form/button.js';
import { SearchForm } from '../form/search-form.js';
import { useLanguage } from '../language/use-language.js';
import { Page, PageHeader, Stack } from '../page/page.js';
import { PageLinks } from '../page/pages-links.js';
import { RecordList } from '../page/record-list.js';
import { EmptyState, Loaded } from '../page/states.js';
import { AccountsExport } from './accounts-export.js';
import { AccountRow } from './account-row.js';
import type { AccountsSearch } from './accounts-search.js';
import { AddAccountDialog } from './add-account-dialog.js';
import { LinkNotice } from './link-notice.js';
import { ACCOUNTS } from './use-account-change.js';

interface Made {
  readonly account: AccountView;
  readonly link: PasswordLink;
}

/** Who has an account here, what each may do, and the steps of those who manage people. `trail`: the page of the audit trail. */
export const AccountsPage = ({ trail }: { readonly trail: string }) => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const search: AccountsSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<Made>();
  const accounts = useQuery({
    queryKey: [ACCOUNTS, search, lang],
    queryFn: ({ signal }) => listAccounts(api, search, signal),
    placeholderData: keepPreviousData,
  });
  const actions = (
    <>
      <AccountsExport words={search.q} />
      <Button kind="main" icon={<IconUserPlus size={18} aria-hidden />} opensDialog onClick={() => setAdding(true)}>
        {t('accounts.add')}
      </Button>
    </>
  );
  return (
    <Page>
      <PageHeader title={t('accounts.title')} lead={t('accounts.lead')} actions={actions} />
      <Stack>
        {made === undefined ? null : <LinkNotice key={made.link.token} {...made} onDone={() => setMade(undefined)} />}
        <SearchForm
          label={t('accounts.search')}
          words={search.q}
          onSearch={(q) => void navigate({ to: '.', search: q === undefined ? {} : { q } })}
        />
        <Loaded query={accounts}>
          {({ items, next }) =>
            items.length === 0 ? (
              <EmptyState title={t('accounts.none')} />
            ) : (
              <>
                <RecordList>
                  {items.map((account) => (
                    <AccountRow key={account.id} account={account} trail={trail} onLink={(of, link) => setMade({ account: of, link })} />
                  ))}
                </RecordList>
                <PageLinks after={search.after} next={next} />
              </>
            )
          }
        </Loaded>
      </Stack>
      {adding ? <AddAccountDialog onAdded={setMade} onClose={() => setAdding(false)} /> : null}
    </Page>
  );
};

import { useTranslation } from 'react-i18next';
import { Card, Page, PageHeader, Stack } from '../page/page.js';
import { Facts } from '../page/facts.js';
import { useMe } from '../session/me.js';
import { PasswordCard } from './password-card.js';
import { ProfileCard } from './profile-card.js';
import { SessionsCard } from './sessions-card.js';

/** What people see and change about their own account. */
export const AccountPage = () => {
  const { t } = useTranslation();
  const me = useMe();
  if (me === undefined) return null;
  return (
    <Page>
      <PageHeader title={t('account.title')} lead={t('account.lead')} />
      <Stack>
        <ProfileCard person={me} />
        <Card title={t('account.rights')}>
          <Facts
            facts={[
              { term: t('accounts.email'), value: <bdi>{me.email}</bdi> },
              { term: t('accounts.roles'), value: me.roles.map((role) => t(`role.${role}`)).join(' · ') },
            ]}
          />
        </Card>
        <PasswordCard />
        <SessionsCard />
      </Stack>
    </Page>
  );
};

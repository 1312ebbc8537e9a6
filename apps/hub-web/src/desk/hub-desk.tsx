import { useMe } from '@nmirf/ui/session/me';
import { useSignOut } from '@nmirf/ui/session/use-sign-out';
import { AccountMenu } from '@nmirf/ui/shell/account-menu';
import { DeskShell } from '@nmirf/ui/shell/desk-shell';
import type { DestinationGroup } from '@nmirf/ui/shell/navigation';
import {
  IconActivityHeartbeat,
  IconHistory,
  IconHome2,
  IconMailForward,
  IconUserCheck,
  IconUsers,
  IconUsersGroup,
  IconWorld,
} from '@tabler/icons-react';
import { Outlet } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useHubSources } from '../palette/hub-sources.js';

/** Only what the officer's permissions allow is shown. */
const destinationGroups = (t: TFunction, may: (permission: string) => boolean): readonly DestinationGroup[] =>
  [
    {
      label: t('desk.secretariat'),
      destinations: [
        { to: '/$lang/desk', letter: 'h', label: t('desk.title'), icon: IconHome2, exact: true, permission: 'member:read-all' },
        { to: '/$lang/desk/invitations', letter: 'i', label: t('invitations.title'), icon: IconMailForward, permission: 'member:read-all' },
        { to: '/$lang/desk/enrolments', letter: 'e', label: t('enrolments.title'), icon: IconUserCheck, permission: 'member:read-all' },
      ],
    },
    {
      label: t('desk.network'),
      destinations: [
        { to: '/$lang/desk/members', letter: 'm', label: t('register.title'), icon: IconUsersGroup, permission: 'member:read-all' },
        { to: '/$lang/desk/health', letter: 'n', label: t('health.title'), icon: IconActivityHeartbeat, permission: 'member:read-all' },
        { to: '/$lang/desk/people', letter: 'u', label: t('accounts.title'), icon: IconUsers, permission: 'person:manage' },
        { to: '/$lang/desk/audit', letter: 'a', label: t('audit.title'), icon: IconHistory, permission: 'audit:read' },
        { to: '/$lang', label: t('desk.public'), icon: IconWorld, exact: true, permission: undefined },
      ],
    },
  ].map((group) => ({
    ...group,
    destinations: group.destinations.filter(({ permission }) => permission === undefined || may(permission)),
  }));

/** The frame of the secretariat's pages. */
export const HubDesk = () => {
  const { t } = useTranslation();
  const me = useMe();
  const leave = useSignOut();
  return (
    <DeskShell
      name={t('network.name')}
      tagline={t('desk.tagline')}
      groups={destinationGroups(t, (permission) => me?.permissions.includes(permission) ?? false)}
      sources={useHubSources()}
      account={me === undefined ? null : <AccountMenu person={me} account="/$lang/desk/account" onSignOut={() => void leave()} />}
    >
      <Outlet />
    </DeskShell>
  );
};

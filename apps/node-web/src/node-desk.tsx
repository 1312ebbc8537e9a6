import { AccountMenu } from '@nmirf/ui/shell/account-menu';
import { useMe } from '@nmirf/ui/session/me';
import { useSignOut } from '@nmirf/ui/session/use-sign-out';
import { DeskShell } from '@nmirf/ui/shell/desk-shell';
import type { DestinationGroup } from '@nmirf/ui/shell/navigation';
import {
  IconBook2,
  IconBooks,
  IconChartBar,
  IconChecklist,
  IconFiles,
  IconGavel,
  IconHistory,
  IconHome2,
  IconKey,
  IconPencil,
  IconSend,
  IconTextSpellcheck,
  IconUserCog,
  IconUsers,
} from '@tabler/icons-react';
import { Outlet } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useNodeSources } from './palette/node-sources.js';
import { LinkNotice } from './queue/link-notice.js';

/** Only what the person's permissions allow is shown. */
const destinationGroups = (t: TFunction, may: (permission: string) => boolean): readonly DestinationGroup[] =>
  [
    {
      label: t('navigation.work'),
      destinations: [
        { to: '/$lang', letter: 'h', label: t('home.title'), icon: IconHome2, exact: true, permission: undefined },
        { to: '/$lang/practices', letter: 'p', label: t('navigation.practices'), icon: IconPencil, permission: 'practice:read' },
        { to: '/$lang/own-resources', letter: 'f', label: t('navigation.ownResources'), icon: IconFiles, permission: 'practice:read' },
        {
          to: '/$lang/recommendations',
          letter: 'r',
          label: t('navigation.recommendations'),
          icon: IconChecklist,
          permission: 'recommendation:read',
        },
        {
          to: '/$lang/allowed-words',
          letter: 'w',
          label: t('allowedWords.title'),
          icon: IconTextSpellcheck,
          permission: 'practice:review',
        },
      ],
    },
    {
      label: t('navigation.network'),
      destinations: [
        { to: '/$lang/queue', letter: 'm', label: t('navigation.queue'), icon: IconSend, permission: 'queue:read' },
        { to: '/$lang/proposals', letter: 'c', label: t('navigation.proposals'), icon: IconGavel, permission: 'proposal:read' },
        { to: '/$lang/statistics', letter: 's', label: t('statistics.short'), icon: IconChartBar, permission: 'recommendation:read' },
        { to: '/$lang/library', letter: 'l', label: t('navigation.library'), icon: IconBook2, permission: undefined },
        { to: '/$lang/resources', letter: 'e', label: t('resources.title'), icon: IconBooks, permission: undefined },
      ],
    },
    {
      label: t('navigation.settings'),
      destinations: [
        { to: '/$lang/membership', letter: 'k', label: t('navigation.membership'), icon: IconKey, permission: undefined },
        { to: '/$lang/people', letter: 'u', label: t('accounts.title'), icon: IconUsers, permission: 'person:manage' },
        { to: '/$lang/audit', letter: 'a', label: t('audit.title'), icon: IconHistory, permission: 'audit:read' },
        { to: '/$lang/account', label: t('account.title'), icon: IconUserCog, permission: undefined },
      ],
    },
  ]
    .map((group) => ({
      ...group,
      destinations: group.destinations.filter(({ permission }) => permission === undefined || may(permission)),
    }))
    .filter((group) => group.destinations.length > 0);

/** The frame of everything behind the sign-in. */
export const NodeDesk = () => {
  const { t } = useTranslation();
  const me = useMe();
  const leave = useSignOut();
  const may = (permission: string): boolean => me?.permissions.includes(permission) ?? false;
  return (
    <DeskShell
      name={t('network.name')}
      tagline={t('node.tagline')}
      groups={destinationGroups(t, may)}
      sources={useNodeSources(may)}
      account={me === undefined ? null : <AccountMenu person={me} account="/$lang/account" onSignOut={() => void leave()} />}
      notice={<LinkNotice />}
    >
      <Outlet />
    </DeskShell>
  );
};

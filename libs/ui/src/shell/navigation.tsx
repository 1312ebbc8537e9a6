import type { Icon } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { useLanguage } from '../language/use-language.js';
import styles from './shell.module.css';

export interface Destination {
  /** A route of the client, with `$lang`. */
  readonly to: string;
  readonly label: string;
  readonly icon?: Icon;
  /** Current only on this very address, or below the address given in `also`. */
  readonly exact?: boolean;
  readonly also?: string;
  /** The letter that leads here after `g`. */
  readonly letter?: string;
}

interface NavigationLinkProperties {
  readonly destination: Destination;
  readonly className: string | undefined;
  readonly onFollow?: () => void;
}

export const NavigationLink = ({ destination, className, onFollow }: NavigationLinkProperties) => {
  const { to, label, icon: Symbol, exact, also } = destination;
  const beside = useRouterState({ select: ({ location }) => also !== undefined && location.pathname.includes(also) });
  return (
    <Link
      to={to}
      params={{ lang: useLanguage() }}
      className={className}
      activeOptions={{ exact: exact === true, includeSearch: false }}
      {...(beside ? { 'aria-current': 'page' as const } : {})}
      {...(onFollow === undefined ? {} : { onClick: onFollow })}
    >
      {Symbol === undefined ? null : <Symbol size={19} stroke={1.7} aria-hidden />}
      {label}
    </Link>
  );
};

export interface DestinationGroup {
  readonly label: string;
  readonly destinations: readonly Destination[];
}

interface GroupsProperties {
  readonly label: string;
  readonly groups: readonly DestinationGroup[];
  readonly onFollow?: () => void;
}

/** Groups of destinations, one below the other. */
export const NavigationGroups = ({ label, groups, onFollow }: GroupsProperties) => (
  <nav aria-label={label} className={styles.groups}>
    {groups.map((group) => (
      <div key={group.label} role="group" aria-label={group.label}>
        <div className={styles.groupTitle} aria-hidden="true">
          {group.label}
        </div>
        <ul>
          {group.destinations.map((destination) => (
            <li key={destination.to}>
              <NavigationLink destination={destination} className={styles.sideLink} {...(onFollow === undefined ? {} : { onFollow })} />
            </li>
          ))}
        </ul>
      </div>
    ))}
  </nav>
);

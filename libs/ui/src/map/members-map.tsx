import type { Mechanism } from '@nmirf/contracts/members/mechanism';
import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { map } from 'virtual:world-map';
import { useLanguage } from '../language/use-language.js';
import styles from './map.module.css';

export interface MapMember {
  readonly id: string;
  readonly country: string;
  readonly region: Mechanism['region'];
  /** The State in the language on screen. */
  readonly label: string;
}

interface MembersMapProperties {
  readonly members: readonly MapMember[];
  /** The route of one member, with `$lang` and `$id`. */
  readonly to: string;
}

/**
 * Where the members are: coastlines, and a dot at each capital that leads to the member. It is never mirrored. Dots of neighbours are
 * too close for the keyboard and for assistive technology; the list of the same members that stands beside it is theirs. No borders are drawn, and the caption says that a dot says nothing about any.
 */
export const MembersMap = ({ members, to }: MembersMapProperties) => {
  const { t } = useTranslation();
  const lang = useLanguage();
  return (
    <figure className={styles.map}>
      <div className={styles.canvas} style={{ '--coastlines': `url(${map.coastlines})`, '--ratio': map.ratio } as CSSProperties}>
        <div className={styles.land} />
        <ul aria-hidden="true">
          {members.map(({ id, country, region, label }) => {
            const place = map.places[country];
            if (place === undefined) return null;
            return (
              <li key={id} style={{ '--x': `${String(place[0])}%`, '--y': `${String(place[1])}%` } as CSSProperties} data-region={region}>
                <Link
                  to={to}
                  tabIndex={-1}
                  params={{ lang, id }}
                  className={styles.dot}
                  data-edge={place[0] > 70 ? 'end' : place[0] < 30 ? 'start' : 'none'}
                >
                  <span>{label}</span>
                </Link>
              </li>
            );
          })}
        </ul>
      </div>
      <figcaption>{t('map.disclaimer')}</figcaption>
    </figure>
  );
};

import { Link } from '@tanstack/react-router';
import styles from './page.module.css';

export interface FilterChoice {
  /** `undefined` for all. */
  readonly value: string | undefined;
  readonly label: string;
}

interface FilterLinksProperties {
  readonly label: string;
  /** The name of the search parameter. */
  readonly name: string;
  readonly choices: readonly FilterChoice[];
  readonly chosen: string | undefined;
}

/** A filter of a few values as links: each is an address. */
export const FilterLinks = ({ label, name, choices, chosen }: FilterLinksProperties) => (
  <nav aria-label={label} className={styles.filters}>
    <ul>
      {choices.map(({ value, label: text }) => (
        <li key={value ?? ''}>
          <Link
            to="."
            search={(old: object) => ({ ...old, [name]: value, after: undefined })}
            activeOptions={{ exact: true, explicitUndefined: true }}
            data-chosen={value === chosen}
          >
            {text}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);

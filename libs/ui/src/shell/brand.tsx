import { Link } from '@tanstack/react-router';
import { useLanguage } from '../language/use-language.js';
import { Mark } from './mark.js';
import styles from './shell.module.css';

/** The mark and the name, leading to the first page. */
export const Brand = ({ name, tagline }: { readonly name: string; readonly tagline: string }) => (
  <Link to="/$lang" params={{ lang: useLanguage() }} className={styles.brand}>
    <Mark />
    <span className={styles.brandText}>
      <span className={styles.brandName}>{name}</span>
      <span className={styles.brandTag}>{tagline}</span>
    </span>
  </Link>
);

import type { ResourceAudience } from '@nmirf/contracts/resources/resource';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './resources.module.css';

/** The text that names who may read something. */
export const readersWord = (audience: ResourceAudience): string => `resources.audience.${audience === '*' ? 'everyone' : audience}`;

/** Says of what is not for everybody whom it is for. */
export const ReadersMark = ({ audience }: { readonly audience: ResourceAudience }) => {
  const { t } = useTranslation();
  if (audience === '*') return null;
  return (
    <span className={styles.readers}>
      <IconLock size={16} aria-hidden />
      {t(readersWord(audience))}
    </span>
  );
};

import type { ResourceAudience } from '@nmirf/contracts/resources/resource';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../language/use-language.js';
import { useStateOf } from '../members/member-name.js';
import styles from './resources.module.css';

/** Which kind of readers, whoever they are. */
export const kindOf = (audience: ResourceAudience): 'everyone' | 'members' | 'list' => {
  if (audience === '*') return 'everyone';
  return audience === 'members' ? audience : 'list';
};

/** The text that names who may read something. */
export const readersWord = (audience: ResourceAudience): string => `resources.audience.${kindOf(audience)}`;

/** Who may read something, the States of named members with it. */
export const useReaders = (): ((audience: ResourceAudience) => string) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const stateOf = useStateOf();
  return (audience) => (typeof audience === 'string' ? t(readersWord(audience)) : formats.list(audience.map(stateOf)));
};

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

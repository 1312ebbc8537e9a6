import { useTranslation } from 'react-i18next';
import styles from './shortcuts.module.css';

const onMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);

/** The keys of a shortcut as they are printed on a keyboard, left to right in every language. */
export const Keys = ({ keys }: { readonly keys: string }) => {
  const { t } = useTranslation();
  const [first = '', second] = keys.split(' ');
  const isMod = first.startsWith('mod+');
  const mod = isMod ? <kbd>{onMac() ? '⌘' : t('shortcuts.ctrl')}</kbd> : null;
  const letter = (name: string) => <kbd>{name.replace('mod+', '').toLocaleUpperCase()}</kbd>;
  return (
    <bdi dir="ltr" className={styles.keys}>
      {mod}
      {letter(first)}
      {second === undefined ? null : letter(second)}
    </bdi>
  );
};

import { useOnline } from '@nmirf/ui/app/use-online';
import { Button } from '@nmirf/ui/form/button';
import { useFormats } from '@nmirf/ui/language/use-language';
import { useTranslation } from 'react-i18next';
import styles from './editor.module.css';
import type { Editor } from './use-editor.js';

interface SaveBarProperties {
  readonly editor: Pick<Editor<unknown>, 'changed' | 'saving' | 'saved' | 'busy'>;
  readonly onSubmit?: () => void;
}

/** Always in sight: whether the text is saved, and the two things to do with it. */
export const SaveBar = ({ editor, onSubmit }: SaveBarProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const isOnline = useOnline();
  const state = (): string => {
    if (editor.changed && !isOnline) return t('editor.offline');
    if (editor.saving) return t('editor.saving');
    if (editor.changed) return editor.saved?.state !== 'draft' ? t('editor.unsaved') : t('editor.willSave');
    return editor.saved === undefined ? t('editor.notYetSaved') : t('editor.savedAt', { date: formats.dateTime(editor.saved.updatedAt) });
  };
  return (
    <div className={styles.saveBar}>
      <p role="status">{state()}</p>
      <Button submit kind={onSubmit === undefined ? 'main' : 'plain'} busy={editor.busy}>
        {t('editor.save')}
      </Button>
      {onSubmit === undefined ? null : (
        <Button kind="main" disabled={editor.busy} onClick={onSubmit}>
          {t('editor.submit')}
        </Button>
      )}
    </div>
  );
};

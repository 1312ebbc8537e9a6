import { Dialog } from '@nmirf/ui/dialog/dialog';
import { Button } from '@nmirf/ui/form/button';
import { Notice } from '@nmirf/ui/page/banner';
import { Row } from '@nmirf/ui/page/page';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Editor } from './use-editor.js';

/** Two people wrote at once: neither text is lost, and the person chooses. */
export const Conflict = ({ editor }: { readonly editor: Pick<Editor<never>, 'saveOver' | 'takeTheirs'> }) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'saveOver' | 'takeTheirs'>();
  const choices = (['saveOver', 'takeTheirs'] as const).map((step) => (
    <Button
      key={step}
      size="sm"
      kind="danger"
      opensDialog
      onClick={() => {
        setAsked(step);
      }}
    >
      {t(`editor.${step}`)}
    </Button>
  ));
  return (
    <Notice tone="warning" title={t('editor.conflict')}>
      <p>{t('editor.conflictText')}</p>
      <Row>{choices}</Row>
      {asked === undefined ? null : (
        <Dialog
          title={t(`editor.${asked}`)}
          action={t(`editor.${asked}`)}
          danger
          onAction={() => {
            setAsked(undefined);
            void editor[asked]();
          }}
          onClose={() => {
            setAsked(undefined);
          }}
        >
          <p>{t(`editor.${asked}Means`)}</p>
        </Dialog>
      )}
    </Notice>
  );
};

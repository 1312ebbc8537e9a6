import type { Language } from '@nmirf/contracts/languages/language';
import type { PracticeRefusal } from '@nmirf/contracts/practices/refusal';
import { ErrorSummary, type FieldError } from '@nmirf/ui/form/error-summary';
import { Stack } from '@nmirf/ui/page/page';
import { ProblemNotice } from '@nmirf/ui/page/states';
import { type ReactNode, useState } from 'react';
import { Conflict } from './conflict.js';
import { RefusalCard } from './refusal-card.js';
import type { Mendable } from './refused-place.js';
import { SaveBar } from './save-bar.js';
import type { Editor } from './use-editor.js';
import { useMending } from './use-mending.js';

interface EditorFormProperties<Written extends Mendable> {
  readonly editor: Editor<Written>;
  readonly errors: readonly FieldError[];
  /** What the server refused last. */
  readonly problem: Error | null;
  /** Why the hub sent it back, while that is not mended. */
  readonly refusal: PracticeRefusal | undefined;
  readonly readOnly: boolean;
  readonly onLanguage: (language: Language) => void;
  readonly onSave: () => Promise<unknown>;
  readonly onSubmit?: (() => Promise<unknown>) | undefined;
  /** The fields. */
  readonly children: ReactNode;
}

/** What stands around the fields of a record that is written: errors, the choice on a conflict, what the hub sent back, and saving. */
export const EditorForm = <Written extends Mendable>(properties: EditorFormProperties<Written>) => {
  const { editor, errors, problem, refusal, readOnly, onLanguage, onSave, onSubmit, children } = properties;
  const [version, setVersion] = useState(0);
  const redraw = (): void => {
    setVersion(version + 1);
  };
  // Lists keep what is typed; they are drawn anew when somebody else's text is taken over.
  const takeTheirs = async (): Promise<void> => {
    await editor.takeTheirs();
    redraw();
  };
  const mending = useMending(refusal, editor, { setLanguage: onLanguage, redraw });
  return (
    <form
      id="editor"
      tabIndex={-1}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void onSave();
      }}
    >
      <Stack>
        <ErrorSummary errors={errors} />
        {editor.conflict ? <Conflict editor={{ ...editor, takeTheirs }} /> : null}
        {problem === null || editor.conflict ? null : <ProblemNotice error={problem} />}
        {refusal === undefined ? null : (
          <RefusalCard refusal={refusal} record={editor.record} readOnly={readOnly} onShow={mending.show} onMend={mending.mend} />
        )}
        <Stack key={version}>{children}</Stack>
        {readOnly ? null : <SaveBar editor={editor} {...(onSubmit === undefined ? {} : { onSubmit: () => void onSubmit() })} />}
      </Stack>
    </form>
  );
};

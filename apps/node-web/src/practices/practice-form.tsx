import type { PracticeView } from '@nmirf/contracts/practices/authoring';
import type { PracticeDraftRecord } from '@nmirf/contracts/practices/record';
import type { PracticeRefusal } from '@nmirf/contracts/practices/refusal';
import { ErrorSummary, type FieldError } from '@nmirf/ui/form/error-summary';
import { Stack } from '@nmirf/ui/page/page';
import { ProblemNotice } from '@nmirf/ui/page/states';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Conflict } from '../editor/conflict.js';
import { RefusalCard } from '../editor/refusal-card.js';
import { SaveBar } from '../editor/save-bar.js';
import { useEditor } from '../editor/use-editor.js';
import { useMending } from '../editor/use-mending.js';
import { FactsSection } from './facts-section.js';
import { practiceKind } from './practice-kind.js';
import { PrivateSection } from './private-section.js';
import { PublicSection } from './public-section.js';
import { recordErrors, type Purpose } from './record-errors.js';
import { RecommendationsSection } from './recommendations-section.js';
import { ResultsSection } from './results-section.js';

interface PracticeFormProperties {
  readonly practice?: PracticeView;
  readonly start: PracticeDraftRecord;
  readonly readOnly: boolean;
  /** Why the hub sent it back, while that is not mended. */
  readonly refusal?: PracticeRefusal | undefined;
  readonly onSaved?: (practice: PracticeView) => void;
  readonly onSubmit?: () => Promise<unknown>;
}

/** The whole form of a practice. */
export const PracticeForm = ({ practice, start, readOnly, refusal, onSaved, onSubmit }: PracticeFormProperties) => {
  const { t } = useTranslation();
  const editor = useEditor(practiceKind, practice, start);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [version, setVersion] = useState(0);
  const [language, setLanguage] = useState(start.originalLanguage);
  const errorOf = (id: string): string | undefined => errors.find((error) => error.id === id)?.text;
  const save = async (purpose: Purpose): Promise<boolean> => {
    const found = recordErrors(editor.record, purpose, t);
    // What is missing is missing in the original; the focus goes to its tab.
    if (found.length > 0) setLanguage(editor.record.originalLanguage);
    setErrors(found);
    if (found.length > 0) return false;
    const view = await editor.save();
    if (view !== undefined) onSaved?.(view);
    return view !== undefined;
  };
  const submit = async (): Promise<void> => {
    if (onSubmit !== undefined && (await save('submit'))) await onSubmit();
  };
  const redraw = (): void => {
    setVersion(version + 1);
  };
  // Lists keep what is typed; they are drawn anew when somebody else's text is taken over.
  const takeTheirs = async (): Promise<void> => {
    await editor.takeTheirs();
    redraw();
  };
  const mending = useMending(refusal, editor, { setLanguage, redraw });
  const section = { editor, readOnly, errorOf };
  return (
    <form
      id="editor"
      tabIndex={-1}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save('save');
      }}
    >
      <Stack>
        <ErrorSummary errors={errors} />
        {editor.conflict ? <Conflict editor={{ ...editor, takeTheirs }} /> : null}
        {editor.error !== null && !editor.conflict ? <ProblemNotice error={editor.error} /> : null}
        {refusal === undefined ? null : (
          <RefusalCard refusal={refusal} record={editor.record} readOnly={readOnly} onShow={mending.show} onMend={mending.mend} />
        )}
        <Stack key={version}>
          <PublicSection {...section} language={language} onLanguage={setLanguage} />
          <FactsSection {...section} />
          <ResultsSection {...section} />
          <RecommendationsSection {...section} />
          <PrivateSection {...section} />
        </Stack>
        {readOnly ? null : <SaveBar editor={editor} {...(onSubmit === undefined ? {} : { onSubmit: () => void submit() })} />}
      </Stack>
    </form>
  );
};

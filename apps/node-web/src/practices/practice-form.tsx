import type { PracticeView } from '@nmirf/contracts/practices/authoring';
import type { PracticeDraftRecord } from '@nmirf/contracts/practices/record';
import type { PracticeRefusal } from '@nmirf/contracts/practices/refusal';
import type { FieldError } from '@nmirf/ui/form/error-summary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EditorForm } from '../editor/editor-form.js';
import { useEditor } from '../editor/use-editor.js';
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
  const section = { editor, readOnly, errorOf };
  return (
    <EditorForm
      {...{ editor, errors, refusal, readOnly }}
      problem={editor.error}
      onLanguage={setLanguage}
      onSave={() => save('save')}
      onSubmit={onSubmit && submit}
    >
      <PublicSection {...section} language={language} onLanguage={setLanguage} />
      <FactsSection {...section} />
      <ResultsSection {...section} />
      <RecommendationsSection {...section} />
      <PrivateSection {...section} />
    </EditorForm>
  );
};

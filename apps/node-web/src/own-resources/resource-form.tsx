import { ApiProblem } from '@nmirf/api-client/problem';
import type { PracticeRefusal } from '@nmirf/contracts/practices/refusal';
import type { ResourceRecord, ResourceView } from '@nmirf/contracts/resources/authoring';
import type { FieldError } from '@nmirf/ui/form/error-summary';
import { useMemo, useState } from 'react';
import { EditorForm } from '../editor/editor-form.js';
import { useEditor } from '../editor/use-editor.js';
import { ResourceFields } from './resource-fields.js';
import { resourceKind } from './resource-kind.js';

interface ResourceFormProperties {
  /** Absent while it is new. */
  readonly resource: ResourceView | undefined;
  readonly start: ResourceRecord;
  readonly readOnly: boolean;
  /** Why the hub sent it back, while that is not mended. */
  readonly refusal: PracticeRefusal | undefined;
  /** What the server said when it was sent for review. */
  readonly problem: Error | null;
  readonly onSaved: (resource: ResourceView) => void;
  readonly onSubmit: (resource: ResourceView) => Promise<unknown>;
}

/** What the server said of each field, where the form has it. */
const errorsIn = (error: Error | null): readonly FieldError[] =>
  error instanceof ApiProblem
    ? (error.document.errors ?? []).map(({ path, detail }) => ({ id: path.split('.')[0] ?? path, text: detail }))
    : [];

/** The whole form of a resource. */
export const ResourceForm = ({ resource, start, readOnly, refusal, problem, onSaved, onSubmit }: ResourceFormProperties) => {
  const editor = useEditor(resourceKind, resource, start);
  const { record } = editor;
  const [language, setLanguage] = useState(start.originalLanguage);
  const refused = editor.error ?? problem;
  const errors = useMemo(() => errorsIn(refused), [refused]);
  const save = async (): Promise<ResourceView | undefined> => {
    const view = editor.changed || resource === undefined ? await editor.save() : editor.saved;
    if (view !== undefined) onSaved(view);
    return view;
  };
  const submit = async (): Promise<void> => {
    // What is missing is missing in the original; the focus goes to its tab.
    setLanguage(record.originalLanguage);
    const view = await save();
    if (view !== undefined) await onSubmit(view);
  };
  return (
    <EditorForm {...{ editor, errors, refusal, readOnly }} problem={refused} onLanguage={setLanguage} onSave={save} onSubmit={submit}>
      <ResourceFields
        record={record}
        language={language}
        onLanguage={setLanguage}
        disabled={readOnly}
        errorOf={(id) => errors.find((error) => error.id === id)?.text}
        onChange={editor.change}
      />
    </EditorForm>
  );
};

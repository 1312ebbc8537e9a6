import { ApiProblem } from '@nmirf/api-client/problem';
import type { PracticeRefusal } from '@nmirf/contracts/practices/refusal';
import type { ResourceRecord, ResourceView } from '@nmirf/contracts/resources/authoring';
import { ErrorSummary, type FieldError } from '@nmirf/ui/form/error-summary';
import { Stack } from '@nmirf/ui/page/page';
import { ProblemNotice } from '@nmirf/ui/page/states';
import { useMemo, useState } from 'react';
import { Conflict } from '../editor/conflict.js';
import { RefusalCard } from '../editor/refusal-card.js';
import { SaveBar } from '../editor/save-bar.js';
import { useEditor } from '../editor/use-editor.js';
import { useMending } from '../editor/use-mending.js';
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
  const [version, setVersion] = useState(0);
  const [language, setLanguage] = useState(start.originalLanguage);
  const refused = editor.error ?? problem;
  const errors = useMemo(() => errorsIn(refused), [refused]);
  const redraw = (): void => {
    setVersion(version + 1);
  };
  const takeTheirs = async (): Promise<void> => {
    await editor.takeTheirs();
    redraw();
  };
  const mending = useMending(refusal, editor, { setLanguage, redraw });
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
    <form
      id="editor"
      tabIndex={-1}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack>
        <ErrorSummary errors={errors} />
        {editor.conflict ? <Conflict editor={{ ...editor, takeTheirs }} /> : null}
        {refused === null || editor.conflict ? null : <ProblemNotice error={refused} />}
        {refusal === undefined ? null : (
          <RefusalCard refusal={refusal} record={record} readOnly={readOnly} onShow={mending.show} onMend={mending.mend} />
        )}
        <ResourceFields
          key={version}
          record={record}
          language={language}
          onLanguage={setLanguage}
          disabled={readOnly}
          errorOf={(id) => errors.find((error) => error.id === id)?.text}
          onChange={editor.change}
        />
        {readOnly ? null : <SaveBar editor={editor} onSubmit={() => void submit()} />}
      </Stack>
    </form>
  );
};

import type { Editor } from './use-editor.js';

/** What every section of the form is given. */
export interface SectionProperties {
  readonly editor: Editor;
  readonly readOnly: boolean;
  /** The error of a field, by its id. */
  readonly errorOf: (id: string) => string | undefined;
}

import type { PracticeDraftRecord } from '@nmirf/contracts/practices/record';
import type { Editor } from '../editor/use-editor.js';

/** What every section of the form is given. */
export interface SectionProperties {
  readonly editor: Editor<PracticeDraftRecord>;
  readonly readOnly: boolean;
  /** The error of a field, by its id. */
  readonly errorOf: (id: string) => string | undefined;
}

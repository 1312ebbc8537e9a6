import type { Language } from '@nmirf/contracts/languages/language';
import type { PracticeRefusal, RefusedPlace } from '@nmirf/contracts/practices/refusal';
import { useEffect, useEffectEvent } from 'react';
import { flushSync } from 'react-dom';
import { fieldIdOf, isMended, mended, placeIn, type Mendable } from './refused-place.js';
import type { Editor } from './use-editor.js';

export interface Mending {
  /** Brings the place on screen, in the language it is written in, with its words selected. */
  readonly show: (place: RefusedPlace) => void;
  /** Puts what the gate would write where the words of these places stand. */
  readonly mend: (places: readonly RefusedPlace[]) => void;
}

const isField = (element: Element | null): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text');

/** Takes whoever opens what was sent back to the first place that is still to be mended. */
export const useMending = <Written extends Mendable>(
  refusal: PracticeRefusal | undefined,
  editor: Pick<Editor<Written>, 'record' | 'change'>,
  { setLanguage, redraw }: { readonly setLanguage: (language: Language) => void; readonly redraw: () => void },
): Mending => {
  const { record } = editor;
  const show = (place: RefusedPlace): void => {
    flushSync(() => {
      setLanguage(place.language ?? record.originalLanguage);
    });
    const at = placeIn(record, place);
    const element = document.getElementById(fieldIdOf(at?.path ?? place.path));
    element?.scrollIntoView({ block: 'center' });
    element?.focus({ preventScroll: true });
    if (at !== undefined && isField(element)) element.setSelectionRange(at.start, at.end);
  };
  const showFirst = useEffectEvent(() => {
    const first = refusal?.places.find((place) => !isMended(record, place));
    if (first !== undefined)
      queueMicrotask(() => {
        show(first);
      });
  });
  useEffect(() => {
    if (refusal !== undefined) showFirst();
  }, [refusal]);
  return {
    show,
    mend: (places) => {
      editor.change(places.reduce<Written>(mended, record));
      redraw();
    },
  };
};

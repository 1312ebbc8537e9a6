import type { Language } from '@nmirf/contracts/languages/language';
import { merge, trimmed } from './merge.js';
import { recordRecognisers } from './recognisers/all.js';
import { propagate } from './recognisers/propagate.js';
import { type Reach, withheld } from './recognisers/withheld.recogniser.js';
import type { RecordContext, Recogniser, Span } from './span.js';
import { type NormalisedText, normalise } from './text/normalise.js';

/** Every span of a text, as each recogniser found it and carried on through the text: they overlap. */
export const findAll = (text: NormalisedText, record: RecordContext, recognisers: readonly Recogniser[] = recordRecognisers): Span[] => {
  const spans = recognisers.flatMap((recogniser) => recogniser.find(text, record));
  return [...spans, ...propagate(text, spans, record)];
};

/** What a node would hide or flag in a text that belongs to no record. Offsets are UTF-16 units of `original`. */
export const recognise = (original: string, language: Language, record: RecordContext = { strict: false }): Span[] => {
  const text = normalise(original, language);
  return merge(findAll(text, record))
    .flatMap((span) => trimmed(span, text.text))
    .map((span) => ({ ...span, ...text.toOriginal(span.start, span.end) }));
};

/** What is withheld of a whole document, as courts do, where a summary alone is not enough. Offsets are UTF-16 units of `original`. */
export const withhold = (original: string, language: Language, reach: Reach): Span[] => {
  const text = normalise(original, language);
  const named = findAll(text, { strict: false }).filter(({ tier }) => tier === 'auto');
  return merge([...named, ...withheld(text, reach)]).map((span) => ({ ...span, ...text.toOriginal(span.start, span.end) }));
};

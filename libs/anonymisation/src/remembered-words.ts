import { fold } from './text/fold.js';
import { normalise } from './text/normalise.js';
import { wordsOf } from './text/words.js';

/** The words of a stretch of a text as an allow-list keeps them: folded, each once. `GateContext.allowedWords` takes them back. */
export const wordsToRemember = (text: string): string[] => [
  ...new Set(
    wordsOf(normalise(text, 'en').text)
      .filter((word) => word.text.length > 1)
      .map((word) => fold(word.text)),
  ),
];

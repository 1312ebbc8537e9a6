import type { Recogniser, Span } from '../span.js';
import { fold } from '../text/fold.js';
import { wordsOf } from '../text/words.js';
import { both, finder } from './found.js';

/** Words in a row that a public text may not share with a field that never leaves. */
export const RUN = 8;

/** The runs of eight words of a text, folded. Memory is proportional to its length. */
export const runsOf = (text: string): string[] => {
  const words = wordsOf(text).map((word) => fold(word.text));
  return words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, i) => words.slice(i, i + RUN).join(' '));
};

const found = finder('private-run', 'quasi');

/** Eight words in a row copied from the confidential narrative. */
export const privateRun: Recogniser = {
  id: 'private-run',
  version: '1',
  scripts: both,
  find({ text }, { privateRuns }) {
    if (privateRuns === undefined || privateRuns.size === 0) return [];
    const words = wordsOf(text);
    const spans: Span[] = [];
    let open: { start: number; end: number } | undefined;
    runsOf(text).forEach((run, i) => {
      const [start, end] = [words[i]?.start ?? 0, words[i + RUN - 1]?.end ?? 0];
      if (!privateRuns.has(run)) return;
      if (open && start <= open.end) open.end = end;
      else {
        if (open) spans.push(found(open.start, open.end, 'private-run', 'flag'));
        open = { start, end };
      }
    });
    if (open) spans.push(found(open.start, open.end, 'private-run', 'flag'));
    return spans;
  },
};

import type { Span } from './span.js';

const rank = (span: Span): number => (span.validated ? 2 : 0) + (span.tier === 'auto' ? 1 : 0);
const stronger = (a: Span, b: Span): Span => {
  if (rank(a) !== rank(b)) return rank(a) > rank(b) ? a : b;
  return b.end - b.start > a.end - a.start ? b : a;
};
const byStart = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

/**
 * One span for each stretch: overlapping spans are hidden together, under the type of the strongest (validated, then automatic, then the
 * longest), so that no part of a weaker span is left standing; flags keep what automatic spans do not cover. Spans of no length pass.
 */
export const merge = (spans: readonly Span[]): Span[] => {
  const notes = spans.filter(({ start, end }) => start === end);
  const solid = spans.filter(({ start, end }) => end > start);
  const auto = united(solid.filter(({ tier }) => tier === 'auto'));
  const flags = united(solid.filter(({ tier }) => tier === 'flag').flatMap((flag) => uncovered(flag, auto)));
  return [...notes, ...auto, ...flags].sort(byStart);
};

const united = (spans: readonly Span[]): Span[] => {
  const out: Span[] = [];
  for (const span of [...spans].sort(byStart)) {
    const last = out.at(-1);
    if (last && span.start < last.end)
      out[out.length - 1] = { ...stronger(last, span), start: last.start, end: Math.max(last.end, span.end) };
    else out.push(span);
  }
  return out;
};

/** The parts of a flag that no automatic span covers; `covers` is sorted and does not overlap itself. */
const uncovered = (flag: Span, covers: readonly Span[]): Span[] => {
  const parts: Span[] = [];
  let start = flag.start;
  for (let i = firstEndingAfter(covers, flag.start); i < covers.length; i++) {
    const cover = covers[i];
    if (!cover || cover.start >= flag.end) break;
    if (cover.start > start) parts.push({ ...flag, start, end: cover.start });
    start = Math.max(start, cover.end);
  }
  if (start < flag.end) parts.push({ ...flag, start });
  return parts;
};

const firstEndingAfter = (spans: readonly Span[], at: number): number => {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** What is left of a flag beside an automatic span may begin or end with spaces and signs, or be nothing else. */
export const trimmed = (span: Span, text: string): Span[] => {
  if (span.tier === 'auto' || span.start === span.end) return [span];
  const words = text.slice(span.start, span.end);
  const start = span.start + words.search(/[\p{L}\p{N}]/u);
  const end = span.end - (/[^\p{L}\p{M}\p{N}]*$/u.exec(words)?.[0].length ?? 0);
  return start < span.start || end <= start ? [] : [{ ...span, start, end }];
};

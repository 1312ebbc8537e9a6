import { isStateName, publicWords } from '../lexicon/public-words.js';
import { HONORIFICS, OFFICES, SHORT_OFFICES } from '../lexicon/titles.js';
import type { RecordContext, Recogniser, Span } from '../span.js';
import { isOrdinaryWord } from '../tagger/reading.js';
import { fold } from '../text/fold.js';
import { wordBefore } from '../text/words.js';
import { finder } from './found.js';
import { matchesOf } from '../text/matches.js';

const ARABIC =
  /(?<!\p{L})[وفبلك]{0,2}(?:ال)?(?:سيد|سيدة|سيدين|سادة|أستاذ|أستاذة|استاذ|استاذة|دكتور|دكتورة|آنسة|انسة|شيخ|محامي|محامية|مسمى|مسماة|مدعو|مدعوة)[ \t]+(?=\p{L})/gu;
const TOKEN = /[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*\.?/uy;
const particles = new Set([
  'de',
  'da',
  'do',
  'dos',
  'das',
  'del',
  'la',
  'las',
  'los',
  'van',
  'von',
  'ben',
  'bin',
  'ibn',
  'el',
  'al',
  'y',
  'e',
  'di',
  'du',
  'le',
  'ould',
  'aït',
  'ait',
  'bint',
  'abu',
  'abd',
]);
const arabicRoles = new Set(
  'وزير وزيره وزراء رييس رييسه مدير مديره نايب كاتب كاتبه والي عامل سفير سفيره ممثل ممثله امين مندوب منسق منسقه عضو اعضاء قاضي قضاه مقرر مقرره ملك في من علي الي عن ان التي الذي و هو هي كان قد عند مع بعد قبل خلال حسب'.split(
    ' ',
  ),
);

const found = finder('honorific', 'person');

/** The name behind an honorific or a word such as "named". Titles before a public office ("Madame la Ministre", «السيد الوزير») are none. */
export const honorific: Recogniser = {
  id: 'honorific',
  version: '2',
  scripts: ['Latn', 'Arab'],
  find({ text, traits, language }, record) {
    const spans: Span[] = [];
    for (const start of traits.capitals) {
      const title = titleBefore(text, start);
      if (title === 'D.' && language !== 'es' && language !== 'pt') continue;
      const titled = HONORIFICS.has(title) || HONORIFICS.has(title.replace(/\.$/, ''));
      if (!titled && (record.strict || !isOffice(title, text, start))) continue;
      const end = latinName(text, start, record);
      if (end > start) spans.push(found(start, end, 'honorific'));
    }
    if (!traits.arabic) return spans;
    for (const match of matchesOf(text, ARABIC)) {
      const start = match.index + match[0].length;
      const end = arabicName(text, start);
      if (end > start) spans.push(found(start, end, 'honorific'));
    }
    return spans;
  },
};

/** The word that stands right before `start`, with its full stop; empty when none does. */
const titleBefore = (text: string, start: number): string => {
  const title = wordBefore(text, start);
  if (title.text === '' || start - title.end > 3) return '';
  return text.charAt(title.end) === '.' ? `${title.text}.` : title.text;
};

/** Whether an office stands before `start` and what follows is no ordinary word and no further office. */
const isOffice = (title: string, text: string, start: number): boolean => {
  const bare = title.replace(/\.$/, '');
  if (!OFFICES.has(bare) || (bare !== title && !SHORT_OFFICES.has(title)) || /\n/.test(text.slice(start - 3, start))) return false;
  const next = (tokenAt(text, start) ?? '').replace(/\.$/, '');
  return (
    next.length > 1 && !OFFICES.has(next) && !HONORIFICS.has(next) && !isOrdinaryWord(fold(next)) && !/-se$|^(?:DE|DO|DA|EM|E)$/.test(next)
  );
};

const tokenAt = (text: string, at: number): string | undefined => {
  TOKEN.lastIndex = at;
  return TOKEN.exec(text)?.[0];
};

/** Up to five capitalised words that are not public ones, with the particles between them. */
const latinName = (text: string, start: number, record: RecordContext): number => {
  let end = start;
  let at = start;
  for (let count = 0; count < 7; count++) {
    const token = tokenAt(text, at);
    if (token === undefined) break;
    const bare = token.replace(/\.$/, '');
    const lower = bare.toLowerCase();
    const capital = bare.charAt(0) !== lower.charAt(0);
    if (!capital && !(particles.has(lower) && end > start)) break;
    const folded = fold(bare);
    const known = publicWords().has(folded) && !(count > 0 && isStateName(bare));
    if (capital && !particles.has(lower) && (known || (record.allowed?.has(folded) ?? false))) break;
    if (capital) end = at + (bare.length === 1 ? token.length : bare.length);
    at += token.length;
    if (bare.length > 1 && token.endsWith('.')) break;
    if (text.charAt(at) === ' ') at += 1;
    // Initials stand close: "M.Ş.".
    else if (bare.length > 1 || !token.endsWith('.')) break;
  }
  return end;
};

/** Up to three words, none of them definite, an office or a preposition. */
const arabicName = (text: string, start: number): number => {
  let end = start;
  let at = start;
  for (let count = 0; count < 3; count++) {
    const token = tokenAt(text, at)?.replace(/\.$/, '');
    if (token === undefined) break;
    const folded = fold(token);
    const definite = folded.startsWith('ال') && folded.length > 4;
    if (arabicRoles.has(folded) || (definite && count === 0)) break;
    end = at + token.length;
    if (text.charAt(end) !== ' ') break;
    at = end + 1;
  }
  return end;
};

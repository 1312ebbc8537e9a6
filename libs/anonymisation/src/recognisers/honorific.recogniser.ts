import { publicWords } from '../lexicon/public-words.js';
import type { RecordContext, Recogniser, Span } from '../span.js';
import { fold } from '../text/fold.js';
import { wordBefore } from '../text/words.js';
import { finder } from './found.js';

const TITLES = new Set(
  (
    'Mr Mrs Ms Miss Mx Dr Prof Professor Judge Justice Sir M. Mme Mlle MM. Mmes Monsieur Madame Mademoiselle Maître Me Dre Cheikh Sidi Lalla Moulay Haj Hajj Sr Sra Srta Sres Señor Señora Señorita ' +
    'Don Doña Dña D. Lic Licda Abg Ing Senhor Senhora Dona Dom Doutor Doutora Dra Profa Eng named called nommé nommée dénommé dénommée llamado llamada chamado chamada née'
  ).split(' '),
);
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
  version: '1',
  scripts: ['Latn', 'Arab'],
  find({ text, traits }, record) {
    const spans: Span[] = [];
    for (const start of traits.capitals) {
      if (!afterTitle(text, start)) continue;
      const end = latinName(text, start, record);
      if (end > start) spans.push(found(start, end, 'honorific'));
    }
    if (!traits.arabic) return spans;
    for (const match of text.matchAll(ARABIC)) {
      const start = match.index + match[0].length;
      const end = arabicName(text, start);
      if (end > start) spans.push(found(start, end, 'honorific'));
    }
    return spans;
  },
};

/** Whether a title, an honorific or a word such as "named" stands before `start`. */
const afterTitle = (text: string, start: number): boolean => {
  const title = wordBefore(text, start);
  if (title.text === '' || start - title.end > 3) return false;
  return TITLES.has(title.text) || (text.charAt(title.end) === '.' && TITLES.has(`${title.text}.`));
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
    if (capital && !particles.has(lower) && (publicWords().has(folded) || (record.allowed?.has(folded) ?? false))) break;
    if (capital) end = at + (bare.length === 1 ? token.length : bare.length);
    at += token.length;
    if (bare.length > 1 && token.endsWith('.')) break;
    if (text.charAt(at) !== ' ') break;
    at += 1;
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

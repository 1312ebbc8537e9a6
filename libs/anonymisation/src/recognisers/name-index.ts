import { publicWords } from '../lexicon/public-words.js';
import { fold } from '../text/fold.js';
import { wordsOf } from '../text/words.js';
import { skeleton } from './skeleton.js';

/** How a word of a text meets a word of a known name. */
export type Match = 'exact' | 'near' | 'skeleton';

const PARTICLES = new Set(
  'de da do dos das del la las los le les van von ben bin ibn bint el al ould y e di du abu abd mr mrs ms dr m mme sr sra'.split(' '),
);
/** First words of offices: a contact called "Unit of consultations" is nobody's name. Folded. */
const OFFICES = new Set(
  (
    'unit office bureau department division section service secretariat directorate ministry committee commission team focal desk registry unite secretariat direction departement ministere comite ' +
    'equipe point cellule pole unidad oficina direccion departamento secretaria ministerio comision equipo punto area unidade gabinete secretariado direcao comissao equipa ponto seccao servico servicio ' +
    'وحده مكتب وزاره مديريه لجنه قسم مصلحه امانه كتابه فريق نقطه خليه'
  ).split(' '),
);

/** From this length on, one letter more, less or other is still the same name. */
const NEAR_FROM = 6;
const LONGEST = 40;

/** The words of the names a record knows, ready to be looked up in one step. */
export class NameIndex {
  private readonly exact = new Set<string>();
  /** Words long enough to be written with one letter wrong, by their length. */
  private readonly byLength = new Map<number, string[]>();
  private readonly skeletons = { latin: new Set<string>(), arabic: new Set<string>() };

  /** `names` in full, as they are written: contacts, staff. Words of public life in them ("Ministry of Justice") are no names. */
  constructor(names: readonly string[]) {
    for (const name of names) {
      const words = wordsOf(name.normalize('NFKC').replace(/[\u0640\u064b-\u0652\u200b-\u200f]/g, '')).map(({ text }) => fold(text));
      if (!OFFICES.has(words[0] ?? '')) for (const word of words) this.add(word);
    }
  }

  get size(): number {
    return this.exact.size;
  }

  private add(word: string): void {
    if (word.length < 2 || word.length > LONGEST || PARTICLES.has(word) || publicWords().has(word)) return;
    for (const form of new Set([word, withoutArticle(word)])) {
      this.exact.add(form);
      if (form.length >= NEAR_FROM) this.byLength.set(form.length, [...(this.byLength.get(form.length) ?? []), form]);
      const bones = skeleton(form);
      if (bones.length >= 3) (isArabic(form) ? this.skeletons.arabic : this.skeletons.latin).add(bones);
    }
  }

  /** `word` folded. */
  find(word: string): Match | undefined {
    if (word.length < 2 || word.length > LONGEST) return undefined;
    const forms = isArabic(word) ? withoutClitics(word) : [word, word.replace(/s$/, '')];
    if (forms.some((form) => this.exact.has(form))) return 'exact';
    if (forms.some((form) => form.length >= NEAR_FROM && this.near(form))) return 'near';
    const other = isArabic(word) ? this.skeletons.latin : this.skeletons.arabic;
    if (other.size > 0 && forms.some((form) => other.has(skeleton(form)))) return 'skeleton';
    return undefined;
  }

  private near(word: string): boolean {
    for (let length = word.length - 1; length <= word.length + 1; length++) {
      if (this.byLength.get(length)?.some((candidate) => distanceAtMostOne(word, candidate))) return true;
    }
    return false;
  }
}

const isArabic = (word: string): boolean => /[\u0620-\u06ff]/.test(word);
const withoutArticle = (word: string): string => (isArabic(word) && word.startsWith('ال') && word.length > 4 ? word.slice(2) : word);

/** An Arabic word as it stands and without the conjunction, preposition and article written together with it. */
const withoutClitics = (word: string): string[] => {
  const forms = new Set([word]);
  for (const prefix of ['و', 'ف', 'ب', 'ك', 'ل']) if (word.startsWith(prefix) && word.length > 3) forms.add(word.slice(1));
  for (const form of [...forms]) {
    for (const prefix of ['ب', 'ك', 'ل']) if (form !== word && form.startsWith(prefix) && form.length > 3) forms.add(form.slice(1));
    if (form.startsWith('لل') && form.length > 4) forms.add(form.slice(2));
  }
  for (const form of [...forms]) forms.add(withoutArticle(form));
  return [...forms];
};

/** Levenshtein distance of at most one, for words whose lengths differ by at most one. */
const distanceAtMostOne = (a: string, b: string): boolean => {
  const shorter = Math.min(a.length, b.length);
  let begin = 0;
  while (begin < shorter && a.charCodeAt(begin) === b.charCodeAt(begin)) begin += 1;
  let end = 0;
  while (end < shorter - begin && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end += 1;
  return Math.max(a.length, b.length) - begin - end <= 1;
};

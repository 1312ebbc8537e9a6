import type { Language } from '@nmirf/contracts/languages/language';
import type { Entity, Format, Label, Labelled, Mention, Need } from './labelled.js';

const LABELS: Readonly<Record<Label, string>> = {
  person:
    'PERSON PER PERS PESSOA LEGAL_PROFESSIONAL POLITICIAN ATHLETE ARTIST SCIENTIST BUSINESSPERSON LAWYER POLICE RELIGIOUS ENGINEER OTHER_PER FIRST_NAME',
  place: 'LOC LOCATION LOCAL ADDRESS NATION POPULATION-CENTER STATE-OR-PROVINCE LAND-REGION-NATURAL WATER-BODY CELESTIAL CONTINENT GPE',
  organisation:
    'ORG ORGANIZATION ORGANIZACAO ORGANISATION GROUP CORPORATION GOVERNMENT MEDIA SPORTS COMMERCIAL EDUCATIONAL NON-GOVERNMENTAL',
  date: 'DATE DATETIME DATE_TIME TIME TEMPO AGE',
  code: 'CODE CREDIT_CARD US_SSN US_DRIVER_LICENSE IBAN IBAN_CODE US_PASSPORT US_BANK_NUMBER ID MEDICAL_LICENSE CRYPTO',
  contact: 'PHONE_NUMBER EMAIL_ADDRESS DOMAIN_NAME IP_ADDRESS URL',
  number: 'QUANTITY CURRENCY VALOR',
  trait: 'DEM NATIONALITY ETHNIC_CATEGORY NRP',
  other: 'MISC LEGISLACAO JURISPRUDENCIA PRODUCT CREATIVE-WORK TITLE',
};
const byName = new Map(Object.entries(LABELS).flatMap(([label, names]) => names.split(' ').map((name) => [name, label as Label] as const)));
const labelOf = (name: string): Label => byName.get(name.toUpperCase()) ?? 'other';

/** A set that is not of the format it is read as; the message says where and why. */
export class CorpusError extends Error {}

/** The documents of an annotated set. Throws a `CorpusError` when the text is not of the format. */
export const readCorpus = (format: Format, source: string, language: Language): Labelled[] =>
  ({ tab, presidio, conll: columns, harem: columns })[format](source, language);

/** The same of a set from outside, which may be of another format that reads like this one: something in it has to be annotated. */
export const readOwnSet = (format: Format, source: string, language: Language): Labelled[] => {
  const documents = readCorpus(format, source, language);
  if (documents.some(({ entities }) => entities.some(({ label }) => label !== 'other'))) return documents;
  throw new CorpusError('Nothing in it is annotated as a kind that is known, such as PERSON');
};

const parsed = (json: string, where: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    throw new CorpusError(`${where} is no JSON`);
  }
};

/** One document of a format that gives offsets, checked: its text, and spans that lie within it. */
const checked = <Span>(where: string, text: unknown, spans: unknown, bounds: (span: Span) => readonly unknown[]): readonly Span[] => {
  if (typeof text !== 'string' || !Array.isArray(spans)) throw new CorpusError(`${where} has no text or no list of spans`);
  const isPlace = (offset: unknown): boolean => Number.isInteger(offset) && (offset as number) >= 0 && (offset as number) <= text.length;
  for (const span of spans as Span[])
    if (span === null || !bounds(span).every(isPlace)) throw new CorpusError(`${where} has a span that does not lie in its text`);
  return spans as Span[];
};

interface TabDocument {
  readonly metadata?: { readonly data_id: string; readonly provenance?: { readonly dataset_type?: string } };
  readonly text: string;
  readonly entities: readonly {
    readonly entity_type: string;
    readonly entity_id: string;
    readonly start_offset: number;
    readonly end_offset: number;
    readonly identifier_type: string;
  }[];
}

const NEEDS: Readonly<Record<string, Need>> = { DIRECT: 'direct', QUASI: 'quasi' };

/** TAB counts code points; JavaScript counts UTF-16 units. */
const unitOffsets = (text: string): ((point: number) => number) => {
  if (!/[\ud800-\udbff]/.test(text)) return (point) => point;
  const offsets: number[] = [];
  let at = 0;
  for (const sign of text) {
    offsets.push(at);
    at += sign.length;
  }
  return (point) => offsets[point] ?? text.length;
};

const tab = (source: string, language: Language): Labelled[] =>
  source
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => {
      const where = `Document ${String(i + 1)}`;
      const { metadata, text, entities: spans } = Object(parsed(line, where)) as TabDocument;
      const bounds = (span: TabDocument['entities'][number]) => [span.start_offset, span.end_offset];
      const entities = checked(where, text, spans, bounds);
      const at = unitOffsets(text);
      const grouped = new Map<string, Entity>();
      for (const { entity_id, entity_type, identifier_type, start_offset, end_offset } of entities) {
        const need = NEEDS[identifier_type] ?? 'none';
        const key = `${entity_id} ${need}`;
        const mention = { start: at(start_offset), end: at(end_offset) };
        grouped.set(key, { label: labelOf(entity_type), need, mentions: [...(grouped.get(key)?.mentions ?? []), mention] });
      }
      return {
        id: `${metadata?.provenance?.dataset_type ?? ''}/${metadata?.data_id ?? String(i)}`,
        language,
        text,
        entities: [...grouped.values()],
      };
    });

interface PresidioSample {
  readonly full_text: string;
  readonly spans: readonly { readonly entity_type: string; readonly start_position: number; readonly end_position: number }[];
}

const presidio = (source: string, language: Language): Labelled[] => {
  const samples = parsed(source, 'The file');
  if (!Array.isArray(samples)) throw new CorpusError('The file is no list of samples');
  return samples.map((sample, i) => {
    const { full_text: text, spans } = Object(sample) as PresidioSample;
    const bounds = (span: PresidioSample['spans'][number]) => [span.start_position, span.end_position];
    const checkedSpans = checked(`Sample ${String(i + 1)}`, text, spans, bounds);
    const at = unitOffsets(text);
    const entities = checkedSpans.map(({ entity_type, start_position, end_position }) => {
      const label = labelOf(entity_type);
      const need: Need = label === 'person' || label === 'code' || label === 'contact' ? 'direct' : 'quasi';
      return { label, need, mentions: [{ start: at(start_position), end: at(end_position) }] };
    });
    return { id: String(i), language, text, entities };
  });
};

interface Row {
  readonly token: string;
  readonly tag: string;
}

/** Sentences that make one document, where a set of columns does not say: enough for a name to come again. */
const SENTENCES = 60;

/** One token a line with its tag behind a space or a tab, sentences parted by empty lines; tags BIO or bare. */
const columns = (source: string, language: Language): Labelled[] => {
  const sentences = sentencesOf(source);
  const documents: Labelled[] = [];
  for (let i = 0; i < sentences.length; i += SENTENCES)
    documents.push(documentOf(String(i / SENTENCES), language, sentences.slice(i, i + SENTENCES)));
  return documents;
};

/** The longest sentence that is believed; a set without empty lines is cut at full stops. */
const LONGEST = 400;

const sentencesOf = (source: string): Row[][] => {
  const sentences: Row[][] = [[]];
  const lines = source.replace(/[\ufeff\u200e\u200f]/g, '').split(/\r?\n/);
  const hasEmptyLines = lines.filter((line) => line.trim() === '').length > lines.length / 200;
  for (const line of lines) {
    const match = /^(.+?)[ \t]+(\S+)$/.exec(line.trimEnd());
    const current = sentences.at(-1) ?? [];
    if (!match?.[1] || !match[2]) {
      if (current.length > 0) sentences.push([]);
      continue;
    }
    const row = { token: match[1].trim(), tag: match[2] };
    const ended = !hasEmptyLines && current.at(-1)?.token === '.' && current.length > 10 && !/^["'»”)\]]/.test(row.token);
    if (ended || current.length >= LONGEST) sentences.push([row]);
    else current.push(row);
  }
  return sentences.filter(({ length }) => length > 0);
};

/** Columns have lost the spaces: closing signs stand without one, and so do the signs inside a number or after an elided letter. */
const isGlued = (text: string, token: string): boolean =>
  /^(?:[.,;:!?)\]»”%،؛؟…]|['’]|['’]s)$/.test(token) ||
  /[([«“]$|\p{L}['’]$/u.test(text) ||
  (/\d$/.test(text) && /^[/-]$/.test(token)) ||
  (/\d[/-]$/.test(text) && /^\d/.test(token));

const documentOf = (id: string, language: Language, sentences: readonly Row[][]): Labelled => {
  let text = '';
  const found: { label: Label; start: number; end: number }[] = [];
  for (const sentence of sentences) {
    let open: { label: Label; start: number; end: number; tag: string } | undefined;
    for (const { token, tag } of sentence) {
      if (text !== '' && !text.endsWith('\n') && !isGlued(text, token)) text += ' ';
      const start = text.length;
      text += token;
      const [, prefix = '', name = ''] = /^(?:([BILUSE])-)?(.*)$/.exec(tag) ?? [];
      const plain = name === 'O' ? '' : name;
      const goesOn = open !== undefined && plain === open.tag && prefix !== 'B' && prefix !== 'U' && prefix !== 'S';
      if (open && !goesOn) found.push(open);
      if (plain === '') open = undefined;
      else open = goesOn && open ? { ...open, end: text.length } : { label: labelOf(plain), start, end: text.length, tag: plain };
    }
    if (open) found.push(open);
    text += '\n';
  }
  return { id, language, text, entities: bySurface(text, found) };
};

/** Columns do not say who is who: the same words with the same tag in a document are one entity. */
const bySurface = (text: string, found: readonly (Mention & { readonly label: Label })[]): Entity[] => {
  const grouped = new Map<string, Entity>();
  for (const { label, start, end } of found) {
    const key = `${label} ${text.slice(start, end)}`;
    const need: Need = label === 'person' || label === 'code' ? 'direct' : 'quasi';
    grouped.set(key, { label, need, mentions: [...(grouped.get(key)?.mentions ?? []), { start, end }] });
  }
  return [...grouped.values()];
};

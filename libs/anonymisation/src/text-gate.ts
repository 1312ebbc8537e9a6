import { createHash } from 'node:crypto';
import type { Language } from '@nmirf/contracts/languages/language';
import type { Finding } from '@nmirf/contracts/practices/authoring';
import type { PracticeRecord } from '@nmirf/contracts/practices/record';
import type { EntityType } from '@nmirf/contracts/practices/report';
import { merge, trimmed } from './merge.js';
import { type Decision, usual } from './policy/policy.js';
import { needsSecondPerson } from './policy/second-person.js';
import { recordRecognisers } from './recognisers/all.js';
import { findAll } from './recognise.js';
import type { RecordContext, Recogniser, Span } from './span.js';
import { isPublicWord } from './lexicon/public-words.js';
import { isOrdinaryWord } from './tagger/reading.js';
import { fold } from './text/fold.js';
import { type NormalisedText, normalise } from './text/normalise.js';
import { isCapitalised, wordsOf } from './text/words.js';
import { type Decided, transform } from './transform.js';

/** A reviewer's word on one finding. */
export interface GateDecision {
  readonly key: string;
  readonly decision: Decision;
  readonly reason?: string | undefined;
  /** A second reviewer has said the same. */
  readonly confirmed?: boolean | undefined;
}

/** Why nothing may leave yet: a code and the field it is about. */
export interface Obstacle {
  readonly code: string;
  readonly path: string;
  readonly language?: Language;
}

type Text = PracticeRecord['title'][number];

/** Takes the public texts of one record through recognition, decision, transformation and the scan for leaks, and keeps count. */
export class TextGate {
  readonly findings: Finding[] = [];
  readonly obstacles: Obstacle[] = [];
  readonly counts = new Map<EntityType, { masked: number; generalised: number; allowed: number }>();
  private readonly decisions: ReadonlyMap<string, GateDecision>;
  private readonly allowed: string[] = [];

  constructor(
    private readonly record: RecordContext,
    decisions: readonly GateDecision[],
    private readonly recognisers: readonly Recogniser[] = recordRecognisers,
  ) {
    this.decisions = new Map(decisions.map((decision) => [decision.key, decision]));
  }

  /** The texts of one field as they may be published; a language without text is left out. */
  texts(path: string, texts: readonly Text[], max: number): Text[] {
    const seen = new Set<Language>();
    return texts.flatMap(({ language, text, provenance }) => {
      if (text.trim() === '' || seen.has(language)) return [];
      seen.add(language);
      const out = this.text(path, language, text);
      if (out.length > max) this.obstacles.push({ code: 'gate/text-too-long', path, language });
      return out === '' ? [] : [{ language, text: out.slice(0, max), provenance }];
    });
  }

  /** Whether a value of a closed vocabulary holds nothing it should not, nor what gives a country away that is to stay unknown. */
  isClean(value: string, language: Language): boolean {
    return this.find(normalise(value, language)).every(({ tier, why }) => tier === 'flag' && why !== 'own-country');
  }

  private find(text: NormalisedText): Span[] {
    return findAll(text, this.record, this.recognisers);
  }

  private text(path: string, language: Language, original: string): string {
    const text = normalise(original, language);
    const seen = new Map<string, number>();
    const decided = merge(this.find(text))
      .flatMap((span) => trimmed(span, text.text))
      .map((span) => this.decide(path, text, span, seen));
    const out = transform(text, decided, this.record).trim();
    this.scanForLeaks(path, language, out, namesHidden(text, decided));
    return out;
  }

  private decide(path: string, text: NormalisedText, span: Span, seen: Map<string, number>): Decided {
    const { start, end } = text.toOriginal(span.start, span.end);
    const found = text.original.slice(start, end);
    // A flag on a whole text is about all of it: any change of the text asks again.
    const whole = span.start === span.end;
    const key = keyOf(path, text.language, span.by, whole ? text.original : found, seen);
    const { type, tier, by, why } = span;
    const excerpt = whole ? excerptOf(text.original) : found;
    const said = this.ask({ key, path, language: text.language, start, end, text: excerpt, type, tier, by, why });
    // An undecided flag is hidden in the preview; an undecided whole text is shown, for somebody has to read it.
    const decision = said ?? (whole ? 'allow' : usual(type));
    if (decision === 'allow' && !whole) this.allowed.push(fold(normalise(found, text.language).text));
    this.count(type, decision);
    return { span, decision };
  }

  /** Puts a finding before the reviewers; answers their decision, when there is one that holds. */
  ask(asked: Omit<Finding, 'decision' | 'reason' | 'second'>): Decision | undefined {
    const { key, path, language, tier } = asked;
    const said = this.decisions.get(key);
    const reasoned = said !== undefined && (said.decision !== 'allow' || (said.reason ?? '').trim() !== '');
    const second = reasoned && said.decision === 'allow' && needsSecondPerson(asked) ? (said.confirmed ? 'given' : 'needed') : undefined;
    this.findings.push({
      ...asked,
      ...(reasoned ? { decision: said.decision } : {}),
      ...(reasoned && said.reason !== undefined ? { reason: said.reason } : {}),
      ...(second === undefined ? {} : { second }),
    });
    if (!reasoned && (tier === 'flag' || said !== undefined))
      this.obstacles.push({ code: said === undefined ? 'gate/flag-undecided' : 'gate/reason-missing', path, language });
    if (second === 'needed') this.obstacles.push({ code: 'gate/second-person-needed', path, language });
    return reasoned ? said.decision : undefined;
  }

  /** Adds to what the report tells of. */
  count(type: EntityType, decision: Decision): void {
    const counts = this.counts.get(type) ?? { masked: 0, generalised: 0, allowed: 0 };
    counts[decision === 'mask' ? 'masked' : decision === 'generalise' ? 'generalised' : 'allowed'] += 1;
    this.counts.set(type, counts);
  }

  /**
   * Every recogniser again on what would leave, and every word of the names that were hidden: nothing may be found that a reviewer has
   * not let through. What the taggers make of a text depends on all of it, so for them it is the names that count, not a second opinion.
   */
  private scanForLeaks(path: string, language: Language, out: string, names: ReadonlySet<string>): void {
    const text = normalise(out, language);
    const found = this.find(text).filter(
      ({ tier, by }) => (tier === 'auto' && by !== 'tagger' && by !== 'propagation') || by === 'private-run',
    );
    const standing = wordsOf(text.text).filter((word) => isNameWord(word.text) && names.has(fold(word.text)));
    if ([...found, ...standing].some(({ start, end }) => !this.isAllowed(text.text.slice(start, end))))
      this.obstacles.push({ code: 'gate/leak', path, language });
  }

  private isAllowed(found: string): boolean {
    const folded = fold(found);
    return this.allowed.some((allowed) => allowed.includes(folded));
  }
}

/** Shorter words stand for too much else. */
const NAME_LENGTH = 4;
const isNameWord = (word: string): boolean =>
  word.length >= NAME_LENGTH && (isCapitalised(word) || word.toLowerCase() === word.toUpperCase());

/** The words of the persons' names that were hidden, folded; words that are ordinary or public elsewhere are not among them. */
const namesHidden = ({ text }: NormalisedText, decided: readonly Decided[]): ReadonlySet<string> =>
  new Set(
    decided
      .filter(({ span, decision }) => decision !== 'allow' && span.type === 'person' && span.tier === 'auto')
      .flatMap(({ span }) => wordsOf(text.slice(span.start, span.end)))
      .filter((word) => isNameWord(word.text))
      .map((word) => fold(word.text))
      .filter((folded) => !isOrdinaryWord(folded) && !isPublicWord(folded)),
  );

const excerptOf = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Stays the same while the words stay, wherever they move in the text; the n-th occurrence is told apart. */
export const keyOf = (path: string, language: Language, by: string, found: string, seen: Map<string, number>): string => {
  const mark = createHash('sha256').update(found).digest('base64url').slice(0, 12);
  const base = `${path}/${language}/${by}/${mark}`;
  const nth = (seen.get(base) ?? 0) + 1;
  seen.set(base, nth);
  return `${base}/${String(nth)}`;
};

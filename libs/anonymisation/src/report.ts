import type { PracticeRecord } from '@nmirf/contracts/practices/record';
import type { AnonymisationReport, EntityType } from '@nmirf/contracts/practices/report';
import type { PracticeSummary } from '@nmirf/contracts/practices/summary';
import { EXACT, type Generalised, WITHOUT_GROUPS, WITHOUT_INSTITUTIONS } from './anonymity.js';
import { ENGINE } from './engine.js';
import { publishedFigures } from './policy/numbers.js';
import { fieldPolicy, POLICY, privateFields } from './policy/policy.js';
import type { TextGate } from './text-gate.js';

type Action = AnonymisationReport['actions'][number];

/** What a report is made of. */
interface Made {
  readonly record: PracticeRecord;
  readonly summary: PracticeSummary;
  readonly texts: TextGate;
  readonly anonymity: Generalised;
  /** Who has reviewed, by pseudonyms, and on which day. */
  readonly reviewed: { readonly reviewers: readonly string[]; readonly day?: string };
  readonly digest: string;
}

/** What was done to a record, in counts only: nothing in it tells a word of the record. */
export const reportOf = ({ record, summary, texts, anonymity, reviewed, digest }: Made): AnonymisationReport => {
  const clean = texts.obstacles.every(({ code }) => code !== 'gate/leak');
  const { k, l } = anonymity;
  return {
    policy: POLICY,
    engine: ENGINE,
    digest,
    languages: [...new Set(summary.title.map(({ language }) => language))],
    actions: otherwise(record, anonymity),
    spans: [...texts.counts].map(([type, counts]) => ({ type, ...counts })),
    dropped: dropped(record, summary),
    suppression: suppressionOf(record),
    anonymity: { k, l },
    risks: risksOf(texts, anonymity, clean),
    leakScan: { clean },
    review: {
      reviewers: [...reviewed.reviewers],
      flags: texts.findings.filter(({ tier }) => tier === 'flag').length,
      confirmed: texts.findings.filter(({ second }) => second === 'given').length,
      ...(reviewed.day === undefined ? {} : { day: reviewed.day }),
    },
  };
};

/** The fields that were treated otherwise than the policy says for every practice. */
const otherwise = ({ attribution }: PracticeRecord, { level }: Generalised): Action[] => [
  ...(attribution === 'region' ? ['country', 'recommendations'].map((field): Action => ({ field, action: 'drop' })) : []),
  ...(level >= WITHOUT_INSTITUTIONS ? [{ field: 'institutions', action: 'drop' } as const] : []),
  ...(level >= WITHOUT_GROUPS ? [{ field: 'affectedPersons', action: 'drop' } as const] : []),
];

/** What tells one person from others, and what ties a text to another record of the same person. */
const SINGLES: ReadonlySet<EntityType> = new Set(['person', 'contact', 'role', 'quasi', 'age', 'number', 'unknown']);
const LINKS: ReadonlySet<EntityType> = new Set(['email', 'phone', 'url', 'ip', 'account', 'identifier', 'case-number', 'date', 'place']);

/**
 * The three questions of WP29 Opinion 05/2014. A rule answers singling out when enough practices look alike and nothing was kept that tells
 * one person from others; linkability when nothing was kept that another record may hold too; inference when those that look alike are of
 * several types. Where a rule does not answer, people have.
 */
const risksOf = (texts: TextGate, { enough, level, l }: Generalised, clean: boolean): AnonymisationReport['risks'] => {
  const kept = (types: ReadonlySet<EntityType>) => [...texts.counts].some(([type, { allowed }]) => types.has(type) && allowed > 0);
  const answer = (holds: boolean) => (holds ? 'by-rule' : 'by-review');
  return {
    singlingOut: answer(enough && !kept(SINGLES)),
    linkability: answer(clean && !kept(LINKS)),
    inference: answer(l > 1 && (enough || level > EXACT)),
  };
};

const suppressionOf = ({ results }: PracticeRecord): AnonymisationReport['suppression'] => {
  let [withheld, rounded] = [0, 0];
  for (const result of results) {
    const figures = publishedFigures(result);
    for (const field of ['before', 'after'] as const) {
      if (result[field] === undefined) continue;
      if (figures?.[field] === undefined) withheld += 1;
      else if (figures[field] !== result[field]) rounded += 1;
    }
  }
  return { withheld, rounded };
};

/** How many values of the record stayed at home: fields the policy drops, fields it does not know, values of lists that did not pass. */
const dropped = (record: PracticeRecord, summary: PracticeSummary): number => {
  const unknown = Object.keys(record).filter((field) => field !== 'buildingBlocks' && !(field in fieldPolicy)).length;
  const narrative = privateFields.filter((field) => record[field].length > 0).length + (record.internalNotes === '' ? 0 : 1);
  const lists = (['themes', 'bodies', 'affectedPersons', 'recommendations', 'results'] as const).reduce(
    (sum, field) => sum + record[field].length - summary[field].length,
    0,
  );
  return unknown + narrative + lists + record.contacts.length + record.informationSystems.length;
};

import { checkResource } from '@nmirf/anonymisation/resource-check';
import { secondCheck } from '@nmirf/anonymisation/second-check';
import { checkTable } from '@nmirf/anonymisation/tables/check-table';
import type { ProblemDocument } from '@nmirf/contracts/http/problem';
import { contentSubject } from '@nmirf/contracts/content/withdrawal';
import type { Envelope } from '@nmirf/contracts/network/envelope';
import { isMessageType, mayBeFor, type MessageType, messageTypes, readData } from '@nmirf/contracts/network/message-types';
import type { SourceId } from '@nmirf/contracts/network/names';
import type { PracticePublished } from '@nmirf/contracts/practices/published';
import type { ResourcePublished, ResourceSealed } from '@nmirf/contracts/resources/resource';
import { statisticsSubject, type StatisticsPublished } from '@nmirf/contracts/statistics/statistics';
import { sha256 } from '@nmirf/federation/crypto';
import { type Message, openMessage, type Verified } from '@nmirf/federation/message';
import { problemOf, type ProtocolFault, ProtocolProblem } from '@nmirf/federation/problems';
import { keyAt, type Trust } from '@nmirf/federation/trust';
import type { z } from 'zod';

/** A message is refused when its author's clock is further ahead than this. */
const MAX_AHEAD_MS = 10 * 60_000;

/** One line of a batch after every check that needs no lock: a verified message, or why it is refused. */
export type Incoming =
  | { readonly message: Verified<Message>; readonly isRead?: true; readonly problem?: undefined }
  | { readonly message?: Verified<Message>; readonly isRead?: undefined; readonly hash: Uint8Array; readonly problem: ProblemDocument };

interface Circumstances {
  readonly sender: SourceId;
  readonly trust: Trust;
  /** The position the log has reached: keys are looked up here and once more under the lock. */
  readonly position: number;
  readonly now: number;
}

/**
 * Checks one line in the order of the protocol: form, key, signature, and only then what it says. Nothing is stored here, and a
 * problem never repeats what the line held.
 */
export function receive(line: Uint8Array, { sender, trust, position, now }: Circumstances): Incoming {
  try {
    const message = openMessage(line, (kid) => keyAt(trust, kid, position));
    // Somebody else's message has no place in this sender's chain: it is not looked up there, and never kept as a fork of its author.
    if (message.envelope.source !== sender) return { hash: message.hash, problem: problemOf('key-unknown') };
    const problem = refusal(message.envelope, now);
    return problem ? { message, hash: message.hash, problem } : { message, isRead: true };
  } catch (error) {
    if (!(error instanceof ProtocolProblem)) throw error;
    return { hash: sha256(line), problem: error.document() };
  }
}

function refusal(envelope: Envelope, now: number): ProblemDocument | undefined {
  if (Date.parse(envelope.time) > now + MAX_AHEAD_MS) return problemOf('clock-skew');
  return refusalOfData(envelope);
}

function refusalOfData({ type, dataschema, source, subject, aud, data }: Envelope): ProblemDocument | undefined {
  if (!isMessageType(type)) return problemOf('schema-invalid', [{ path: 'type', code: 'unknown-type' }]);
  const kind = messageTypes[type];
  if (kind.dataschema !== dataschema) return problemOf('schema-invalid', [{ path: 'dataschema', code: 'wrong-schema' }]);
  if (kind.from !== 'any' && (kind.from === 'hub') !== (source === 'hub'))
    return problemOf('schema-invalid', [{ path: 'source', code: 'wrong-source' }]);
  if (!mayBeFor(type, aud))
    return problemOf('schema-invalid', [{ path: 'aud', code: typeof aud === 'string' ? 'not-for-all' : 'list-not-encrypted' }]);
  const parsed = readData({ type, data });
  if (!parsed.success)
    return problemOf(
      'schema-invalid',
      parsed.error.issues.slice(0, 20).map(({ path, code }) => ({ path: ['data', ...path].join('.'), code })),
    );
  return CONTENT[type]?.(parsed.data, { type, subject });
}

type Told = Pick<Envelope, 'type' | 'subject'>;

/** What more is asked of content than of the membership's messages. */
const CONTENT: Readonly<Partial<Record<MessageType, (data: unknown, told: Told) => ProblemDocument | undefined>>> = {
  'practice.published.v1': (data, { subject }) => refusalOfPractice(data as PracticePublished, subject),
  'practice.withdrawn.v1': (_, told) => refusalOfWithdrawal(told),
  'resource.published.v1': (data, { subject }) => refusalOfResource(data as ResourcePublished, subject),
  // What it says the hub cannot read: each of its readers checks it.
  'resource.sealed.published.v1': (data, { subject }) =>
    subject === `resource:${(data as ResourceSealed).resource}` ? undefined : wrongSubject(),
  'resource.withdrawn.v1': (_, told) => refusalOfWithdrawal(told),
  'statistics.published.v1': (data, { subject }) => refusalOfStatistics(data as StatisticsPublished, subject),
  'statistics.withdrawn.v1': (_, told) => refusalOfWithdrawal(told, statisticsSubject),
};

function refusalOfWithdrawal({ type, subject }: Told, subjects: z.ZodType = contentSubject): ProblemDocument | undefined {
  const isItsKind = subjects.safeParse(subject).success && subject.startsWith(`${type.slice(0, type.indexOf('.'))}:`);
  return isItsKind ? undefined : wrongSubject();
}

function refusalOfStatistics(published: StatisticsPublished, subject: string): ProblemDocument | undefined {
  return subject === `statistics:${published.kind}` ? refusalFor(checkTable(published)) : wrongSubject();
}

function refusalOfPractice(published: PracticePublished, subject: string): ProblemDocument | undefined {
  return subject === `practice:${published.practice}` ? refusalFor(secondCheck(published)) : wrongSubject();
}

function refusalOfResource(published: ResourcePublished, subject: string): ProblemDocument | undefined {
  return subject === `resource:${published.resource}` ? refusalFor(checkResource(published)) : wrongSubject();
}

const wrongSubject = (): ProblemDocument => problemOf('schema-invalid', [{ path: 'subject', code: 'wrong-subject' }]);
const refusalFor = (hits: readonly ProtocolFault[]): ProblemDocument | undefined =>
  hits.length > 0 ? problemOf('anonymisation-refused', hits.slice(0, 50)) : undefined;

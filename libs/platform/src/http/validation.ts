import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { type Fault, Problem, type ProblemValues } from './problem.js';

/** An issue of the Standard Schema with what zod adds to it, as far as it is told to people. */
interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: string;
  readonly origin?: string;
  readonly format?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly divisor?: number;
  readonly params?: { readonly code?: string; readonly values?: ProblemValues } | undefined;
}

/** More would help nobody and let a caller choose the size of our answer. */
const MOST_FAULTS = 100;

const segments = (issue: Issue): PropertyKey[] =>
  (issue.path ?? []).map((segment) => (typeof segment === 'object' ? segment.key : segment));

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  );

const TOO_SMALL: Readonly<Record<string, string>> = { string: 'field/too-short', array: 'field/too-few', set: 'field/too-few' };
const TOO_BIG: Readonly<Record<string, string>> = { string: 'field/too-long', array: 'field/too-many', set: 'field/too-many' };
const FORMATS: Readonly<Record<string, string>> = {
  email: 'field/not-an-email',
  url: 'field/not-an-address',
  uuid: 'field/not-an-id',
  guid: 'field/not-an-id',
  datetime: 'field/not-a-time',
  date: 'field/not-a-date',
};

/** The catalogue's code and values for one issue of zod; `missing` when nothing was sent where something is required. */
const judge = (issue: Issue, missing: boolean): Omit<Fault, 'path'> => {
  const { code, origin = '', params } = issue;
  if (params?.code !== undefined) return { code: params.code, values: params.values ?? {} };
  if (missing && code !== 'unrecognized_keys') return { code: 'field/required' };
  switch (code) {
    case 'too_small':
      return { code: TOO_SMALL[origin] ?? 'field/too-low', values: { limit: Number(issue.minimum) } };
    case 'too_big':
      return { code: TOO_BIG[origin] ?? 'field/too-high', values: { limit: Number(issue.maximum) } };
    case 'invalid_format':
      return { code: FORMATS[issue.format ?? ''] ?? 'field/wrong-form' };
    case 'invalid_type':
      return { code: 'field/wrong-type' };
    case 'invalid_value':
      return { code: 'field/not-a-choice' };
    case 'not_multiple_of':
      return { code: 'field/wrong-step', values: { step: issue.divisor ?? 1 } };
    case 'unrecognized_keys':
      return { code: 'field/unknown' };
    default:
      return { code: 'field/invalid' };
  }
};

/** The faults of a value, by field: `path` is dotted, with list positions from 0. Never holds what was sent. */
export const faultsOf = (issues: readonly Issue[], value: unknown): Fault[] =>
  issues.slice(0, MOST_FAULTS).map((issue) => {
    const path = segments(issue);
    return { path: path.map(String).join('.'), ...judge(issue, at(value, path) === undefined) };
  });

/** Checks what comes in against the schema its parameter names, and hands on what the schema makes of it. */
@Injectable()
export class ValidationPipe implements PipeTransform {
  async transform(value: unknown, { schema, type }: ArgumentMetadata): Promise<unknown> {
    if (schema === undefined || type === 'custom') return value;
    const result = await schema['~standard'].validate(value);
    if (result.issues === undefined) return result.value;
    // A path that cannot name anything names nothing.
    if (type === 'param') throw new Problem('request/not-found', 404);
    throw new Problem('request/invalid', 422, {}, { errors: faultsOf(result.issues, value) });
  }
}

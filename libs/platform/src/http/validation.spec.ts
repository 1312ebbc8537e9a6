import { describe, expect, it } from '@jest/globals';
import { problemTexts } from '@nmirf/languages/catalogue';
import { languages } from '@nmirf/contracts/languages/language';
import { z } from 'zod';
import { faultsOf, ValidationPipe } from './validation.js';

const fault = (schema: z.ZodType, value: unknown) => faultsOf(schema.safeParse(value).error?.issues ?? [], value)[0];

const cases: [string, z.ZodType, unknown, string][] = [
  ['nothing', z.string(), undefined, 'field/required'],
  ['another type', z.string(), 5, 'field/wrong-type'],
  ['too little text', z.string().min(3), 'a', 'field/too-short'],
  ['too much text', z.string().max(1), 'ab', 'field/too-long'],
  ['too few entries', z.array(z.int()).min(1), [], 'field/too-few'],
  ['too many entries', z.array(z.int()).max(1), [1, 2], 'field/too-many'],
  ['a number too low', z.int().min(1), 0, 'field/too-low'],
  ['a number too high', z.int().max(1), 2, 'field/too-high'],
  ['a number between', z.number().multipleOf(5), 7, 'field/wrong-step'],
  ['no e-mail address', z.email(), 'office', 'field/not-an-email'],
  ['no web address', z.url(), 'office', 'field/not-an-address'],
  ['no id', z.uuid(), '17', 'field/not-an-id'],
  ['no time', z.iso.datetime(), 'noon', 'field/not-a-time'],
  ['no date', z.iso.date(), 'today', 'field/not-a-date'],
  ['another form', z.string().regex(/^a$/), 'b', 'field/wrong-form'],
  ['no choice', z.enum(['a', 'b']), 'c', 'field/not-a-choice'],
  ['unknown members', z.strictObject({}), { a: 1 }, 'field/unknown'],
  ['what no member of a union is', z.union([z.string(), z.int()]), true, 'field/invalid'],
  [
    'what a rule of its own refuses',
    z.string().refine(() => false, { params: { code: 'field/too-low', values: { limit: 1 } } }),
    'a',
    'field/too-low',
  ],
];

describe('a fault', () => {
  it.each(cases)('for %s has texts in every language', (_, schema, value, code) => {
    const found = fault(schema, value);
    expect(found?.code).toBe(code);
    for (const language of languages) {
      const texts = problemTexts(language, code, found?.values);
      expect(texts?.detail).toEqual(expect.stringMatching(/\.$/));
      expect(texts?.detail).not.toContain('{{');
    }
  });

  it('says where it is', () => {
    expect(fault(z.object({ rows: z.array(z.object({ text: z.string() })) }), { rows: [{ text: 'a' }, {}] })?.path).toBe('rows.1.text');
  });

  it('never repeats what was sent, and there are at most a hundred', () => {
    const sent = Array.from({ length: 300 }, () => 'secret');
    const faults = faultsOf(z.array(z.int()).safeParse(sent).error?.issues ?? [], sent);
    expect(faults).toHaveLength(100);
    expect(JSON.stringify(faults)).not.toContain('secret');
  });
});

describe('the pipe', () => {
  const pipe = new ValidationPipe();

  it('hands on what the schema makes of a value', async () => {
    expect(await pipe.transform('5', { type: 'query', schema: z.coerce.number() })).toBe(5);
    expect(await pipe.transform('5', { type: 'query' })).toBe('5');
  });

  it('refuses bodies and queries with their faults, and paths as not found', async () => {
    await expect(pipe.transform('a', { type: 'body', schema: z.int() })).rejects.toMatchObject({ code: 'request/invalid', status: 422 });
    await expect(pipe.transform('a', { type: 'param', schema: z.int() })).rejects.toMatchObject({ code: 'request/not-found', status: 404 });
  });
});

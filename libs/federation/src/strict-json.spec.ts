import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseStrictJson } from './strict-json.js';

describe('strict JSON', () => {
  it('reads what JSON.stringify writes', () => {
    const value = fc.jsonValue({ maxDepth: 6 }).filter((json) => !/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(json)));
    fc.assert(
      fc.property(value, (json) => expect(parseStrictJson(JSON.stringify(json, undefined, 1))).toEqual(JSON.parse(JSON.stringify(json)))),
    );
  });

  it('refuses a name twice in one object, however it is spelt, and only there', () => {
    const twice = [
      '{"a":1,"a":1}',
      '{"a":1,"\\u0061":2}',
      '[{"b":{"a":1,"x":2, "a" : 3}}]',
      '{"__proto__":1,"__proto__":2}',
      '{"a\\\\":1,"a\\\\":2}',
    ];
    expect(twice.filter((text) => parseStrictJson(text) !== undefined)).toEqual([]);
    const once = ['{"a":{"a":1},"b":{"a":2}}', '{"a":"b:c\\":\\\\","d":[":",{"e":":"}]}', '{"__proto__":1}', '{"a\\"b":1}'];
    for (const text of once) expect(parseStrictJson(text)).toEqual(JSON.parse(text));
  });

  it('refuses more than 32 levels', () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    const objects = (levels: number) => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);
    expect([parseStrictJson(nested(32)), parseStrictJson(objects(32))]).not.toContain(undefined);
    expect([parseStrictJson(nested(33)), parseStrictJson(objects(33)), parseStrictJson(nested(30_000))]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('refuses what no database or double can hold, and what is no JSON', () => {
    const bad = [
      '"\\u0000"',
      '{"\\u0000":1}',
      '"\\ud800"',
      '["\\udc00\\ud800"]',
      '1e999',
      '{"a":-1e999}',
      '',
      '{',
      '\uFEFF1',
      "{'a':1}",
      '01',
    ];
    expect(bad.filter((text) => parseStrictJson(text) !== undefined)).toEqual([]);
    expect([parseStrictJson('"\\ud83d\\ude00"'), parseStrictJson('null'), parseStrictJson('false')]).toEqual(['\u{1F600}', null, false]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { together } from './together.js';

describe('one statement of several', () => {
  it('gives each part what it was given, and answers for those that answer', () => {
    const { text, values } = together([
      { text: 'one as (select $1::int as a, $2::int as b)', values: [1, 2], answers: '(select a + b from one) as sum' },
      { text: 'two as (delete from t where id = $1)', values: [3] },
      { text: 'three as (select $2::int as c, $1::int as d)', values: [4, 5], answers: '(select c from three) as c' },
    ]);
    expect(text).toBe(
      'with one as (select $1::int as a, $2::int as b), two as (delete from t where id = $3), three as (select $5::int as c, $4::int as d)' +
        ' select (select a + b from one) as sum, (select c from three) as c',
    );
    expect(values).toEqual([1, 2, 3, 4, 5]);
  });
});

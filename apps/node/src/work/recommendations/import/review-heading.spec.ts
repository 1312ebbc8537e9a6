import { describe, expect, it } from '@jest/globals';
import { reviewHeading } from './review-heading.js';
import { cycleOfSession, yearOfSession } from './review-sessions.js';

describe('the page header', () => {
  it.each([
    [
      'UPR of Slovenia (4th Cycle - 48th Session) Thematic list of recommendations* Page 1 of 2',
      { state: 'Slovenia', cycle: 4, session: 48 },
    ],
    ['UPR of Slovenia (2nd Cycle – 20th session)Thematic list', { state: 'Slovenia', cycle: 2, session: 20 }],
    ['UPR of Viet Nam (46th session)', { state: 'Viet Nam', cycle: 4, session: 46 }],
    ['Annex', {}],
  ])('%s', (header, expected) => expect(reviewHeading(['Draft', header])).toEqual(expected));
});

it.each([
  [1, 1, 2008],
  [12, 1, 2011],
  [13, 2, 2012],
  [20, 2, 2014],
  [26, 2, 2016],
  [27, 3, 2017],
  [36, 3, 2020],
  [40, 3, 2022],
  [41, 4, 2022],
  [48, 4, 2025],
  [53, 4, 2026],
  [99, 4, undefined],
])('session %i is of cycle %i and met in %s', (session, cycle, year) => {
  expect([cycleOfSession(session), yearOfSession(session)]).toEqual([cycle, year]);
});

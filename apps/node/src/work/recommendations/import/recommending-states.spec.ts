import { describe, expect, it } from '@jest/globals';
import { recommendingStates } from './recommending-states.js';
import { stateNamed } from './state-names.js';

const of = (text: string): unknown => recommendingStates(text, 'SVN');

describe('the States that recommend', () => {
  it.each([
    ['one', 'Ratify the Convention (Spain);', ['Spain']],
    ['several, each in brackets', 'Ratify it (Maldives) (Portugal);', ['Maldives', 'Portugal']],
    ['several, in one pair of brackets', 'Ratify it (Spain, Tunisia,Portugal);', ['Spain', 'Tunisia', 'Portugal']],
    [
      'brackets within a name',
      'Ratify it (Senegal, Venezuela (Bolivarian Republic of),Peru);',
      ['Senegal', 'Venezuela (Bolivarian Republic of)', 'Peru'],
    ],
    ['each clause its own', 'Do this (Egypt); do that (Peru);and more (Azerbaijan)', ['Egypt', 'Peru', 'Azerbaijan']],
    ['a conjunction', 'Do this (Norway, Spain and Bosnia and Herzegovina).', ['Norway', 'Spain', 'Bosnia and Herzegovina']],
    ['once, although named twice', 'Do this (Egypt); do that (Egypt);', ['Egypt']],
    ['a name of its day', 'Do this (the former Yugoslav Republic of Macedonia);', ['the former Yugoslav Republic of Macedonia']],
    ['beside a bracket that never closes', 'Do this (see part one, and that (Chile);', ['Chile']],
    ['not a period', 'Carry out the programme (2009–2014) and more (Bahrain);', ['Bahrain']],
    ['not an abbreviation', 'Ratify the Convention (ICRMW); and report (Ghana);', ['Ghana']],
    ['not the place of a conference', 'Follow the outcome of the meeting (Geneva, Switzerland) which met again (Togo);', ['Togo']],
    ['not the State under review', 'Build on what was done at home (Slovenia); and share it (Togo);', ['Togo']],
    ['nobody', 'Ratify the Convention (CRC);', []],
  ])('%s', (_, text, states) => expect(of(text)).toEqual({ states }));

  it.each([
    ['beside a State', 'Ratify it (Spain, Ruritania);', 'Ruritania'],
    ['alone at the end', 'Do this (Peru); ratify it (Grand Fenwick);', 'Grand Fenwick'],
  ])('reports a name that is no State’s %s', (_, text, unknown) => expect(of(text)).toEqual({ unknown }));

  it('takes no longer over thousands of brackets', () => {
    expect(of(`${'('.repeat(9_000)}Spain${')'.repeat(9_000)}`)).toEqual({ states: [] });
  });
});

describe('the names of States', () => {
  it.each([
    ['Türkiye', 'TUR'],
    ['Turkey', 'TUR'],
    ['Russian Federation', 'RUS'],
    ['State of Palestine', 'PSE'],
    ['Holy See', 'VAT'],
    ['Republic of Korea', 'KOR'],
    ['Democratic People’s Republic of Korea', 'PRK'],
    ['Kingdom of the Netherlands', 'NLD'],
    ['Islamic Republic of Iran', 'IRN'],
    ["Cote d'Ivoire", 'CIV'],
    ['the Gambia', 'GMB'],
    ['Saint Kitts and Nevis', 'KNA'],
    ['Sao Tome & Principe', 'STP'],
    ['Plurinational State of Bolivia', 'BOL'],
    ['Eswatini', 'SWZ'],
    ['Lao People’s Democratic Republic', 'LAO'],
    ['Micronesia', 'FSM'],
    ['Congo', 'COG'],
    ['Viet Nam', 'VNM'],
  ])('%s', (name, code) => expect(stateNamed(name)).toBe(code));

  it.each(['', 'ICRMW', 'Ruritania', 'and', 'European Union'])('none is called "%s"', (name) => expect(stateNamed(name)).toBeUndefined());
});

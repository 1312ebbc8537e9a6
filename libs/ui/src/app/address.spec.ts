import { describe, expect, it } from '@jest/globals';
import { auditQuery } from '@nmirf/contracts/audit/audit';
import { libraryFilters, libraryQuery } from '@nmirf/contracts/practices/library';
import { createMemoryHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import fc from 'fast-check';
import { logPosition, narrows, plainAddresses, searchOf } from './address.js';

const read = searchOf({
  ...libraryFilters.shape,
  order: libraryQuery.shape.order.unwrap(),
  after: logPosition,
  from: auditQuery.shape.from,
});

const routerAt = (address: string) => {
  const root = createRootRoute();
  const list = createRoute({ getParentRoute: () => root, path: 'list', validateSearch: read });
  return createRouter({
    ...plainAddresses,
    routeTree: root.addChildren([list]),
    history: createMemoryHistory({ initialEntries: [address] }),
  });
};

/** What a page gets of its address, from the router itself. */
const searchAt = (query: string): object => {
  const router = routerAt(`/list${query}`);
  return router.matchRoutes(router.latestLocation).at(-1)!.search;
};

/** The same as it travels on: what is `undefined` goes nowhere. */
const heldAt = (query: string): unknown => JSON.parse(JSON.stringify(searchAt(query)));

/** The address the router gives back, with what the page reads of it. */
const addressOf = (query: string): string => {
  const router = routerAt(`/list${query}`);
  return router.buildLocation({ to: '/list', search: true }).href;
};

describe('what a page reads of its address', () => {
  it.each([
    ['12'],
    ['012'],
    ['1e5'],
    ['-0'],
    ['true'],
    ['null'],
    ['undefined'],
    ['"x"'],
    ['{"a":1}'],
    ['[1,2]'],
    ['a b+c'],
    ['50 %'],
    ['سياسة & متابعة'],
  ])('has the words %s as they were typed', (q) => {
    expect(heldAt(`?${new URLSearchParams({ q }).toString()}`)).toEqual({ q });
    expect(new URL(routerAt('/list').buildLocation({ to: '/list', search: { q } }).href, 'http://hub').searchParams.get('q')).toBe(q);
  });

  it('has any words again that a link was made of', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }), (q) => {
        const { href } = routerAt('/list').buildLocation({ to: '/list', search: { q } });
        expect(heldAt(href.slice('/list'.length))).toEqual({ q });
      }),
    );
  });

  it('has numbers and days where its fields do', () => {
    expect(heldAt('?sdg=3&year=1995&from=2026-01-31&after=12')).toEqual({ sdg: 3, year: 1995, from: '2026-01-31', after: '12' });
  });

  it.each([
    ['a filter that stands there twice', 'theme=a&theme=b'],
    ['a filter that stands there twice with one value', 'theme=a&theme=a'],
    ['a filter without a value', 'theme='],
    ['a value no page knows', 'region=atlantis'],
    ['too many words', `q=${'x'.repeat(201)}`],
    ['a number beyond its range', 'sdg=18'],
    ['no number', 'sdg=x'],
    ['an order nobody gives', 'order=x'],
    ['a day that is none', 'from=2026-02-30'],
    ['a place that is none', 'after=%2212%22'],
    ['a name of no field', 'utm_source=letter'],
    ['a name in brackets', 'order[]=newest'],
    ['names of every object', '__proto__=1&constructor=2&toString=3'],
  ])('has nothing of %s, nor keeps it in links', (_what, given) => {
    expect(heldAt(`?${given}`)).toEqual({});
    expect(narrows(searchAt(`?${given}`))).toBe(false);
    expect(heldAt(`?language=fr&${given}`)).toEqual({ language: 'fr' });
    expect(addressOf(`?language=fr&${given}`)).toBe('/list?language=fr');
  });

  it('says whether it narrows', () => {
    expect(narrows(searchAt('?theme=a'))).toBe(true);
    expect(narrows(searchAt(''))).toBe(false);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Begun, type OpenSpan, recorded, type Recording, span } from './span.js';

/** Notes what begins under what, and how it ends. */
const noting = (notes: string[], under = ''): Recording => ({
  begin: ({ name }: Begun): OpenSpan => {
    const place = `${under}/${name}`;
    return {
      within: noting(notes, place),
      headers: { traceparent: place },
      tell: () => undefined,
      end: (failure) => notes.push(`${place} ${failure ?? 'done'}`),
    };
  },
});

describe('a span', () => {
  it('is only its work where nothing is recorded', async () => {
    expect(await span('a', ({ tell, headers }) => Promise.resolve([tell({ count: 1 }), headers]))).toEqual([undefined, {}]);
  });

  it('holds what it causes, also what goes on later, and says a failure by its code alone', async () => {
    const notes: string[] = [];
    const failing = (): Promise<never> => Promise.reject(Object.assign(new Error('a name'), { code: 'line-down' }));
    let ring = (): void => undefined;
    let later = Promise.resolve();
    await recorded(noting(notes), () =>
      span('a', async () => {
        await span('b', () => Promise.resolve());
        later = new Promise<void>((done) => (ring = done)).then(() => span('c', () => Promise.resolve()));
      }),
    );
    ring();
    await later;
    await expect(recorded(noting(notes), () => span('d', failing))).rejects.toThrow('a name');
    await expect(recorded(noting(notes), () => span('e', () => Promise.reject(new TypeError('x'))))).rejects.toThrow('x');
    expect(notes).toEqual(['/a/b done', '/a done', '/a/c done', '/d line-down', '/e TypeError']);
  });

  it('brings none of the packages for traces in before they are wanted', () => {
    const sources = ['libs/platform/src', 'libs/replica/src', 'apps/hub/src', 'apps/node/src'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    );
    const says = (words: RegExp) => sources.filter((file) => file.endsWith('.ts') && words.test(readFileSync(file, 'utf8')));
    expect(says(/^(?:import|}) .*'@opentelemetry/m)).toEqual(['libs/platform/src/tracing/open-recorder.ts']);
    expect(says(/^import .*open-recorder/m)).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
  readonly security?: readonly object[];
  readonly description?: string;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>>; readonly securitySchemes: Readonly<Record<string, unknown>> };
}

const read = (name: string): Document =>
  JSON.parse(readFileSync(new URL(`../../docs/openapi/${name}.json`, import.meta.url), 'utf8')) as Document;

describe.each(['hub', 'node'])('the description of the %s', (name) => {
  const document = read(name);
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ at: `${method} ${path}`, method, ...operation })),
  );

  it('names every operation once', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(operations.filter(({ tags }) => tags.length === 0)).toEqual([]);
  });

  it('says what each answers, and that it may be a problem', () => {
    const silent = operations.filter(({ responses }) => {
      const [[status, answer] = ['', {}]] = Object.entries(responses);
      return status !== '204' && answer.content === undefined;
    });
    expect(silent.map(({ at }) => at)).toEqual([]);
    for (const { responses } of operations) expect(responses['default']?.content).toHaveProperty('application/problem+json');
  });

  it('says who may change anything', () => {
    const open = operations.filter(({ method, security }) => method !== 'get' && security === undefined).map(({ at }) => at);
    // A password is chosen with the secret of a link, which is all the caller has.
    expect(open).toEqual(['post /api/password', 'post /api/session', ...(name === 'hub' ? ['post /nmirf/v1/enrolments'] : [])]);
    expect(document.components.securitySchemes).toHaveProperty('session');
  });

  it('has every schema it points at', () => {
    const pointed = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, schema]) => schema!);
    expect(pointed.filter((schema) => !(schema in document.components.schemas))).toEqual([]);
  });
});

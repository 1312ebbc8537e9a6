import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { EnvironmentError, parseEnvironment, platformEnvironment } from './environment.js';

const folder = mkdtempSync(join(tmpdir(), 'environment-'));
afterAll(() => rmSync(folder, { recursive: true }));

const secret = 'a secret of at least 32 characters';
const complete = { PUBLIC_URL: 'https://node.example/', DATABASE_URL: 'postgres://localhost/node', SESSION_SECRET: secret };
const faultOf = (variables: Record<string, string | undefined>): string => {
  try {
    parseEnvironment(platformEnvironment, variables);
    return 'no fault';
  } catch (error) {
    return error instanceof EnvironmentError ? error.message : 'another error';
  }
};

describe('the environment', () => {
  it('has defaults, and an address without a slash at its end', () => {
    const environment = parseEnvironment(platformEnvironment, { ...complete, REDIS_URL: '' });
    expect(environment).toMatchObject({ PORT: 4000, HOST: '127.0.0.1', NODE_ENV: 'production', PUBLIC_URL: 'https://node.example' });
    expect(environment.REDIS_URL).toBeUndefined();
  });

  it('names all its faults at once, and no value', () => {
    const message = faultOf({ PORT: 'many', PUBLIC_URL: 'ftp://node.example', SESSION_SECRET: 'hunter2' });
    expect(message.match(/^ {2}(\w+): /gm)).toEqual(['  PORT: ', '  PUBLIC_URL: ', '  DATABASE_URL: ', '  SESSION_SECRET: ']);
    expect(message).toContain('DATABASE_URL: is missing');
    expect(message).not.toContain('hunter2');
  });

  it('takes a value from a file', () => {
    const file = join(folder, 'secret');
    writeFileSync(file, `${secret}\n`);
    const { SESSION_SECRET: _, ...rest } = complete;
    expect(parseEnvironment(platformEnvironment, { ...rest, SESSION_SECRET_FILE: file }).SESSION_SECRET).toBe(secret);
    expect(faultOf({ ...complete, SESSION_SECRET_FILE: file })).toContain('given twice');
    expect(faultOf({ ...rest, SESSION_SECRET_FILE: join(folder, 'none') })).toMatch(/^.*\n {2}SESSION_SECRET_FILE: cannot read .*$/);
  });

  it('reads where files are kept, and asks for the key that belongs to it', () => {
    const bucket = { FILES_URL: 's3://files/nmirf/hub?endpoint=https://store.example:9000&region=eu-1' };
    expect(parseEnvironment(platformEnvironment, { ...complete, ...bucket, FILES_KEY_ID: 'k', FILES_SECRET: 's' }).FILES_URL).toEqual({
      ...{ bucket: 'files', prefix: 'nmirf/hub/', endpoint: 'https://store.example:9000', region: 'eu-1' },
    });
    expect(
      parseEnvironment(platformEnvironment, { ...complete, FILES_URL: 's3://files', FILES_KEY_ID: 'k', FILES_SECRET: 's' }).FILES_URL,
    ).toEqual({ bucket: 'files', prefix: '', endpoint: 'https://s3.us-east-1.amazonaws.com', region: 'us-east-1' });
    const extended = platformEnvironment.extend({ NODE_ID: z.string() });
    expect(() => parseEnvironment(extended, { ...complete, ...bucket, PORT: 'many' })).toThrow(
      /PORT: .*\n {2}NODE_ID: is missing\n {2}FILES_KEY_ID: is missing\n {2}FILES_SECRET: is missing/,
    );
    expect(faultOf({ ...complete, FILES_URL: 's3://files?endpoint=ftp://x', FILES_KEY_ID: 'k', FILES_SECRET: 's' })).toContain(
      's3://bucket',
    );
  });

  it('can be extended by a server', () => {
    const extended = platformEnvironment.extend({ NODE_ID: z.string() });
    expect(parseEnvironment(extended, { ...complete, NODE_ID: 'node:pt' }).NODE_ID).toBe('node:pt');
  });

  it.each([
    ['1', 1],
    ['loopback', 'loopback'],
  ])('reads TRUST_PROXY=%s', (given, expected) => {
    expect(parseEnvironment(platformEnvironment, { ...complete, TRUST_PROXY: given }).TRUST_PROXY).toBe(expected);
  });
});

import type { Browser } from 'playwright-core';
import type { z } from 'zod';
import { PASSWORD } from './officers.js';

/** What a server answers to somebody who is signed in, without a page. */
export interface Api {
  readonly read: <Answer extends z.ZodType>(shape: Answer, path: string) => Promise<z.output<Answer>>;
  /** Sends, and answers what the server made of it. */
  readonly tell: <Answer extends z.ZodType>(shape: Answer, path: string, data?: object) => Promise<z.output<Answer>>;
  /** Sends a file; answers the status. */
  readonly send: (path: string, file: Buffer, type: string) => Promise<number>;
}

export const apiAt = async (browser: Browser, base: string, email: string): Promise<Api> => {
  const { request } = await browser.newContext({ extraHTTPHeaders: { origin: base } });
  await request.post(`${base}/api/session`, { data: { email, password: PASSWORD } });
  return {
    read: async (shape, path) => shape.parse(await (await request.get(base + path)).json()),
    tell: async (shape, path, data) => shape.parse(await (await request.post(base + path, { data })).json()),
    send: async (path, data, type) => (await request.post(base + path, { headers: { 'content-type': type }, data })).status(),
  };
};

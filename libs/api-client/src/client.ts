import { PART_TYPE } from '@nmirf/contracts/files/file';
import type { z } from 'zod';
import { clientProblem, readProblem } from './problem.js';

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly query?: Query;
  /** JSON, or bytes as they are. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/** Asks one server, in one language. Answers are parsed by their contract; everything else is thrown as `ApiProblem`. */
export interface ApiClient {
  readonly ask: <Answer extends z.ZodType>(answer: Answer, path: string, call?: Call) => Promise<z.output<Answer>>;
  readonly tell: (path: string, call: Call) => Promise<void>;
}

export interface ApiClientOptions {
  /** A BCP 47 tag or list for `Accept-Language`: problem texts come back in it. */
  readonly language: () => string;
  /** Where the server is; empty for the page's own origin. */
  readonly base?: string;
  readonly fetch?: typeof globalThis.fetch;
}

const queryString = (query: Query = {}): string => {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
};

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

export const createClient = ({ language, base = '', fetch = globalThis.fetch }: ApiClientOptions): ApiClient => {
  const send = async (path: string, { method = 'GET', query, body, signal }: Call): Promise<Response> => {
    const request: RequestInit = {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json, application/problem+json',
        'accept-language': language(),
        ...(body === undefined ? {} : { 'content-type': body instanceof Blob ? PART_TYPE : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    };
    const response = await fetch(`${base}${path}${queryString(query)}`, request).catch((error: unknown) => {
      throw isAbort(error) ? error : clientProblem('client/unreachable', 0);
    });
    if (!response.ok) throw await readProblem(response);
    return response;
  };

  return {
    ask: async (answer, path, call = {}) => {
      const response = await send(path, call);
      const body: unknown = await response.json().catch(() => undefined);
      const parsed = answer.safeParse(body);
      if (!parsed.success) throw clientProblem('client/answer-unreadable', response.status);
      return parsed.data;
    },
    tell: async (path, call) => {
      await send(path, call);
    },
  };
};

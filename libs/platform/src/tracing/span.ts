import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingHttpHeaders } from 'node:http';

/** What a span tells beside its name and its times: counts, codes and patterns; never a message, an address or a person. */
export type Told = Readonly<Record<string, string | number>>;

export interface Begun {
  readonly name: string;
  readonly kind?: 'server' | 'client';
  readonly told?: Told;
  /** Headers of a request that may continue another server's trace (W3C Trace Context). */
  readonly from?: IncomingHttpHeaders;
}

/** A piece of work that is being timed. `within` is where what it causes is recorded. */
export interface OpenSpan {
  readonly within: Recording;
  /** What the next server needs to continue the trace. */
  readonly headers: Readonly<Record<string, string>>;
  tell(told: Told, name?: string): void;
  /** `failure` is a code or the kind of an error, and never its words. */
  end(failure?: string): void;
}

/** Where spans go; every one that is begun here is a child of the same. */
export interface Recording {
  begin(begun: Begun): OpenSpan;
}

const recordings = new AsyncLocalStorage<Recording>();

/** Does work, with all it begins recorded there; just does it when nothing is to be recorded. */
export const recorded = <Value>(recording: Recording | undefined, work: () => Value): Value =>
  recording ? recordings.run(recording, work) : work();

type Traced = Pick<OpenSpan, 'tell' | 'headers'>;
const NOTHING: Traced = { tell: () => undefined, headers: {} };

/** Times a piece of work when traces are on, and what it causes as its parts. */
export async function span<Value>(begun: string | Begun, work: (span: Traced) => Promise<Value>): Promise<Value> {
  const open = recordings.getStore()?.begin(typeof begun === 'string' ? { name: begun } : begun);
  if (!open) return work(NOTHING);
  try {
    const value = await recorded(open.within, () => work(open));
    open.end();
    return value;
  } catch (error) {
    open.end(codeOf(error));
    throw error;
  }
}

const codeOf = (error: unknown): string => {
  const { code, name } = (error ?? {}) as { readonly code?: unknown; readonly name?: unknown };
  return String(code ?? name ?? 'unknown');
};

import type { ProblemDocument, Retry } from '@nmirf/contracts/http/problem';

/** Every way the protocol says no: HTTP status and whether trying again can help. The slugs are part of the protocol. */
export const protocolProblems = {
  malformed: { status: 400, retry: 'never' },
  'header-not-allowed': { status: 400, retry: 'never' },
  'signature-missing': { status: 401, retry: 'auth' },
  'signature-invalid': { status: 401, retry: 'auth' },
  'key-unknown': { status: 401, retry: 'auth' },
  'clock-skew': { status: 401, retry: 'auth' },
  'node-suspended': { status: 403, retry: 'later' },
  'node-revoked': { status: 403, retry: 'never' },
  'invitation-invalid': { status: 403, retry: 'never' },
  'audience-forbidden': { status: 403, retry: 'never' },
  'sequence-gap': { status: 409, retry: 'resync' },
  'chain-fork': { status: 409, retry: 'never' },
  'cursor-ahead': { status: 409, retry: 'resync' },
  'stale-size': { status: 409, retry: 'resync' },
  'too-large': { status: 413, retry: 'never' },
  'media-type': { status: 415, retry: 'never' },
  'schema-invalid': { status: 422, retry: 'never' },
  'anonymisation-refused': { status: 422, retry: 'never' },
  'blob-unknown': { status: 404, retry: 'later' },
  'blob-offset': { status: 409, retry: 'resync' },
  'blob-quota': { status: 413, retry: 'later' },
  'blob-refused': { status: 422, retry: 'never' },
  'blob-missing': { status: 422, retry: 'later' },
  'proof-invalid': { status: 422, retry: 'never' },
  'version-unsupported': { status: 426, retry: 'never' },
  'rate-limited': { status: 429, retry: 'later' },
  recovery: { status: 503, retry: 'later' },
  overloaded: { status: 503, retry: 'later' },
} as const satisfies Record<string, { status: number; retry: Retry }>;
export type ProtocolCode = keyof typeof protocolProblems;

/** Where in a message, and which rule. Never what was written there. */
export interface ProtocolFault {
  readonly path: string;
  readonly code: string;
  readonly detail?: string;
  /** The place inside the text at `path`: UTF-16 offsets, the text's language, the kind of thing. */
  readonly language?: string;
  readonly start?: number;
  readonly end?: number;
  readonly type?: string;
}

/** The problem document of a code. Its title is the code in plain words; servers put their own language in its place. */
export function problemOf(code: ProtocolCode, faults: readonly ProtocolFault[] = []): ProblemDocument {
  const errors = faults.map(({ detail = '', ...fault }) => ({ ...fault, detail }));
  return {
    type: `urn:nmirf:problem:${code}`,
    code,
    ...protocolProblems[code],
    title: code.replaceAll('-', ' '),
    ...(errors.length > 0 && { errors }),
  };
}

/** A message, proof or request that breaks the protocol. Everything else that is thrown here is a bug. */
export class ProtocolProblem extends Error {
  override readonly name = 'ProtocolProblem';

  constructor(
    readonly code: ProtocolCode,
    readonly faults: readonly ProtocolFault[] = [],
  ) {
    super(code);
  }

  get status(): number {
    return protocolProblems[this.code].status;
  }

  get retry(): Retry {
    return protocolProblems[this.code].retry;
  }

  document(): ProblemDocument {
    return problemOf(this.code, this.faults);
  }
}

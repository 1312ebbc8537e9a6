import { type ProtocolCode, protocolProblems } from '@nmirf/federation/problems';
import { Problem } from '@nmirf/platform/http/problem';

const CODES: Readonly<Record<string, ProtocolCode>> = {
  'file/offset': 'blob-offset',
  'file/quota': 'blob-quota',
  'file/not-here': 'blob-unknown',
  'file/store-away': 'overloaded',
};

/** Throws what a file was refused for as the protocol says it; what is wrong with the file itself stands among the `errors`. */
export function inProtocolWords(error: unknown): never {
  if (!(error instanceof Problem) || !error.code.startsWith('file/')) throw error;
  const code = CODES[error.code] ?? 'blob-refused';
  const { status, retry } = protocolProblems[code];
  const errors = code === 'blob-refused' ? [{ path: 'file', code: error.code }] : [];
  throw new Problem(code, status, {}, { retry, errors, members: error.extras.members ?? {} });
}

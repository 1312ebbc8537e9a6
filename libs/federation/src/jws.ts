import { latin1Bytes, utf8Bytes, utf8OfBase64url } from '#bytes';
import { fromBase64url, toBase64url } from './base64url.js';
import { parseStrictJson } from './strict-json.js';

/** A compact JWS cut at its dots, nothing decoded. `signed` and `bytes` are what travelled, never a re-serialisation. */
export interface SplitJws {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly header: string;
  readonly payload: string;
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

/** Signs `payload` under `header` (RFC 7515 §7.1). */
export function sealJws(header: string, payload: string, sign: (signed: Uint8Array) => Uint8Array): string {
  const signed = `${header}.${toBase64url(utf8Bytes(payload))}`;
  return `${signed}.${toBase64url(sign(latin1Bytes(signed)))}`;
}

/** Exactly three parts in strict base64url, with a signature of `signatureLength` bytes; undefined for anything else. */
export function splitJws(jws: string | Uint8Array, text: string, signatureLength = 64): SplitJws | undefined {
  const first = text.indexOf('.');
  const second = text.indexOf('.', first + 1);
  if (first < 1 || second < 0) return undefined;
  const signature = fromBase64url(text.slice(second + 1));
  if (signature?.length !== signatureLength) return undefined;
  const bytes = typeof jws === 'string' ? latin1Bytes(jws) : jws;
  return {
    text,
    bytes,
    header: text.slice(0, first),
    payload: text.slice(first + 1, second),
    signed: bytes.subarray(0, second),
    signature,
  };
}

/** The JSON value in one part of a JWS, or undefined where base64url, UTF-8 or JSON is not strict. */
export function decodeJson(part: string): unknown {
  const text = utf8OfBase64url(part);
  return text === undefined ? undefined : parseStrictJson(text);
}

export const encodeJson = (value: unknown): string => toBase64url(utf8Bytes(JSON.stringify(value)));

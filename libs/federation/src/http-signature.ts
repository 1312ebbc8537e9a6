import { createHash, timingSafeEqual } from 'node:crypto';
import { httpbis } from 'http-message-signatures';
import { type Dictionary, isInnerList, parseDictionary, type Parameters, serializeList } from 'structured-headers';
import { verifyEd25519 } from '#crypto';
import { parsePublicKey, type Signer } from './keys.js';
import { ProtocolProblem } from './problems.js';

/** A request as its signature sees it. `url` is the target URI as the client wrote it, `body` the bytes on the wire. */
export interface SignedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body?: Uint8Array | undefined;
}

/** Times in Unix seconds; `expires` at most 120 s after `created`. `nonce`: 16 random bytes in base64url. */
export interface SignatureTimes {
  readonly created: number;
  readonly expires: number;
  readonly nonce: string;
}

/** Who signed a request, and the nonce that must not come twice within the window. */
export interface RequestSignature extends SignatureTimes {
  readonly kid: string;
}

const TAG = 'nmirf-1';
const LABEL = 'sig';
export const MAX_LIFETIME_S = 120;
export const CLOCK_WINDOW_S = 300;
const MAX_HEADER = 4_096;
const BARE = ['@method', '@target-uri'] as const;
const WITH_BODY = [...BARE, 'content-digest', 'content-type'] as const;
const PARAMETERS: ReadonlySet<string> = new Set(['created', 'expires', 'nonce', 'keyid', 'tag', 'alg']);

/** `Content-Digest` of RFC 9530. */
export const contentDigest = (body: Uint8Array, algorithm: 'sha-256' | 'sha-512' = 'sha-256'): string =>
  `${algorithm}=:${digestOf(body, algorithm).toString('base64')}:`;

const digestOf = (body: Uint8Array, algorithm: string): Buffer => createHash(algorithm.replace('-', '')).update(body).digest();

/** The headers that sign a request (RFC 9421, profile `nmirf-1`). A request with a body has a `content-type` among its headers. */
export function signRequest(request: SignedRequest, signer: Signer, { created, expires, nonce }: SignatureTimes): Record<string, string> {
  const digest: Record<string, string> = request.body ? { 'content-digest': contentDigest(request.body) } : {};
  const parameters: Parameters = new Map<string, string | number>(Object.entries({ created, expires, nonce, keyid: signer.kid, tag: TAG }));
  const input = serializeList([[componentsOf(request).map((name) => [name, new Map()]), parameters]]);
  const signature = signer.sign(signatureBase({ ...request, headers: { ...request.headers, ...digest } }, input));
  return { ...digest, 'signature-input': `${LABEL}=${input}`, signature: `${LABEL}=:${Buffer.from(signature).toString('base64')}:` };
}

const componentsOf = ({ body }: SignedRequest): readonly string[] => (body ? WITH_BODY : BARE);

/**
 * The bytes that a signature with this input covers (RFC 9421 §2.5).
 * @throws ProtocolProblem `signature-invalid` when it covers a header that the request does not have
 */
export function signatureBase(request: SignedRequest, input: string): Uint8Array {
  const { method, url } = request;
  const items = parseDictionary(`${LABEL}=${input}`).get(LABEL)![0] as [string, Parameters][];
  const fields = items.map(([name]) => name);
  const covered = fields.filter((name) => !name.startsWith('@')).map((name) => [name, textOf(request, name)] as const);
  if (covered.some(([, text]) => text === undefined)) throw new ProtocolProblem('signature-invalid');
  const headers = Object.fromEntries(covered) as Record<string, string>;
  const base = httpbis.createSignatureBase({ fields }, { method, url, headers });
  return Buffer.from(httpbis.formatSignatureBase([...base, ['"@signature-params"', [input]]]));
}

/**
 * Checks a request's signature: profile, key, clock, digest of the body, and only then the signature. `now` is in Unix seconds;
 * the caller sees to it that a nonce comes once.
 * @throws ProtocolProblem `signature-missing`, `signature-invalid`, `key-unknown` or `clock-skew`
 */
export function verifyRequest(
  request: SignedRequest,
  resolveKey: (kid: string) => { readonly x: string } | undefined,
  now: number,
): RequestSignature {
  const { input, times, bytes } = readSignature(request);
  const key = resolveKey(times.kid);
  const raw = key && parsePublicKey(key);
  if (!raw) throw new ProtocolProblem('key-unknown');
  if (Math.abs(now - times.created) > CLOCK_WINDOW_S) throw new ProtocolProblem('clock-skew');
  if (request.body && !isDigest(textOf(request, 'content-digest'), request.body)) throw new ProtocolProblem('signature-invalid');
  if (!verifyEd25519(raw, signatureBase(request, input), bytes)) throw new ProtocolProblem('signature-invalid');
  return times;
}

interface ReadSignature {
  readonly input: string;
  readonly times: RequestSignature;
  readonly bytes: Uint8Array;
}

/** The one signature of this profile; signatures under other tags, such as a proxy's, are left alone. */
function readSignature(request: SignedRequest): ReadSignature {
  const [inputs, signatures] = [dictionaryOf(request, 'signature-input'), dictionaryOf(request, 'signature')];
  const ours = [...inputs].filter(([, item]) => item[1].get('tag') === TAG);
  const [label, item] = ours[0] ?? [];
  if (!label || !item || ours.length > 1) throw new ProtocolProblem('signature-missing');
  const bytes = signatures.get(label)?.[0];
  const times = timesOf(item[1]);
  const isCovered = isInnerList(item) && isSame(item[0], componentsOf(request));
  if (!isCovered || !times || !(bytes instanceof ArrayBuffer)) throw new ProtocolProblem('signature-invalid');
  return { input: serializeList([item]), times, bytes: new Uint8Array(bytes) };
}

const isSame = (items: readonly (readonly [unknown, Parameters])[], names: readonly string[]): boolean =>
  items.length === names.length && items.every(([name, parameters], i) => name === names[i] && parameters.size === 0);

function timesOf(parameters: Parameters): RequestSignature | undefined {
  const { created, expires, nonce, keyid, alg = 'ed25519' } = Object.fromEntries(parameters);
  const isTimed = isSeconds(created) && isSeconds(expires) && expires > created && expires - created <= MAX_LIFETIME_S;
  const isNamed = typeof keyid === 'string' && typeof nonce === 'string' && /^[A-Za-z0-9_-]{16,64}$/.test(nonce);
  const isPlain = alg === 'ed25519' && [...parameters.keys()].every((name) => PARAMETERS.has(name));
  return isTimed && isNamed && isPlain ? { kid: keyid, created, expires, nonce } : undefined;
}

const isSeconds = (value: unknown): value is number => Number.isSafeInteger(value);

/** Every digest of an algorithm we know must be right, and there must be one. */
function isDigest(field: string | undefined, body: Uint8Array): boolean {
  const known = [...parse(field ?? '')].filter(([algorithm]) => algorithm === 'sha-256' || algorithm === 'sha-512');
  const isRight = ([algorithm, [value]]: (typeof known)[number]) =>
    value instanceof ArrayBuffer && isEqual(new Uint8Array(value), digestOf(body, algorithm));
  return known.length > 0 && known.every(isRight);
}

const isEqual = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

function dictionaryOf(request: SignedRequest, name: string): Dictionary {
  const text = textOf(request, name);
  if (text === undefined) throw new ProtocolProblem('signature-missing');
  return parse(text);
}

function textOf({ headers }: SignedRequest, name: string): string | undefined {
  const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof value === 'object' ? value.join(', ') : value;
}

function parse(text: string): Dictionary {
  if (text.length > MAX_HEADER) throw new ProtocolProblem('signature-invalid');
  try {
    return parseDictionary(text);
  } catch {
    throw new ProtocolProblem('signature-invalid');
  }
}

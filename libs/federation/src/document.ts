import { latin1Bytes } from '#bytes';
import { verifyEd25519 } from '#crypto';
import { decodeJson, encodeJson, sealJws, splitJws } from './jws.js';
import { parsePublicKey, type Signer } from './keys.js';
import { ProtocolProblem } from './problems.js';

/** A kind of signed document that is no message: a JWS with the header `{alg, typ, kid}` over JSON. */
export interface DocumentKind<Content> {
  readonly typ: string;
  /** Characters, at most. */
  readonly max: number;
  readonly schema: { safeParse(value: unknown): { readonly success: boolean; readonly data?: Content | undefined } };
}

export const sealDocument = <Content>({ typ }: DocumentKind<Content>, content: Content, signer: Signer): string =>
  sealJws(encodeJson({ alg: 'Ed25519', typ, kid: signer.kid }), JSON.stringify(content), (signed) => signer.sign(signed));

/**
 * Reads a document and checks its signature; `resolveKey` gives the key of a kid, or undefined.
 * @throws ProtocolProblem with the code of the first check that fails
 */
export function openDocument<Content>(
  kind: DocumentKind<Content>,
  jws: string,
  resolveKey: (kid: string) => { readonly x: string } | undefined,
): Content {
  const split = splitDocument(kind, jws);
  const key = resolveKey(split.kid);
  const raw = key && parsePublicKey(key);
  if (!raw) throw new ProtocolProblem('key-unknown');
  if (!verifyEd25519(raw, split.signed, split.signature)) throw new ProtocolProblem('signature-invalid');
  return contentOf(kind, split.payload);
}

/** What a document says before anybody has looked at its signature. @throws ProtocolProblem */
export const peekDocument = <Content>(kind: DocumentKind<Content>, jws: string): Content =>
  contentOf(kind, splitDocument(kind, jws).payload);

function contentOf<Content>({ schema }: DocumentKind<Content>, payload: string): Content {
  const parsed = schema.safeParse(decodeJson(payload));
  if (!parsed.success) throw new ProtocolProblem('schema-invalid');
  return parsed.data as Content;
}

function splitDocument({ typ, max }: DocumentKind<unknown>, jws: string) {
  const split = jws.length <= max ? splitJws(latin1Bytes(jws), jws) : undefined;
  if (!split) throw new ProtocolProblem('malformed');
  const header = decodeJson(split.header);
  const { alg, typ: named, kid } = (header ?? {}) as Record<string, unknown>;
  const isAllowed = alg === 'Ed25519' && named === typ && typeof kid === 'string' && Object.keys(header as object).length === 3;
  if (!isAllowed) throw new ProtocolProblem('header-not-allowed');
  return { ...split, kid };
}

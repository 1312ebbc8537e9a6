import type { AgreementKey, SealedContent } from '@nmirf/contracts/network/sealed';
import type { NodeId } from '@nmirf/contracts/network/names';
import { toBase64url } from './base64url.js';
import { thumbprintOn } from './keys.js';
import { ProtocolProblem } from './problems.js';
import { parseStrictJson } from './strict-json.js';

const ALG = 'ECDH-ES+A256KW';
const ENC = 'A256GCM';
const encoder = new TextEncoder();

/** What a sealed text belongs to. It is authenticated with it, so that nobody passes another's sealed text on as their own. */
export interface Belonging {
  readonly source: string;
  readonly subject: string;
  readonly version: number;
  readonly audience: readonly string[];
}

const boundTo = ({ source, subject, version, audience }: Belonging): Uint8Array =>
  encoder.encode([source, subject, version, ...audience].join('\n'));

/** The id of a key for key agreement: whose it is, and its RFC 7638 thumbprint. */
export const agreementKid = (id: NodeId, { crv, x }: AgreementKey): string => `${id}#${thumbprintOn(crv, x)}`;

/** Encrypts JSON to every recipient: one content key, wrapped for each. `recipients` by key id. */
export async function sealContent(
  content: unknown,
  recipients: ReadonlyMap<string, AgreementKey>,
  belonging: Belonging,
): Promise<SealedContent> {
  const { GeneralEncrypt, importJWK } = await import('jose');
  const jwe = new GeneralEncrypt(encoder.encode(JSON.stringify(content)))
    .setProtectedHeader({ enc: ENC })
    .setAdditionalAuthenticatedData(boundTo(belonging));
  for (const [kid, key] of recipients) jwe.addRecipient(await importJWK({ ...key }, ALG)).setUnprotectedHeader({ alg: ALG, kid });
  return (await jwe.encrypt()) as unknown as SealedContent;
}

/** A private key for key agreement, as a JWK. */
export type PrivateAgreementKey = AgreementKey & { readonly d: string };

/**
 * Opens what was sealed to the key with this id. @throws ProtocolProblem `proof-invalid` when it was not, or belongs to something else
 */
export async function openContent(
  { recipients, ...sealed }: SealedContent,
  { kid, key }: { readonly kid: string; readonly key: PrivateAgreementKey },
  belonging: Belonging,
): Promise<unknown> {
  const own = recipients.find(({ header }) => header.kid === kid);
  if (!own || sealed.aad !== toBase64url(boundTo(belonging))) throw new ProtocolProblem('proof-invalid');
  const { flattenedDecrypt, importJWK } = await import('jose');
  const allowed = { keyManagementAlgorithms: [ALG], contentEncryptionAlgorithms: [ENC] };
  try {
    const { plaintext } = await flattenedDecrypt({ ...sealed, ...own }, await importJWK({ ...key }, ALG), allowed);
    const content = parseStrictJson(new TextDecoder('utf-8', { fatal: true }).decode(plaintext));
    if (content !== undefined) return content;
  } catch {
    // Whatever is wrong with it, it says nothing to whoever sent it.
  }
  throw new ProtocolProblem('proof-invalid');
}

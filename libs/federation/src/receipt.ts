import { type Receipt, receipt as receiptSchema } from '@nmirf/contracts/network/receipt';
import { latin1Bytes } from '#bytes';
import { verifyEd25519 } from '#crypto';
import { decodeJson, encodeJson, sealJws, splitJws } from './jws.js';
import { parsePublicKey, type Signer } from './keys.js';
import { ProtocolProblem } from './problems.js';

const TYP = 'nmirf-receipt+jws';
const MAX_RECEIPT = 1_000_000;

/** The hub's signed answer to a batch, by its `receipt` key. */
export const sealReceipt = (receipt: Receipt, signer: Signer): string =>
  sealJws(encodeJson({ alg: 'Ed25519', typ: TYP, kid: signer.kid }), JSON.stringify(receipt), (signed) => signer.sign(signed));

/**
 * Reads a receipt and checks the hub's signature; `resolveKey` gives the key of a kid, or undefined.
 * @throws ProtocolProblem with the code of the first check that fails
 */
export function openReceipt(jws: string, resolveKey: (kid: string) => { readonly x: string } | undefined): Receipt {
  const split = jws.length <= MAX_RECEIPT ? splitJws(latin1Bytes(jws), jws) : undefined;
  if (!split) throw new ProtocolProblem('malformed');
  const key = resolveKey(kidOfReceipt(split.header));
  const raw = key && parsePublicKey(key);
  if (!raw) throw new ProtocolProblem('key-unknown');
  if (!verifyEd25519(raw, split.signed, split.signature)) throw new ProtocolProblem('signature-invalid');
  const parsed = receiptSchema.safeParse(decodeJson(split.payload));
  if (!parsed.success) throw new ProtocolProblem('schema-invalid');
  return parsed.data;
}

function kidOfReceipt(part: string): string {
  const header = decodeJson(part);
  const { alg, typ, kid } = (header ?? {}) as Record<string, unknown>;
  const isAllowed = alg === 'Ed25519' && typ === TYP && typeof kid === 'string' && Object.keys(header as object).length === 3;
  if (!isAllowed) throw new ProtocolProblem('header-not-allowed');
  return kid;
}

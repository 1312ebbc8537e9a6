import { type Receipt, receipt } from '@nmirf/contracts/network/receipt';
import { type DocumentKind, openDocument, sealDocument } from './document.js';
import type { Signer } from './keys.js';

const RECEIPT: DocumentKind<Receipt> = { typ: 'nmirf-receipt+jws', max: 1_000_000, schema: receipt };

/** The hub's signed answer to a batch, by its `receipt` key. */
export const sealReceipt = (said: Receipt, signer: Signer): string => sealDocument(RECEIPT, said, signer);

/**
 * Reads a receipt and checks the hub's signature; `resolveKey` gives the key of a kid, or undefined.
 * @throws ProtocolProblem with the code of the first check that fails
 */
export const openReceipt = (jws: string, resolveKey: (kid: string) => { readonly x: string } | undefined): Receipt =>
  openDocument(RECEIPT, jws, resolveKey);

import { decodeLeaf } from '@nmirf/federation/leaf';
import { reopenMessage } from '@nmirf/federation/message';

/** A row of the log whose content is there. */
export interface StoredContent {
  readonly leaf: string;
  readonly jws: string;
}

/**
 * What a stored message says. It is hashed against its leaf each time it is read, so a page never shows what the log does not say.
 * @throws ProtocolProblem `proof-invalid` when the two do not belong together
 */
export const contentOf = <Data>({ leaf, jws }: StoredContent): Data => reopenMessage(jws, decodeLeaf(leaf).hash).envelope.data as Data;

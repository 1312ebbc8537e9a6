import { openMessage } from './message.js';
import { ProtocolProblem } from './problems.js';
import { applyGovernance, keyAt, type Trust } from './trust.js';

const END = Number.MAX_SAFE_INTEGER;

/**
 * The membership as it would be if these messages came next: what a committee has said to a server that takes the hub over and no log
 * shows yet (docs/protocol.md §4b). Each must be signed by a key that is good now; one that is not changes nothing. The positions it
 * names are not those that the messages will have.
 */
export function trustWith(trust: Trust, messages: readonly string[]): Trust {
  return messages.reduce((known, jws) => {
    try {
      return applyGovernance(
        known,
        openMessage(jws, (kid) => keyAt(known, kid, END)),
        known.position + 1,
      );
    } catch (error) {
      if (!(error instanceof ProtocolProblem)) throw error;
      return known;
    }
  }, trust);
}

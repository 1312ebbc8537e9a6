import type { Envelope } from '@nmirf/contracts/network/envelope';
import { isGovernance, isMessageType, messageTypes, readData } from '@nmirf/contracts/network/message-types';
import type { Reason } from '../reasons.js';

/** Why a message of a known type is not what the protocol allows; undefined where it is, and for types of a later version. */
export function schemaFault({ type, dataschema, source, aud, data }: Envelope): Reason | undefined {
  if (isGovernance(type) && aud !== '*') return 'not-for-all';
  if (!isMessageType(type)) return undefined;
  const kind = messageTypes[type];
  if (kind.dataschema !== dataschema) return 'schema-differs';
  if (kind.from !== 'any' && (kind.from === 'hub') !== (source === 'hub')) return 'wrong-sender';
  return readData({ type, data }).success ? undefined : 'data-invalid';
}

import type { Envelope } from '@nmirf/contracts/network/envelope';
import { isMessageType, messageTypes, readData } from '@nmirf/contracts/network/message-types';

/** `unknown-schema`: of another version than this server knows. `data-invalid`: it does not have the shape its schema promises. */
export type WhyQuarantined = 'unknown-schema' | 'data-invalid';

/**
 * Why a message is kept without being shown; undefined when projections may read it. Unknown types are no fault and nobody reads
 * them, so they are not looked at here.
 */
export function whyQuarantined({ type, dataschema, data }: Pick<Envelope, 'type' | 'dataschema' | 'data'>): WhyQuarantined | undefined {
  if (!isMessageType(type)) return undefined;
  if (messageTypes[type].dataschema !== dataschema) return 'unknown-schema';
  return readData({ type, data }).success ? undefined : 'data-invalid';
}

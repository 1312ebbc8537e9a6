import type { Envelope } from '@nmirf/contracts/network/envelope';
import { isMessageType, mayBeFor, messageTypes, readData } from '@nmirf/contracts/network/message-types';
import type { QuarantinedView } from '@nmirf/contracts/network/queue';

export type WhyQuarantined = QuarantinedView['why'];
type Told = Pick<Envelope, 'type' | 'dataschema' | 'aud' | 'data'>;

/**
 * Why a message is kept without being shown; undefined when projections may read it. Unknown types are no fault and nobody reads
 * them, so they are not looked at here.
 */
export function whyQuarantined({ type, dataschema, aud, data }: Told): WhyQuarantined | undefined {
  if (!isMessageType(type)) return undefined;
  if (messageTypes[type].dataschema !== dataschema) return 'unknown-schema';
  // What a projection shows to everybody must not come from a message that is for fewer.
  return mayBeFor(type, aud) && readData({ type, data }).success ? undefined : 'data-invalid';
}

import type { Envelope } from '@nmirf/contracts/network/envelope';
import { isMessageType, messageTypes, readData } from '@nmirf/contracts/network/message-types';
import type { QuarantinedView } from '@nmirf/contracts/network/queue';

export type WhyQuarantined = QuarantinedView['why'];

/**
 * Why a message is kept without being shown; undefined when projections may read it. Unknown types are no fault and nobody reads
 * them, so they are not looked at here.
 */
export function whyQuarantined({ type, dataschema, data }: Pick<Envelope, 'type' | 'dataschema' | 'data'>): WhyQuarantined | undefined {
  if (!isMessageType(type)) return undefined;
  if (messageTypes[type].dataschema !== dataschema) return 'unknown-schema';
  return readData({ type, data }).success ? undefined : 'data-invalid';
}

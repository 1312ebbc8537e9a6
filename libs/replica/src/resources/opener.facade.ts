import type { ResourceInside } from '@nmirf/contracts/resources/resource';
import type { Message, Verified } from '@nmirf/federation/message';
import type { WhyQuarantined } from '../projector/quarantine.rules.js';

/** Provided by a server that holds keys for key agreement. The hub has none: it keeps what it cannot read. */
export const OPENER = Symbol('opener of sealed content');

/** Opens what was sealed to this server, and checks it as the hub checks what it can read. */
export interface Opener {
  readonly open: (message: Verified<Message>) => Promise<ResourceInside | Extract<WhyQuarantined, 'not-opened' | 'not-passed'>>;
}

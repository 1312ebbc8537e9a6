import type { EntityClass } from '@nmirf/platform/database/data-source';
import { PLATFORM_ENTITIES } from '@nmirf/platform/database/platform-entities';
import { REPLICA_ENTITIES } from '@nmirf/replica/database/replica-entities';
import { EnrolmentApproval } from '../network/enrolment/enrolment-approval.entity.js';
import { Enrolment } from '../network/enrolment/enrolment.entity.js';
import { Invitation } from '../network/enrolment/invitation.entity.js';
import { NodeContact } from '../network/health/node-contact.entity.js';
import { RequestNonce } from '../network/log/request-nonce.entity.js';
import { Recovery } from '../network/recovery/recovery.entity.js';
import { ForkEvidence } from '../network/sequencer/fork-evidence.entity.js';
import { HandOverBatch } from '../network/sequencer/hand-over-batch.entity.js';
import { PostingCount } from '../network/sequencer/posting-count.entity.js';
import { Receipt } from '../network/sequencer/receipt.entity.js';

export const HUB_ENTITIES: readonly EntityClass[] = [
  ...PLATFORM_ENTITIES,
  ...REPLICA_ENTITIES,
  Receipt,
  ForkEvidence,
  PostingCount,
  RequestNonce,
  Invitation,
  Enrolment,
  EnrolmentApproval,
  NodeContact,
  Recovery,
  HandOverBatch,
];

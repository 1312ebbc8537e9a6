import type { MigrationClass } from '@nmirf/platform/database/data-source';
import { PLATFORM_MIGRATIONS } from '@nmirf/platform/database/migrations/index';
import { REPLICA_MIGRATIONS } from '@nmirf/replica/database/migrations/index';
import { CreateSequencer1795462000000 } from './1795462000000-create-sequencer.js';
import { CreateEnrolment1795462000010 } from './1795462000010-create-enrolment.js';
import { CreateNodeContact1795462000020 } from './1795462000020-create-node-contact.js';
import { LimitAndHold1795462000030 } from './1795462000030-limit-and-hold.js';
import { CreateRecovery1795462000040 } from './1795462000040-create-recovery.js';
import { CreateHandOver1795462000050 } from './1795462000050-create-hand-over.js';

export const HUB_MIGRATIONS: readonly MigrationClass[] = [
  ...PLATFORM_MIGRATIONS,
  ...REPLICA_MIGRATIONS,
  CreateSequencer1795462000000,
  CreateEnrolment1795462000010,
  CreateNodeContact1795462000020,
  LimitAndHold1795462000030,
  CreateRecovery1795462000040,
  CreateHandOver1795462000050,
];

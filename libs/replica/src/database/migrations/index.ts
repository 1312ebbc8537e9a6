import type { MigrationClass } from '@nmirf/platform/database/data-source';
import { CreateReplica1795461000000 } from './1795461000000-create-replica.js';
import { NarrowLibrary1795461000010 } from './1795461000010-narrow-library.js';
import { CreateContent1795461000100 } from './1795461000100-create-content.js';
import { CreateStatistics1795461000110 } from './1795461000110-create-statistics.js';
import { CreateResources1795461000120 } from './1795461000120-create-resources.js';
import { RecordStatistics1795461000130 } from './1795461000130-record-statistics.js';
import { KeepTies1795461000140 } from './1795461000140-keep-ties.js';
import { RestrictResources1795461000150 } from './1795461000150-restrict-resources.js';
import { CreateAgreementKeys1795461000160 } from './1795461000160-create-agreement-keys.js';
import { CarrySealedFiles1795461000170 } from './1795461000170-carry-sealed-files.js';
import { SegmentWords1795461000180 } from './1795461000180-segment-words.js';
import { CountCharacters1795461000190 } from './1795461000190-count-characters.js';
import { DropPublicationHash1795461000200 } from './1795461000200-drop-publication-hash.js';

export const REPLICA_MIGRATIONS: readonly MigrationClass[] = [
  CreateReplica1795461000000,
  NarrowLibrary1795461000010,
  CreateContent1795461000100,
  CreateStatistics1795461000110,
  CreateResources1795461000120,
  RecordStatistics1795461000130,
  KeepTies1795461000140,
  RestrictResources1795461000150,
  CreateAgreementKeys1795461000160,
  CarrySealedFiles1795461000170,
  SegmentWords1795461000180,
  CountCharacters1795461000190,
  DropPublicationHash1795461000200,
];

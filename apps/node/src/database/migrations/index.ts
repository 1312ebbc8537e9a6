import type { MigrationClass } from '@nmirf/platform/database/data-source';
import { PLATFORM_MIGRATIONS } from '@nmirf/platform/database/migrations/index';
import { REPLICA_MIGRATIONS } from '@nmirf/replica/database/migrations/index';
import { CreateSync1795463000000 } from './1795463000000-create-sync.js';
import { StoreOutgoingPlainly1795463000010 } from './1795463000010-store-outgoing-plainly.js';
import { FindSealed1795463000020 } from './1795463000020-find-sealed.js';
import { CreatePractices1795464000000 } from './1795464000000-create-practices.js';
import { CreateRecommendations1795465000000 } from './1795465000000-create-recommendations.js';
import { FindOwn1795465000010 } from './1795465000010-find-own.js';
import { CreateReviewers1795466000000 } from './1795466000000-create-reviewers.js';
import { AddWithdrawal1795466000100 } from './1795466000100-add-withdrawal.js';
import { SendBack1795466000110 } from './1795466000110-send-back.js';
import { CreateStatisticsLedger1795466000120 } from './1795466000120-create-statistics-ledger.js';
import { CreateOwnResources1795466000130 } from './1795466000130-create-resources.js';
import { WithdrawStatistics1795466000140 } from './1795466000140-withdraw-statistics.js';
import { CreatePlantedNames1795466000150 } from './1795466000150-create-planted-names.js';
import { SealFiles1795466000160 } from './1795466000160-seal-files.js';

export const NODE_MIGRATIONS: readonly MigrationClass[] = [
  ...PLATFORM_MIGRATIONS,
  ...REPLICA_MIGRATIONS,
  CreateSync1795463000000,
  StoreOutgoingPlainly1795463000010,
  FindSealed1795463000020,
  CreatePractices1795464000000,
  CreateRecommendations1795465000000,
  FindOwn1795465000010,
  CreateReviewers1795466000000,
  AddWithdrawal1795466000100,
  SendBack1795466000110,
  CreateStatisticsLedger1795466000120,
  CreateOwnResources1795466000130,
  WithdrawStatistics1795466000140,
  CreatePlantedNames1795466000150,
  SealFiles1795466000160,
];

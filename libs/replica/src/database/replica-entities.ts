import type { EntityClass } from '@nmirf/platform/database/data-source';
import { ReplicaPublication } from '../content/publication.entity.js';
import { ReplicaTombstone } from '../content/tombstone.entity.js';
import { LogCheckpoint } from '../log/log-checkpoint.entity.js';
import { LogCosignature } from '../log/log-cosignature.entity.js';
import { LogEntry } from '../log/log-entry.entity.js';
import { LogState } from '../log/log-state.entity.js';
import { LogTile } from '../log/log-tile.entity.js';
import { PageTie } from '../log/page-tie.entity.js';
import { SourceHead } from '../log/source-head.entity.js';
import { ReplicaAgreementKey } from '../members/replica-agreement-key.entity.js';
import { ReplicaMember } from '../members/replica-member.entity.js';
import { FacetValue } from '../practices/facet-value.entity.js';
import { PracticeWords } from '../practices/practice-words.entity.js';
import { ReplicaPractice } from '../practices/replica-practice.entity.js';
import { ProjectionState } from '../projector/projection-state.entity.js';
import { QuarantinedMessage } from '../projector/quarantined-message.entity.js';
import { ReplicaResourceFile } from '../resources/replica-resource-file.entity.js';
import { ReplicaResource } from '../resources/replica-resource.entity.js';
import { ReplicaSealedFile } from '../resources/replica-sealed-file.entity.js';
import { ReplicaStatistics } from '../statistics/replica-statistics.entity.js';

export const REPLICA_ENTITIES: readonly EntityClass[] = [
  LogEntry,
  LogState,
  LogCheckpoint,
  LogCosignature,
  LogTile,
  PageTie,
  SourceHead,
  ProjectionState,
  QuarantinedMessage,
  ReplicaMember,
  ReplicaAgreementKey,
  ReplicaPractice,
  ReplicaPublication,
  ReplicaTombstone,
  PracticeWords,
  FacetValue,
  ReplicaStatistics,
  ReplicaResource,
  ReplicaResourceFile,
  ReplicaSealedFile,
];

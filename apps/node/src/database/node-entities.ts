import type { EntityClass } from '@nmirf/platform/database/data-source';
import { PLATFORM_ENTITIES } from '@nmirf/platform/database/platform-entities';
import { REPLICA_ENTITIES } from '@nmirf/replica/database/replica-entities';
import { Link } from '../foundation/link/link.entity.js';
import { AllowedWord } from '../network/publication/allowed-word.entity.js';
import { PlantedNameMet } from '../network/publication/planted-name.entity.js';
import { PracticeReview } from '../network/publication/practice-review.entity.js';
import { ResourceReviewed } from '../network/publication/resource-review.entity.js';
import { Reviewer } from '../network/publication/reviewer.entity.js';
import { StatisticsReleased } from '../network/publication/statistics-release.entity.js';
import { HubReceipt } from '../network/sync/hub-receipt.entity.js';
import { OutgoingFile } from '../network/sync/outgoing-file.entity.js';
import { OutgoingMessage } from '../network/sync/outgoing-message.entity.js';
import { WantedFile } from '../network/sync/wanted-file.entity.js';
import { Practice } from '../work/practices/practice.entity.js';
import { Resource } from '../work/resources/resource.entity.js';
import { Recommendation } from '../work/recommendations/recommendation.entity.js';
import { SourceDocument } from '../work/recommendations/source-document.entity.js';

export const NODE_ENTITIES: readonly EntityClass[] = [
  ...PLATFORM_ENTITIES,
  ...REPLICA_ENTITIES,
  Link,
  OutgoingMessage,
  OutgoingFile,
  WantedFile,
  HubReceipt,
  Practice,
  PracticeReview,
  PlantedNameMet,
  AllowedWord,
  Resource,
  ResourceReviewed,
  Reviewer,
  StatisticsReleased,
  SourceDocument,
  Recommendation,
];

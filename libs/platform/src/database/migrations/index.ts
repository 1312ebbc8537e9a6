import type { MigrationClass } from '../data-source.js';
import { CreatePeople1795460000000 } from './1795460000000-create-people.js';
import { CreateEventDelivery1795460000010 } from './1795460000010-create-event-delivery.js';
import { CreateAudit1795460000020 } from './1795460000020-create-audit.js';
import { CreatePasswordLink1795460000030 } from './1795460000030-create-password-link.js';
import { CreateBlob1795460000040 } from './1795460000040-create-blob.js';
import { AddTraces1795460000050 } from './1795460000050-add-traces.js';
import { ReadPhotos1795460000060 } from './1795460000060-read-photos.js';

export const PLATFORM_MIGRATIONS: readonly MigrationClass[] = [
  CreatePeople1795460000000,
  CreateEventDelivery1795460000010,
  CreateAudit1795460000020,
  CreatePasswordLink1795460000030,
  CreateBlob1795460000040,
  AddTraces1795460000050,
  ReadPhotos1795460000060,
];

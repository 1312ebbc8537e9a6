import { AuditEntryEntity } from '../audit/audit-entry.entity.js';
import { Blob } from '../files/blob.entity.js';
import { EventDelivery } from '../events/event-delivery.entity.js';
import { PasswordLinkEntity } from '../identity/password-link.entity.js';
import { PersonEntity } from '../identity/person.entity.js';
import { SessionEntity } from '../identity/session.entity.js';
import { SignInCountEntity } from '../identity/sign-in-count.entity.js';
import type { EntityClass } from './data-source.js';

export const PLATFORM_ENTITIES: readonly EntityClass[] = [
  PersonEntity,
  SessionEntity,
  PasswordLinkEntity,
  SignInCountEntity,
  EventDelivery,
  AuditEntryEntity,
  Blob,
];

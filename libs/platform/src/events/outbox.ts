import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Notifications } from '../database/notifications.js';
import { EventDelivery } from './event-delivery.entity.js';
import type { EventType } from './event-type.js';
import { Handlers } from './handlers.js';

export const EVENTS_CHANNEL = 'events';

/** Records facts beside the change they describe. Taking `tx` is what keeps the two together; delivery begins when it commits. */
@Injectable()
export class Outbox {
  constructor(
    private readonly handlers: Handlers,
    private readonly notifications: Notifications,
  ) {}

  async record<Payload>(tx: EntityManager, type: EventType<Payload>, payload: Payload): Promise<void> {
    const parsed = type.schema.parse(payload) as object;
    const deliveries = this.handlers
      .namesFor(type.name)
      .map((handler) => ({ id: randomUUID(), event: type.name, handler, payload: parsed }));
    if (deliveries.length === 0) return;
    await tx.createQueryBuilder().insert().into(EventDelivery).values(deliveries).execute();
    await this.notifications.notify(tx, EVENTS_CHANNEL);
  }
}

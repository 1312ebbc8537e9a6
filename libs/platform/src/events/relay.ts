import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource, type EntityManager, LessThanOrEqual } from 'typeorm';
import { Notifications } from '../database/notifications.js';
import { Metrics } from '../metrics/metrics.js';
import { Bells } from '../queue/bell.js';
import { OnBell } from '../queue/on-bell.decorator.js';
import { EventDelivery } from './event-delivery.entity.js';
import { Handlers } from './handlers.js';
import { EVENTS_CHANNEL } from './outbox.js';

const BELL = 'events';
const LONGEST_PAUSE_S = 3_600;

/** Delivers recorded facts to their handlers, at least once, oldest first; one that fails is tried again later and holds up no other. */
@Injectable()
export class Relay implements OnApplicationBootstrap {
  private readonly logger = new Logger(Relay.name);

  constructor(
    private readonly db: DataSource,
    private readonly handlers: Handlers,
    private readonly notifications: Notifications,
    private readonly bells: Bells,
    private readonly metrics: Metrics,
  ) {}

  onApplicationBootstrap(): void {
    if (this.bells.works) this.notifications.listen(EVENTS_CHANNEL, () => void this.bells.ring(BELL));
  }

  @OnBell(BELL, { sweep: true })
  async deliver(): Promise<void> {
    while (await this.db.transaction((tx) => this.deliverOne(tx)));
  }

  /** Several processes share the work: a delivery one of them holds is skipped by the others. */
  private async deliverOne(tx: EntityManager): Promise<boolean> {
    const delivery = await tx.findOne(EventDelivery, {
      where: { dueAt: LessThanOrEqual(new Date()) },
      order: { dueAt: 'ASC', id: 'ASC' },
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
    if (delivery === null) return false;
    const { id, handler, payload, failures } = delivery;
    try {
      const found = this.handlers.find(handler);
      if (found === undefined) this.logger.warn(`Nothing is named ${handler} any more: a fact for it is dropped`);
      await found?.run(payload);
      await tx.delete(EventDelivery, { id });
    } catch (error) {
      this.metrics.count('event_failures_total', { handler });
      this.logger.error(`Handler ${handler} failed`, error instanceof Error ? error.stack : undefined, Relay.name);
      const pause = Math.min(2 ** failures, LONGEST_PAUSE_S);
      await tx.update(EventDelivery, { id }, { failures: failures + 1, dueAt: new Date(Date.now() + pause * 1_000) });
    }
    return true;
  }
}

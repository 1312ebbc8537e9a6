import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Handlers } from './handlers.js';
import { Outbox } from './outbox.js';
import { Relay } from './relay.js';

/** Facts and their handlers. Needs the database and queue modules. */
@Global()
@Module({ imports: [DiscoveryModule], providers: [Handlers, Outbox, Relay], exports: [Outbox] })
export class EventsModule {}

import { Global, Module } from '@nestjs/common';
import { NetworkHealthController } from './network-health.controller.js';
import { NetworkFigures } from './network-figures.js';
import { NetworkHealthQueries } from './network-health.queries.js';
import { NodeContacts } from './node-contacts.js';

/** What the secretariat sees of its members’ nodes. */
@Global()
@Module({
  controllers: [NetworkHealthController],
  providers: [NetworkHealthQueries, NetworkFigures, NodeContacts],
  exports: [NodeContacts],
})
export class NetworkHealthModule {}

import { AccessModule } from '@nmirf/platform/access/access.module';
import { DatabaseModule } from '@nmirf/platform/database/database.module';
import { EventsModule } from '@nmirf/platform/events/events.module';
import { filesPlace } from '@nmirf/platform/files/files-place';
import { FilesModule } from '@nmirf/platform/files/files.module';
import { HealthModule } from '@nmirf/platform/health/health.module';
import { IdentityModule } from '@nmirf/platform/identity/identity.module';
import { QueueModule } from '@nmirf/platform/queue/queue.module';
import { REFERENCED_FILES } from '@nmirf/replica/resources/resource-files.facade';
import { ReplicaModule } from '@nmirf/replica/replica.module';
import { type DynamicModule, Module } from '@nestjs/common';
import { NODE_ENTITIES } from './database/node-entities.js';
import { NODE_MIGRATIONS } from './database/migrations/index.js';
import { LinkModule } from './foundation/link/link.module.js';
import { GovernanceModule } from './network/governance/governance.module.js';
import { MembershipModule } from './network/membership/membership.module.js';
import { PublicationModule } from './network/publication/publication.module.js';
import { RestrictedModule } from './network/restricted/restricted.module.js';
import { OUTGOING_FILES, SyncModule } from './network/sync/sync.module.js';
import { nodeRoles } from './node.access.js';
import { type NodeEnvironment, proxiesOf } from './node.environment.js';
import { PracticesModule } from './work/practices/practices.module.js';
import { OWN_FILES } from './work/resources/resources.facade.js';
import { ResourcesModule } from './work/resources/resources.module.js';
import { RecommendationsModule } from './work/recommendations/recommendations.module.js';

/** A national node: its mechanism's desk, the way out, and the replica. */
@Module({})
export class NodeModule {
  static forRoot(environment: NodeEnvironment): DynamicModule {
    const { DATABASE_URL: url, REDIS_URL: redisUrl, ROLE, PUBLIC_URL: publicUrl, SESSION_SECRET: sessionSecret, KEYS_DIR } = environment;
    return {
      module: NodeModule,
      imports: [
        DatabaseModule.forRoot({ url, entities: NODE_ENTITIES, migrations: NODE_MIGRATIONS }),
        QueueModule.forRoot({ databaseUrl: url, redisUrl, worker: ROLE !== 'main' }),
        AccessModule.forRoot({ roles: nodeRoles }),
        IdentityModule.forRoot({ publicUrl, sessionSecret }),
        EventsModule,
        HealthModule,
        FilesModule.forRoot({ ...filesPlace(environment), references: [REFERENCED_FILES, OUTGOING_FILES, OWN_FILES] }),
        ReplicaModule,
        LinkModule.forRoot(KEYS_DIR, environment.NODE_ID),
        RestrictedModule.forRoot(KEYS_DIR),
        RecommendationsModule,
        PracticesModule,
        ResourcesModule,
        PublicationModule.forRoot(environment.PLANT_NAME_IN_ONE_OF),
        GovernanceModule,
        MembershipModule,
        SyncModule.forRoot(environment.FILES_FETCH_UP_TO_MIB * 1024 * 1024, proxiesOf(environment)),
      ],
    };
  }
}

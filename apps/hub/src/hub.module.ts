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
import { HUB_ENTITIES } from './database/hub-entities.js';
import { HUB_MIGRATIONS } from './database/migrations/index.js';
import { KeysModule } from './foundation/keys/keys.module.js';
import { hubRoles } from './hub.access.js';
import type { HubEnvironment } from './hub.environment.js';
import { EnrolmentModule } from './network/enrolment/enrolment.module.js';
import { NetworkHealthModule } from './network/health/network-health.module.js';
import { LogModule } from './network/log/log.module.js';
import { RecoveryModule } from './network/recovery/recovery.module.js';

/** The hub: sequencer, replica, and the secretariat's accounts. */
@Module({})
export class HubModule {
  static forRoot(environment: HubEnvironment): DynamicModule {
    const { DATABASE_URL: url, REDIS_URL: redisUrl, ROLE, PUBLIC_URL: publicUrl, SESSION_SECRET: sessionSecret, KEYS_DIR } = environment;
    return {
      module: HubModule,
      imports: [
        DatabaseModule.forRoot({ url, entities: HUB_ENTITIES, migrations: HUB_MIGRATIONS }),
        QueueModule.forRoot({ databaseUrl: url, redisUrl, worker: ROLE !== 'main' }),
        AccessModule.forRoot({ roles: hubRoles }),
        IdentityModule.forRoot({ publicUrl, sessionSecret }),
        EventsModule,
        HealthModule,
        FilesModule.forRoot({ ...filesPlace(environment), references: [REFERENCED_FILES] }),
        ReplicaModule,
        KeysModule.forRoot(KEYS_DIR),
        RecoveryModule,
        NetworkHealthModule,
        LogModule.forRoot(
          publicUrl,
          { posts: environment.POSTS_A_MINUTE, messages: environment.MESSAGES_A_MINUTE },
          environment.FILES_QUOTA_MIB * 1024 * 1024,
        ),
        EnrolmentModule.forRoot({ publicUrl, secret: sessionSecret }),
      ],
    };
  }
}

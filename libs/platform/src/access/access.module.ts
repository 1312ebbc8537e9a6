import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { Closing } from '../http/closing.js';
import { RequestHandlers } from '../http/request-handlers.js';
import { MetricsModule } from '../metrics/metrics.module.js';
import { AccessGuard } from './access.guard.js';
import { Roles, type RoleTable } from './roles.js';

/** Stands before every route of the server; `roles` says what each role may do. */
@Global()
@Module({})
export class AccessModule {
  static forRoot({ roles }: { readonly roles: RoleTable }): DynamicModule {
    return {
      module: AccessModule,
      imports: [DiscoveryModule, MetricsModule],
      providers: [
        { provide: Roles, useValue: new Roles(roles) },
        AccessGuard,
        RequestHandlers,
        Closing,
        { provide: APP_GUARD, useExisting: AccessGuard },
      ],
      exports: [Roles, AccessGuard, RequestHandlers, Closing],
    };
  }
}

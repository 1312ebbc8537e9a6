import { type DynamicModule, Global, Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';
import { IDENTITY_OPTIONS, type IdentityOptions } from './identity-options.js';
import { OwnAccountController } from './own-account.controller.js';
import { OwnAccountService } from './own-account.service.js';
import { PasswordLinks } from './password-links.js';
import { People } from './people.js';
import { PersonsService } from './persons.service.js';
import { SessionStore } from './session-store.js';
import { SessionsController } from './sessions.controller.js';
import { SignInLimits } from './sign-in-limits.js';

/** Who people are: accounts, sign-in and sessions. Needs the database and access modules. */
@Global()
@Module({})
export class IdentityModule {
  static forRoot(options: IdentityOptions): DynamicModule {
    return {
      module: IdentityModule,
      imports: [AuditModule],
      controllers: [SessionsController, OwnAccountController, AccountsController],
      providers: [
        { provide: IDENTITY_OPTIONS, useValue: options },
        PersonsService,
        SignInLimits,
        SessionStore,
        People,
        PasswordLinks,
        OwnAccountService,
        AccountsService,
      ],
      exports: [PersonsService],
    };
  }
}

import { Global, Module } from '@nestjs/common';
import { RecoveryController } from './recovery.controller.js';
import { RecoveryService } from './recovery.service.js';
import { TakeOverService } from './take-over.service.js';

/** The way back of a hub that was restored from a backup. */
@Global()
@Module({ controllers: [RecoveryController], providers: [RecoveryService, TakeOverService], exports: [RecoveryService] })
export class RecoveryModule {}

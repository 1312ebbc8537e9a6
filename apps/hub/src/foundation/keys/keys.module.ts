import { type DynamicModule, Module } from '@nestjs/common';
import { KEYS_DIR, KeysService } from './keys.service.js';

@Module({})
export class KeysModule {
  static forRoot(folder: string): DynamicModule {
    return { module: KeysModule, global: true, providers: [{ provide: KEYS_DIR, useValue: folder }, KeysService], exports: [KeysService] };
  }
}

import { type DynamicModule, Module } from '@nestjs/common';
import { LinkFacade } from './link.facade.js';
import { MechanismFacade } from './mechanism.facade.js';
import { KEYS_DIR, NODE_ID, NodeKeysFacade } from './node-keys.facade.js';

@Module({})
export class LinkModule {
  static forRoot(keys: string, node: string): DynamicModule {
    return {
      module: LinkModule,
      global: true,
      providers: [{ provide: KEYS_DIR, useValue: keys }, { provide: NODE_ID, useValue: node }, NodeKeysFacade, LinkFacade, MechanismFacade],
      exports: [NodeKeysFacade, LinkFacade, MechanismFacade],
    };
  }
}

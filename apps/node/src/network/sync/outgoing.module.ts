import { Module } from '@nestjs/common';
import { OutgoingFacade } from './outgoing.facade.js';

@Module({ providers: [OutgoingFacade], exports: [OutgoingFacade] })
export class OutgoingModule {}

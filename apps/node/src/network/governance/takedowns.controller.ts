import { takedown, type Takedown } from '@nmirf/contracts/content/withdrawal';
import type { PersonView } from '@nmirf/contracts/identity/session';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Person } from '@nmirf/platform/access/person.decorator';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { TakedownsService } from './takedowns.service.js';

@Controller('api/takedowns')
export class TakedownsController {
  constructor(private readonly takedowns: TakedownsService) {}

  /** Proposes to the executive committee that content be erased everywhere. */
  @Post()
  @HttpCode(204)
  @Allow('takedown:propose')
  propose(@Person() { id }: PersonView, @Body({ schema: takedown }) body: Takedown): Promise<void> {
    return this.takedowns.propose(body, id);
  }
}

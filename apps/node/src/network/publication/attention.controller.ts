import type { PersonView } from '@nmirf/contracts/identity/session';
import { attentionList, type AttentionList } from '@nmirf/contracts/practices/attention';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Person } from '@nmirf/platform/access/person.decorator';
import { Returns } from '@nmirf/platform/http/returns.decorator';
import { Controller, Get } from '@nestjs/common';
import { AttentionService } from './attention.service.js';

@Controller('api/review-attention')
export class AttentionController {
  constructor(private readonly attention: AttentionService) {}

  @Get()
  @Allow('practice:review')
  @Returns(attentionList)
  figures(@Person() person: PersonView): Promise<AttentionList> {
    return this.attention.figures(person);
  }
}

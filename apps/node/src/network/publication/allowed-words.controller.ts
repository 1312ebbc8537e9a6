import type { PersonView } from '@nmirf/contracts/identity/session';
import {
  type AllowedWordsPage,
  allowedWordsPage,
  type AllowedWordsQuery,
  allowedWordsQuery,
} from '@nmirf/contracts/practices/allowed-words';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Person } from '@nmirf/platform/access/person.decorator';
import { Returns } from '@nmirf/platform/http/returns.decorator';
import { Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { AllowedWordsService } from './allowed-words.service.js';

@Controller('api/allowed-words')
export class AllowedWordsController {
  constructor(private readonly words: AllowedWordsService) {}

  @Get()
  @Allow('practice:review')
  @Returns(allowedWordsPage)
  page(@Query({ schema: allowedWordsQuery }) query: AllowedWordsQuery): Promise<AllowedWordsPage> {
    return this.words.page(query);
  }

  @Delete(':word')
  @HttpCode(204)
  @Allow('practice:review')
  forget(@Person() person: PersonView, @Param('word', { schema: z.string().min(1).max(200) }) word: string): Promise<void> {
    return this.words.forget(person, word);
  }
}

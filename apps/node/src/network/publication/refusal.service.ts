import type { Language } from '@nmirf/contracts/languages/language';
import type { PracticeRefusal } from '@nmirf/contracts/practices/refusal';
import { Problem } from '@nmirf/platform/http/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PracticesFacade } from '../../work/practices/practices.facade.js';
import { OutgoingFacade } from '../sync/outgoing.facade.js';
import { refusedPlaces } from './refused-places.rules.js';

/** What the hub would not take, told to whoever mends it. */
@Injectable()
export class RefusalService {
  constructor(
    private readonly db: DataSource,
    private readonly practices: PracticesFacade,
    private readonly outgoing: OutgoingFacade,
  ) {}

  /** Throws `practice/not-found` and `practice/not-sent-back`. */
  async of(id: string, language: Language): Promise<PracticeRefusal> {
    const { sentBack, record } = await this.practices.find(id);
    const refusal = sentBack && (await this.outgoing.refusal(this.db.manager, sentBack.message, language));
    if (!sentBack || !refusal) throw new Problem('practice/not-sent-back', 404);
    return { at: sentBack.at, problem: refusal.problem, places: refusedPlaces(refusal, record) };
  }
}

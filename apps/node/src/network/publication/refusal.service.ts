import type { Language } from '@nmirf/contracts/languages/language';
import type { PracticeDraftRecord } from '@nmirf/contracts/practices/record';
import type { PracticeRefusal } from '@nmirf/contracts/practices/refusal';
import { Problem } from '@nmirf/platform/http/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Kind } from '../../foundation/steps/steps.facade.js';
import { PracticesFacade, type ReviewedPractice } from '../../work/practices/practices.facade.js';
import { ResourcesFacade } from '../../work/resources/resources.facade.js';
import { OutgoingFacade } from '../sync/outgoing.facade.js';
import { refusedPlaces } from './refused-places.rules.js';

/** What the hub would not take, told to whoever mends it. */
@Injectable()
export class RefusalService {
  constructor(
    private readonly db: DataSource,
    private readonly practices: PracticesFacade,
    private readonly resources: ResourcesFacade,
    private readonly outgoing: OutgoingFacade,
  ) {}

  /** Throws `practice/not-found` and `practice/not-sent-back`. */
  async ofPractice(id: string, language: Language): Promise<PracticeRefusal> {
    const { sentBack, record } = await this.practices.find(id);
    return this.told('practice', sentBack, language, record);
  }

  /** Throws `resource/not-found` and `resource/not-sent-back`. */
  async ofResource(id: string, language: Language): Promise<PracticeRefusal> {
    const { sentBack } = await this.resources.find(id);
    return this.told('resource', sentBack, language);
  }

  private async told(
    kind: Kind,
    sentBack: ReviewedPractice['sentBack'],
    language: Language,
    record?: PracticeDraftRecord,
  ): Promise<PracticeRefusal> {
    const refusal = sentBack && (await this.outgoing.refusal(this.db.manager, sentBack.message, language));
    if (!sentBack || !refusal) throw new Problem(`${kind}/not-sent-back`, 404);
    return { at: sentBack.at, problem: refusal.problem, places: refusedPlaces(refusal, record) };
  }
}

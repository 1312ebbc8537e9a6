import type { PersonView } from '@nmirf/contracts/identity/session';
import type { PracticeState, PracticeView, PracticeWithdrawn } from '@nmirf/contracts/practices/authoring';
import type { PracticeDraftRecord, PracticeRecord } from '@nmirf/contracts/practices/record';
import { Problem } from '@nmirf/platform/http/problem';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { Practice, type SentBack } from './practice.entity.js';
import { assertSecondPerson } from '../../foundation/steps/steps.facade.js';
import { complete, stateAfter } from './practice.rules.js';
import { viewOf } from './practice.view.js';
import { lockPractice } from './practices.service.js';

/** A practice as the publication gate sees it. */
export interface ReviewedPractice {
  readonly id: string;
  readonly state: PracticeState;
  readonly authorId: string;
  readonly editedBy: string;
  readonly record: PracticeDraftRecord;
  /** Set once it has been released. */
  readonly publicId: string | null;
  readonly publicVersion: number | null;
  /** Set while its latest release waits to be mended. */
  readonly sentBack: SentBack | null;
}

export interface Released {
  readonly publicId: string;
  readonly version: number;
  readonly at: Date;
}

/** What the publication gate may ask of practices. */
@Injectable()
export class PracticesFacade {
  constructor(private readonly db: DataSource) {}

  /** Throws `practice/not-found`. */
  async find(id: string): Promise<ReviewedPractice> {
    const practice = await this.db.manager.findOneBy(Practice, { id });
    if (practice === null) throw new Problem('practice/not-found', 404);
    return practice;
  }

  /** The practices of this node that were released under public ids: id by public id. */
  async idsOf(publicIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (publicIds.length === 0) return new Map();
    const rows = await this.db.manager.find(Practice, { select: { id: true, publicId: true }, where: { publicId: In([...publicIds]) } });
    return new Map(rows.map(({ id, publicId }) => [publicId ?? '', id]));
  }

  /** Locks the practice until `tx` ends. */
  lock(tx: EntityManager, id: string): Promise<ReviewedPractice> {
    return lockPractice(tx, id);
  }

  /** The record when it is complete; throws `practice/incomplete`. */
  complete(practice: ReviewedPractice): PracticeRecord {
    return complete(practice.record);
  }

  /** Throws unless this person may release the practice as it stands. */
  assertReleasable(practice: ReviewedPractice, person: PersonView): void {
    stateAfter('release', practice, person);
  }

  /** Throws unless this person may decide about what is found in it. */
  assertReviewable(practice: ReviewedPractice, person: PersonView): void {
    if (practice.state !== 'in-review') throw new Problem('practice/step-not-open', 409);
    assertSecondPerson('practice', practice, person);
  }

  /** Throws unless this person may take back what the mechanism has published of it. */
  assertWithdrawable(practice: ReviewedPractice, person: PersonView): void {
    stateAfter('withdraw', practice, person);
  }

  /** Writes a withdrawal down; `practice` is locked by `tx`. What is written stays at the mechanism. */
  async markWithdrawn(tx: EntityManager, { id }: ReviewedPractice, withdrawn: PracticeWithdrawn): Promise<PracticeView> {
    const practice = await lockPractice(tx, id);
    const state = practice.state === 'released' ? 'withdrawn' : practice.state;
    const updatedAt = new Date(withdrawn.at);
    Object.assign(practice, { state, publicId: null, publicVersion: null, releasedAt: null, withdrawn, updatedAt });
    return viewOf(await tx.save(practice));
  }

  /** The practice with this public id, locked until `tx` ends. */
  async lockPublic(tx: EntityManager, publicId: string): Promise<ReviewedPractice | undefined> {
    return (await tx.findOne(Practice, { where: { publicId }, lock: { mode: 'pessimistic_write' } })) ?? undefined;
  }

  /**
   * Writes down that the hub refused the latest release; `practice` is locked by `tx`. What it published before, if anything, is what
   * stays public.
   */
  async markSentBack(
    tx: EntityManager,
    { id }: ReviewedPractice,
    sentBack: SentBack,
    standing: Pick<Released, 'version' | 'at'> | undefined,
  ): Promise<void> {
    const practice = await lockPractice(tx, id);
    const isPublic = { publicVersion: standing?.version ?? null, releasedAt: standing?.at ?? null };
    await tx.save(Object.assign(practice, { state: 'sent-back', sentBack, ...isPublic, updatedAt: new Date() }));
  }

  /** Writes the release down; `practice` is locked by `tx`. */
  async markReleased(
    tx: EntityManager,
    { id }: ReviewedPractice,
    person: PersonView,
    { publicId, version, at }: Released,
  ): Promise<PracticeView> {
    const practice = await lockPractice(tx, id);
    const state = stateAfter('release', practice, person);
    Object.assign(practice, {
      state,
      publicId,
      publicVersion: version,
      releasedAt: at,
      updatedAt: at,
      returnReason: null,
      withdrawn: null,
    });
    return viewOf(await tx.save(practice));
  }
}

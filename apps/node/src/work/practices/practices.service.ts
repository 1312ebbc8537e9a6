import { randomUUID } from 'node:crypto';
import type { PersonView } from '@nmirf/contracts/identity/session';
import type { PracticeSave, PracticeView } from '@nmirf/contracts/practices/authoring';
import type { PracticeDraftRecord } from '@nmirf/contracts/practices/record';
import { Audit, type Noted } from '@nmirf/platform/audit/audit';
import { Problem } from '@nmirf/platform/http/problem';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Practice } from './practice.entity.js';
import { stateAfter, titleOf } from './practice.rules.js';
import { viewOf } from './practice.view.js';

/** What authors and reviewers do with a practice before it is released. */
@Injectable()
export class PracticesService {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
  ) {}

  /** Begins a practice with as much of its record as there is. */
  async add(person: PersonView, record: PracticeDraftRecord): Promise<PracticeView> {
    const now = new Date();
    const practice = this.db.manager.create(Practice, {
      id: randomUUID(),
      state: 'draft',
      revision: 1,
      record,
      ...titleOf(record),
      authorId: person.id,
      editedBy: person.id,
      returnReason: null,
      createdAt: now,
      updatedAt: now,
      publicId: null,
      publicVersion: null,
      releasedAt: null,
      withdrawn: null,
      sentBack: null,
    });
    await this.db.manager.insert(Practice, practice);
    return viewOf(practice);
  }

  /** Saves over `revision`; somebody else's save in between is refused with `practice/changed-meanwhile`. A practice goes back to draft. */
  save(person: PersonView, id: string, { record, revision }: PracticeSave): Promise<PracticeView> {
    return this.change(id, (practice) => {
      const state = stateAfter('edit', practice, person);
      if (practice.revision !== revision) throw new Problem('practice/changed-meanwhile', 409, { revision: practice.revision });
      return { state, record, ...titleOf(record), revision: revision + 1, editedBy: person.id };
    });
  }

  /** Hands a complete practice to its reviewers. Throws `practice/incomplete`. */
  submit(person: PersonView, id: string): Promise<PracticeView> {
    const submitted = (practice: Practice) => ({ state: stateAfter('submit', practice, person), returnReason: null, sentBack: null });
    return this.change(id, submitted, { action: 'practice.submitted', by: person.id });
  }

  /** Gives a practice back to its author, with the reason. */
  returnToAuthor(person: PersonView, id: string, reason: string): Promise<PracticeView> {
    const returned = (practice: Practice) => ({ state: stateAfter('return', practice, person), returnReason: reason.replaceAll('\0', '') });
    return this.change(id, returned, { action: 'practice.returned', by: person.id });
  }

  private change(id: string, decide: (practice: Practice) => Partial<Practice>, noted?: Noted): Promise<PracticeView> {
    return this.db.transaction(async (tx) => {
      const practice = await lockPractice(tx, id);
      Object.assign(practice, decide(practice), { updatedAt: new Date() });
      if (noted) await this.audit.note(tx, { ...noted, subject: id });
      return viewOf(await tx.save(practice));
    });
  }
}

/** The practice, for this transaction alone. Throws `practice/not-found`. */
export const lockPractice = async (tx: EntityManager, id: string): Promise<Practice> => {
  const practice = await tx.findOne(Practice, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (practice === null) throw new Problem('practice/not-found', 404);
  return practice;
};

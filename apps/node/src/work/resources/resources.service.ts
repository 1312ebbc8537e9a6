import { randomUUID } from 'node:crypto';
import type { PersonView } from '@nmirf/contracts/identity/session';
import type { ResourceRecord, ResourceSave, ResourceView } from '@nmirf/contracts/resources/authoring';
import { Audit, type Noted } from '@nmirf/platform/audit/audit';
import { Files } from '@nmirf/platform/files/files';
import { Problem } from '@nmirf/platform/http/problem';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { stateAfter } from '../../foundation/steps/steps.facade.js';
import { Resource } from './resource.entity.js';
import { assertComplete, titleOf } from './resource.rules.js';
import { viewOf } from './resource.view.js';

const FRESH = { returnReason: null, publicId: null, publicVersion: null, releasedAt: null, withdrawn: null, sentBack: null };

/** What authors and reviewers do with a resource before it is released. */
@Injectable()
export class ResourcesService {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly files: Files,
  ) {}

  /** Begins a resource. Throws `resource/file-not-here` when it names a file that has not been brought. */
  async add(person: PersonView, record: ResourceRecord): Promise<ResourceView> {
    await this.assertFiles(record);
    const now = new Date();
    const [own, begun] = [
      { authorId: person.id, editedBy: person.id },
      { createdAt: now, updatedAt: now },
    ];
    const state = { id: randomUUID(), state: 'draft', revision: 1, record, ...titleOf(record) } as const;
    const resource = this.db.manager.create(Resource, { ...state, ...own, ...begun, ...FRESH });
    await this.db.manager.insert(Resource, resource);
    return viewOf(resource);
  }

  /** Saves over `revision`; somebody else's save in between is refused with `resource/changed-meanwhile`. */
  async save(person: PersonView, id: string, { record, revision }: ResourceSave): Promise<ResourceView> {
    await this.assertFiles(record);
    return this.change(id, (resource) => {
      const state = stateAfter('resource', 'edit', resource, person);
      if (resource.revision !== revision) throw new Problem('resource/changed-meanwhile', 409, { revision: resource.revision });
      return { state, record, ...titleOf(record), revision: revision + 1, editedBy: person.id };
    });
  }

  /** Hands a complete resource to its reviewers. Throws `resource/incomplete`. */
  submit(person: PersonView, id: string): Promise<ResourceView> {
    const submitted = (resource: Resource) => {
      const state = stateAfter('resource', 'submit', resource, person);
      assertComplete(resource.record);
      return { state, returnReason: null, sentBack: null };
    };
    return this.change(id, submitted, { action: 'resource.submitted', by: person.id });
  }

  /** Gives a resource back to its author, with the reason. */
  returnToAuthor(person: PersonView, id: string, reason: string): Promise<ResourceView> {
    const returned = (resource: Resource) => {
      const state = stateAfter('resource', 'return', resource, person);
      return { state, returnReason: reason.replaceAll('\0', '') };
    };
    return this.change(id, returned, { action: 'resource.returned', by: person.id });
  }

  /** A resource names only files that are here, just as they are: they stay while it names them. */
  private async assertFiles({ files }: ResourceRecord): Promise<void> {
    const here = await this.files.claim(files);
    const missing = files.flatMap(({ sha256 }, i) => (here.has(sha256) ? [] : [{ path: `files.${String(i)}`, code: 'file/not-here' }]));
    if (missing.length > 0) throw new Problem('resource/file-not-here', 422, {}, { errors: missing });
  }

  private change(id: string, decide: (resource: Resource) => Partial<Resource>, noted?: Noted): Promise<ResourceView> {
    return this.db.transaction(async (tx) => {
      const resource = await lockResource(tx, id);
      Object.assign(resource, decide(resource), { updatedAt: new Date() });
      if (noted) await this.audit.note(tx, { ...noted, subject: id });
      return viewOf(await tx.save(resource));
    });
  }
}

/** The resource, for this transaction alone. Throws `resource/not-found`. */
export const lockResource = async (tx: EntityManager, id: string): Promise<Resource> => {
  const resource = await tx.findOne(Resource, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (resource === null) throw new Problem('resource/not-found', 404);
  return resource;
};

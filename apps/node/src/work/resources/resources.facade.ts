import type { PersonView } from '@nmirf/contracts/identity/session';
import type { ResourceView } from '@nmirf/contracts/resources/authoring';
import { Problem } from '@nmirf/platform/http/problem';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { assertSecondPerson, stateAfter } from '../../foundation/steps/steps.facade.js';
import { Resource } from './resource.entity.js';
import { assertComplete } from './resource.rules.js';
import { viewOf } from './resource.view.js';
import { lockResource } from './resources.service.js';

/** A resource as the publication gate sees it. */
export type ReviewedResource = Readonly<
  Pick<Resource, 'id' | 'state' | 'authorId' | 'editedBy' | 'record' | 'publicId' | 'publicVersion' | 'sentBack'>
>;

/** The files that the mechanism's own resources name. */
export const OWN_FILES = `select file ->> 'sha256' from resource, json_array_elements(record -> 'files') file`;

/** What the publication gate may ask of resources. */
@Injectable()
export class ResourcesFacade {
  constructor(private readonly db: DataSource) {}

  /** Throws `resource/not-found`. */
  async find(id: string): Promise<ReviewedResource> {
    const resource = await this.db.manager.findOneBy(Resource, { id });
    if (resource === null) throw new Problem('resource/not-found', 404);
    return resource;
  }

  /** The resources of this node that were released under public ids: id by public id. */
  async idsOf(publicIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (publicIds.length === 0) return new Map();
    const rows = await this.db.manager.find(Resource, { select: { id: true, publicId: true }, where: { publicId: In([...publicIds]) } });
    return new Map(rows.map(({ id, publicId }) => [publicId ?? '', id]));
  }

  /** Locks the resource until `tx` ends. */
  lock(tx: EntityManager, id: string): Promise<ReviewedResource> {
    return lockResource(tx, id);
  }

  /** Throws unless this person may release the resource as it stands. */
  assertReleasable(resource: ReviewedResource, person: PersonView): void {
    stateAfter('resource', 'release', resource, person);
    assertComplete(resource.record);
  }

  /** Throws unless this person may decide about what is found in it. */
  assertReviewable(resource: ReviewedResource, person: PersonView): void {
    if (resource.state !== 'in-review') throw new Problem('resource/step-not-open', 409);
    assertSecondPerson('resource', resource, person);
  }

  /** Throws unless this person may take back what the mechanism has published of it. */
  assertWithdrawable(resource: ReviewedResource, person: PersonView): void {
    stateAfter('resource', 'withdraw', resource, person);
  }

  /** Writes the release down; `resource` is locked by `tx`. */
  async markReleased(
    tx: EntityManager,
    { id }: ReviewedResource,
    { resource: publicId, version, at }: { readonly resource: string; readonly version: number; readonly at: Date },
  ): Promise<ResourceView> {
    const released = { state: 'released', publicId, publicVersion: version, releasedAt: at, updatedAt: at } as const;
    return viewOf(await tx.save(Object.assign(await lockResource(tx, id), released, { returnReason: null, withdrawn: null })));
  }

  /** Writes a withdrawal down. What is written stays at the mechanism. */
  async markWithdrawn(
    tx: EntityManager,
    { id }: ReviewedResource,
    withdrawn: NonNullable<ResourceView['withdrawn']>,
  ): Promise<ResourceView> {
    const resource = await lockResource(tx, id);
    const state = resource.state === 'released' ? 'withdrawn' : resource.state;
    const gone = { state, publicId: null, publicVersion: null, releasedAt: null, withdrawn, updatedAt: new Date(withdrawn.at) };
    return viewOf(await tx.save(Object.assign(resource, gone)));
  }

  /** The resource with this public id, locked until `tx` ends. */
  async lockPublic(tx: EntityManager, publicId: string): Promise<ReviewedResource | undefined> {
    return (await tx.findOne(Resource, { where: { publicId }, lock: { mode: 'pessimistic_write' } })) ?? undefined;
  }

  /** Writes down that the hub refused the latest release. What it published before, if anything, is what stays public. */
  async markSentBack(
    tx: EntityManager,
    { id }: ReviewedResource,
    sentBack: NonNullable<Resource['sentBack']>,
    standing: { readonly version: number; readonly at: Date } | undefined,
  ): Promise<void> {
    const isPublic = { publicVersion: standing?.version ?? null, releasedAt: standing?.at ?? null };
    await tx.save(Object.assign(await lockResource(tx, id), { state: 'sent-back', sentBack, ...isPublic, updatedAt: new Date() }));
  }
}

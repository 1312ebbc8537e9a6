import type { NodeId } from '@nmirf/contracts/network/names';
import { messageTypes } from '@nmirf/contracts/network/message-types';
import type { ResourceInside } from '@nmirf/contracts/resources/resource';
import { FILES } from '@nmirf/platform/files/files-sweeper';
import { Bells } from '@nmirf/platform/queue/bell';
import { OnBell } from '@nmirf/platform/queue/on-bell.decorator';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { audienceIn } from '../log/audience-text.js';
import { RESOURCES } from '../projector/projector.js';
import { keepAside } from '../projector/set-aside.js';
import { ResourcesQueries } from './resources.queries.js';

/** The encrypted files of resources that stand: not taken back, and not replaced by a later version. */
export const SEALED_FILES = `
  select f.sha256, f.size, f.position from replica_sealed_file f join replica_publication p on p.position = f.position
   where not exists (select from replica_tombstone t where t.subject = p.subject and t.source = p.source)
     and not exists (select from replica_publication later
                      where later.subject = p.subject and later.source = p.source and later.version > p.version)`;

const AUDIENCES = 'select distinct e.audience from replica_sealed_file f join log_entry e on e.pos = f.position where f.sha256 = $1';

/** Which files the resources that people read refer to, and those that this server carries without reading them. */
export const REFERENCED_FILES = `select sha256 from replica_resource_file union all select sha256 from (${SEALED_FILES}) sealed`;

/** What the log has changed may have brought files, or taken away the last word that referred to one. */
@Injectable()
export class ResourceFilesFacade {
  constructor(
    private readonly db: DataSource,
    private readonly bells: Bells,
    private readonly resources: ResourcesQueries,
  ) {}

  /** For somebody at this node. Throws `resource/not-found` or `file/not-here` unless this resource has this file. */
  async assertNamed(resource: string, sha256: string): Promise<void> {
    await this.resources.file(resource, sha256, 'member');
  }

  /** Whether a message for this node comes with the encrypted file. */
  async isFor(sha256: string, node: NodeId): Promise<boolean> {
    const rows: { audience: string }[] = await this.db.query(AUDIENCES, [sha256]);
    return rows.some(({ audience }) => audienceIn(audience).includes(node));
  }

  /** What a resource for named members says, with what opens its files; undefined when it is for more readers. Throws `resource/not-found`. */
  inside(resource: string): Promise<ResourceInside | undefined> {
    return this.resources.inside(resource);
  }

  /** The resource that is shown here and comes with this encrypted file. */
  async withSealed(sha256: string): Promise<string | undefined> {
    const [row]: { id: string }[] = await this.db.query(
      'select r.id from replica_sealed_file f join replica_resource r on r.position = f.position where f.sha256 = $1 limit 1',
      [sha256],
    );
    return row?.id;
  }

  /** Keeps a resource for named members without showing it: one of its files is not what the hub would have taken. */
  async setAside(resource: string): Promise<void> {
    const type = 'resource.sealed.published.v1';
    const { dataschema } = messageTypes[type];
    await this.db.transaction(async (tx) => {
      const [rows]: [{ pos: string; source: string }[], number] = await tx.query(
        'delete from replica_resource where id = $1 returning position as pos, source',
        [resource],
      );
      await keepAside(
        tx,
        rows.map(({ pos, source }) => ({ pos: Number(pos), source, type, dataschema, why: 'not-passed' })),
      );
    });
    await this.changed();
  }

  @OnBell(RESOURCES)
  async changed(): Promise<void> {
    await this.bells.ring(FILES);
  }
}

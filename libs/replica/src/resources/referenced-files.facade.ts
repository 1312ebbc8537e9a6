import { type LackingFile, MOST_LACKING } from '@nmirf/contracts/files/lacking';
import { SEALED_TYPE } from '@nmirf/contracts/files/sealed-file';
import type { NodeId, SourceId } from '@nmirf/contracts/network/names';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SEALED_FILES } from './resource-files.facade.js';

/** What stands in the log refers to these files, as they are carried; by whom, and who may read it. */
const REFERENCED = `
  select f.sha256, f.size, f.media_type as type, r.source, r.audience
    from replica_resource_file f join replica_resource r on r.id = f.resource
  union all
  select s.sha256, s.size, '${SEALED_TYPE}', e.source, e.audience from (${SEALED_FILES}) s join log_entry e on e.pos = s.position`;

/** In any order, or what nobody holds any more would stand before the rest. */
const LACKING = `
  select sha256, size, type from (${REFERENCED}) file
   where not exists (select from blob b where b.sha256 = file.sha256) and (audience in ('*', 'members') or strpos(audience, $1) > 0)
   group by sha256, size, type order by random() limit ${MOST_LACKING}`;

const SOURCE = `select source from (${REFERENCED}) file where sha256 = $1 and size = $2 and type = $3 limit 1`;

/** The files that the log refers to, for the hub: the only one that must have them all. */
@Injectable()
export class ReferencedFilesFacade {
  constructor(private readonly db: DataSource) {}

  /** Those that are not here and that this member may have. */
  lacking(reader: NodeId): Promise<LackingFile[]> {
    return this.db.query(LACKING, [JSON.stringify(reader)]);
  }

  /** Whose file this is, when something that stands in the log refers to just this one. */
  async sourceOf({ sha256, size, type }: LackingFile): Promise<SourceId | undefined> {
    const [row]: { source: SourceId }[] = await this.db.query(SOURCE, [sha256, size, type]);
    return row?.source;
  }
}

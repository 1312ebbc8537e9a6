import { FILES } from '@nmirf/platform/files/files-sweeper';
import { Bells } from '@nmirf/platform/queue/bell';
import { OnBell } from '@nmirf/platform/queue/on-bell.decorator';
import { Injectable } from '@nestjs/common';
import { PROJECTED } from '../projector/projector.js';
import { ResourcesQueries } from './resources.queries.js';

/** Which files the resources that people read refer to. */
export const REFERENCED_FILES = 'select sha256 from replica_resource_file';

/** What the log has changed may have brought files, or taken away the last word that referred to one. */
@Injectable()
export class ResourceFilesFacade {
  constructor(
    private readonly bells: Bells,
    private readonly resources: ResourcesQueries,
  ) {}

  /** For somebody at this node. Throws `resource/not-found` or `file/not-here` unless this resource has this file. */
  async assertNamed(resource: string, sha256: string): Promise<void> {
    await this.resources.file(resource, sha256, 'member');
  }

  @OnBell(PROJECTED)
  async changed(): Promise<void> {
    await this.bells.ring(FILES);
  }
}

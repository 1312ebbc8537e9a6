import { fileDigest } from '@nmirf/contracts/files/file';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Bells } from '@nmirf/platform/queue/bell';
import { ResourceFilesFacade } from '@nmirf/replica/resources/resource-files.facade';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { FETCH } from './fetch.worker.js';

/** Files that are too large to be fetched by themselves come when somebody asks. */
@Controller('api/library/resources/:id/files/:sha256/request')
export class WantedFilesController {
  constructor(
    private readonly db: DataSource,
    private readonly resources: ResourceFilesFacade,
    private readonly bells: Bells,
  ) {}

  @Post()
  @HttpCode(204)
  @Allow('signed-in')
  async want(@Param('id', { schema: z.uuid() }) id: string, @Param('sha256', { schema: fileDigest }) sha256: string): Promise<void> {
    await this.resources.assertNamed(id, sha256);
    await this.db.query('insert into wanted_file (sha256, asked_at) values ($1, now()) on conflict do nothing', [sha256]);
    await this.bells.ring(FETCH);
  }
}

import { type DynamicModule, Module } from '@nestjs/common';
import type { BucketOptions } from './bucket.js';
import { DiskStore } from './disk-store.js';
import type { FileStore } from './file-store.js';
import { FILE_STORE, Files } from './files.js';
import { FILE_REFERENCES, FilesSweeper } from './files-sweeper.js';
import { S3Store } from './s3-store.js';

export interface FilesOptions {
  readonly folder: string;
  /** Keeps the files there; the folder is then for what is being looked at. */
  readonly bucket?: BucketOptions | undefined;
  readonly references: readonly string[];
}

const storeOf = ({ folder, bucket }: FilesOptions): FileStore => (bucket ? new S3Store(bucket, folder) : new DiskStore(folder));

/** Shared files, on disk or in a bucket. */
@Module({})
export class FilesModule {
  static forRoot(options: FilesOptions): DynamicModule {
    return {
      module: FilesModule,
      global: true,
      providers: [
        { provide: FILE_STORE, useFactory: () => storeOf(options) },
        { provide: FILE_REFERENCES, useValue: options.references },
        ...[Files, FilesSweeper],
      ],
      exports: [Files],
    };
  }
}

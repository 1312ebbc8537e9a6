import { type DynamicModule, Module } from '@nestjs/common';
import { Files, FILES_OPTIONS, type FilesOptions } from './files.js';
import { FilesSweeper } from './files-sweeper.js';

/** Shared files, on disk. */
@Module({})
export class FilesModule {
  static forRoot(options: FilesOptions): DynamicModule {
    return {
      module: FilesModule,
      global: true,
      providers: [{ provide: FILES_OPTIONS, useValue: options }, Files, FilesSweeper],
      exports: [Files],
    };
  }
}

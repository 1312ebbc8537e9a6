import { type BeforeApplicationShutdown, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Server } from 'node:http';

const PATIENCE_MS = 3_000;

/** The end of a server: requests under way may finish, long polls should answer at once, and what hangs is cut off after 3 s. */
@Injectable()
export class Closing implements OnModuleDestroy, BeforeApplicationShutdown {
  private readonly controller = new AbortController();

  constructor(private readonly host: HttpAdapterHost) {}

  /** Aborted when the server begins to close; whoever waits on behalf of a request gives up waiting. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  onModuleDestroy(): void {
    this.controller.abort();
  }

  beforeApplicationShutdown(): void {
    const server = this.host.httpAdapter?.getHttpServer() as Server | undefined;
    if (server?.listening !== true) return;
    const timer = setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref();
    server.once('close', () => clearTimeout(timer));
  }
}

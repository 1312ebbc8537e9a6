import { Injectable } from '@nestjs/common';
import type { RequestHandler } from 'express';

/** What must see requests before the routes do, such as the sessions of people. Providers add theirs while the server is built. */
@Injectable()
export class RequestHandlers {
  private readonly added: RequestHandler[] = [];

  get all(): readonly RequestHandler[] {
    return this.added;
  }

  add(...handlers: readonly RequestHandler[]): void {
    this.added.push(...handlers);
  }
}

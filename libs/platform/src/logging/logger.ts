import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import { requestContext } from './request-context.js';

export interface LoggerOptions {
  readonly level: string;
  /** Which server speaks: `hub`, `node:pt` … */
  readonly name: string;
  /** Where lines go; standard output unless told otherwise. */
  readonly destination?: pino.DestinationStream;
}

const text = (message: unknown): string =>
  message instanceof Error ? message.message : typeof message === 'string' ? message : JSON.stringify(message);

/**
 * One JSON object a line, with the id of the request it belongs to. Callers never pass personal data: no bodies, no addresses, no
 * names; a person is at most an id.
 */
export class JsonLogger implements LoggerService {
  private readonly pino: pino.Logger;

  constructor({ level, name, destination }: LoggerOptions) {
    const options = {
      level,
      name,
      base: { name },
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: () => ({ ...requestContext.getStore() }),
    };
    this.pino = destination === undefined ? pino(options) : pino(options, destination);
  }

  /** Writes figures and identifiers as members of the line, beside its message. */
  write(level: 'error' | 'warn' | 'info' | 'debug', members: Readonly<Record<string, unknown>>, message: string): void {
    this.pino[level](members, message);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.pino.info({ context: rest.at(-1) }, text(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.pino.warn({ context: rest.at(-1) }, text(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    const stack = message instanceof Error ? message.stack : rest.length > 1 ? rest[0] : undefined;
    this.pino.error({ context: rest.at(-1), stack }, text(message));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.pino.fatal({ context: rest.at(-1) }, text(message));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.pino.debug({ context: rest.at(-1) }, text(message));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.pino.trace({ context: rest.at(-1) }, text(message));
  }
}

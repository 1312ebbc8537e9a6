import { Controller, type DynamicModule, Get, HttpCode, Injectable, Module, Param, Post, Body, Req } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AccessModule } from '@nmirf/platform/access/access.module';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { DatabaseModule } from '@nmirf/platform/database/database.module';
import { PLATFORM_MIGRATIONS } from '@nmirf/platform/database/migrations/index';
import { PLATFORM_ENTITIES } from '@nmirf/platform/database/platform-entities';
import { type PlatformEnvironment, platformEnvironment } from '@nmirf/platform/environment/environment';
import { eventType } from '@nmirf/platform/events/event-type';
import { EventsModule } from '@nmirf/platform/events/events.module';
import { On } from '@nmirf/platform/events/on.decorator';
import { HealthModule } from '@nmirf/platform/health/health.module';
import { type ApplicationOptions, createApplication } from '@nmirf/platform/http/application';
import { Returns } from '@nmirf/platform/http/returns.decorator';
import { IdentityModule } from '@nmirf/platform/identity/identity.module';
import { JsonLogger } from '@nmirf/platform/logging/logger';
import { QueueModule } from '@nmirf/platform/queue/queue.module';
import type { Request } from 'express';
import { z } from 'zod';

const note = z
  .object({ title: z.string().min(3).max(5), tags: z.array(z.string()).max(1).optional(), mail: z.email().optional() })
  .meta({ id: 'Note' });
export const noteWritten = eventType('note.written', z.object({ noteId: z.uuid() }));

@Controller('api')
class NotesController {
  @Get('notes')
  @Allow('note:read')
  @Returns(z.array(note))
  list(): unknown {
    return [{ title: 'abc', secret: 'never leaves' }];
  }

  @Post('notes')
  @HttpCode(200)
  @Allow('anyone')
  @Returns(note)
  write(@Body({ schema: note }) written: z.infer<typeof note>): unknown {
    return written;
  }

  @Get('notes/:id')
  @Allow('anyone')
  read(@Param('id', { schema: z.uuid() }) _id: string): void {
    throw new Error('office@example.org has a bug');
  }

  @Post('raw')
  @HttpCode(200)
  @Allow('anyone')
  raw(@Req() request: Request): unknown {
    return { buffer: Buffer.isBuffer(request.body), bytes: (request.body as Buffer | undefined)?.length ?? 0 };
  }
}

@Injectable()
export class Listener {
  readonly heard: string[] = [];
  failures = 0;

  @On(noteWritten)
  async remember({ noteId }: { readonly noteId: string }): Promise<void> {
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('not yet');
    }
    this.heard.push(noteId);
  }
}

export const testEnvironment = (url: string, more: Readonly<Record<string, string>> = {}): PlatformEnvironment =>
  platformEnvironment.parse({
    NODE_ENV: 'test',
    PUBLIC_URL: 'http://127.0.0.1',
    DATABASE_URL: url,
    SESSION_SECRET: 'only for tests, only for tests, only for tests',
    LOG_LEVEL: 'silent',
    METRICS_TOKEN: 'only for tests only',
    ...more,
  });

@Module({})
class TestServer {
  static of(environment: PlatformEnvironment): DynamicModule {
    return {
      module: TestServer,
      imports: [
        DatabaseModule.forRoot({ url: environment.DATABASE_URL, entities: PLATFORM_ENTITIES, migrations: PLATFORM_MIGRATIONS }),
        QueueModule.forRoot({ databaseUrl: environment.DATABASE_URL, redisUrl: environment.REDIS_URL, worker: true }),
        AccessModule.forRoot({ roles: { reader: ['note:read'], visitor: [], administrator: ['person:manage', 'audit:read'] } }),
        IdentityModule.forRoot({ publicUrl: environment.PUBLIC_URL, sessionSecret: environment.SESSION_SECRET }),
        EventsModule,
        HealthModule,
      ],
      controllers: [NotesController],
      providers: [Listener],
    };
  }
}

/** A small server that has every block of the platform; its log lines go to `lines`. */
export const bootTestServer = (
  url: string,
  {
    lines = [],
    variables = {},
    ...more
  }: Partial<ApplicationOptions> & { lines?: string[]; variables?: Readonly<Record<string, string>> } = {},
): Promise<NestExpressApplication> => {
  const environment = testEnvironment(url, variables);
  return createApplication(TestServer.of(environment), {
    environment,
    name: 'test',
    rawBodies: [{ type: 'application/vnd.nmirf.jws-lines', limit: '4mb' }],
    docs: { title: 'Test', version: '1' },
    logger: new JsonLogger({ level: 'info', name: 'test', destination: { write: (line: string) => void lines.push(line) } }),
    ...more,
  });
};

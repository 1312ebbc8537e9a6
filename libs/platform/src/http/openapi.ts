import type { DynamicModule, INestApplication } from '@nestjs/common';
import { HTTP_CODE_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { problemDocument } from '@nmirf/contracts/http/problem';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator.js';

export interface Description {
  readonly title: string;
  readonly version: string;
}

interface Answer {
  description: string;
  content?: Record<string, unknown>;
}
interface Operation {
  responses: Record<string, Answer>;
  security?: Record<string, string[]>[];
  description?: string;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;
const PROBLEM: Answer = {
  description: 'A problem (RFC 9457), in the language asked for',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** `@Returns` states the shape without knowing the status; here it moves to the status the route answers with. */
const settle = (operation: Operation, status: number): void => {
  const content = operation.responses['default']?.content;
  operation.responses = {
    [status]: content === undefined ? { description: 'Done' } : { description: 'The answer', content },
    default: PROBLEM,
  };
};

type Prototype = Readonly<Record<string, object | undefined>>;

/** Finds the method behind an operation by its name, `Controller.method`. */
const handlersOf = (app: INestApplication): ((operationId: string) => object | undefined) => {
  const modules = [...app.get(ModulesContainer, { strict: false }).values()];
  const controllers = modules.flatMap((module) => [...module.controllers.values()]);
  const prototypes = new Map(controllers.map(({ name, metatype }) => [name as string, metatype?.prototype as Prototype]));
  return (operationId) => {
    const [controller = '', name = ''] = operationId.split('.');
    return prototypes.get(controller)?.[name];
  };
};

/** The status of a route that succeeds; Nest's is 201 for POST and 200 else. */
const statusOf = (handler: object | undefined, method: string): number => {
  const stated: unknown = handler === undefined ? undefined : Reflect.getMetadata(HTTP_CODE_METADATA, handler);
  return typeof stated === 'number' ? stated : method === 'post' ? 201 : 200;
};

const SESSION = 'session';

/** Who may call: everybody, whoever is signed in, or whoever holds a permission. */
const guard = (operation: Operation, handler: object | undefined): void => {
  const permission: unknown = handler === undefined ? undefined : Reflect.getMetadata(Allow.KEY, handler);
  if (permission === 'anyone') return;
  operation.security = [{ [SESSION]: [] }];
  operation.description = permission === 'signed-in' ? 'For people who are signed in.' : `Needs the permission \`${String(permission)}\`.`;
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
};

/** The OpenAPI description of a server, the same at every call: members are sorted, and every route names its problems. */
export const describe = (app: INestApplication, { title, version }: Description): OpenAPIObject => {
  const session = {
    type: 'apiKey',
    in: 'cookie',
    name: 'nmirf-…',
    description: 'Set by POST /api/session; each server has its own',
  } as const;
  const config = new DocumentBuilder().setTitle(title).setVersion(version).addSecurity(SESSION, session).build();
  const operationIdFactory = (controller: string, method: string): string => `${controller}.${method}`;
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory });
  const handlerOf = handlersOf(app);
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method] as unknown as (Operation & { readonly operationId?: string }) | undefined;
      if (operation === undefined) continue;
      const handler = handlerOf(operation.operationId ?? '');
      settle(operation, statusOf(handler, method));
      guard(operation, handler);
    }
  }
  const { $schema: _, id: __, ...problem } = z.toJSONSchema(problemDocument, { target: 'openapi-3.0' }) as Record<string, unknown>;
  const components = { ...document.components, schemas: { ...document.components?.schemas, Problem: problem } };
  return sorted({ ...document, components }) as OpenAPIObject;
};

/** The description of a server that does not run: its modules are looked at, nothing of them is made or opened. */
export const describeModule = async (module: DynamicModule, description: Description): Promise<OpenAPIObject> =>
  describe(await NestFactory.create(module, { preview: true, logger: false, abortOnError: false }), description);

import type { INestApplication } from '@nestjs/common';
import { HTTP_CODE_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService } from '@nestjs/core';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { problemDocument } from '@nmirf/contracts/http/problem';
import { z } from 'zod';

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

/** The status of a route that succeeds, by the name `Controller.method`; Nest's is 201 for POST and 200 else. */
const statusesOf = (app: INestApplication): ((operationId: string, method: string) => number) => {
  const controllers = app.get(DiscoveryService, { strict: false }).getControllers();
  const prototypes = new Map(controllers.map(({ name, metatype }) => [name as string, metatype?.prototype as Prototype]));
  return (operationId, method) => {
    const [controller = '', name = ''] = operationId.split('.');
    const handler = prototypes.get(controller)?.[name];
    const stated: unknown = handler === undefined ? undefined : Reflect.getMetadata(HTTP_CODE_METADATA, handler);
    return typeof stated === 'number' ? stated : method === 'post' ? 201 : 200;
  };
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
};

/** The OpenAPI description of a server, the same at every call: members are sorted, and every route names its problems. */
export const describe = (app: INestApplication, { title, version }: Description): OpenAPIObject => {
  const config = new DocumentBuilder().setTitle(title).setVersion(version).build();
  const operationIdFactory = (controller: string, method: string): string => `${controller}.${method}`;
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory });
  const statusOf = statusesOf(app);
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation !== undefined) settle(operation as unknown as Operation, statusOf(operation.operationId ?? '', method));
    }
  }
  const { $schema: _, id: __, ...problem } = z.toJSONSchema(problemDocument, { target: 'openapi-3.0' }) as Record<string, unknown>;
  const components = { ...document.components, schemas: { ...document.components?.schemas, Problem: problem } };
  return sorted({ ...document, components }) as OpenAPIObject;
};

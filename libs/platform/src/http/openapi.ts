import type { INestApplication } from '@nestjs/common';
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
const settle = ({ responses }: Operation): void => {
  const success = Object.keys(responses).find((status) => status.startsWith('2'));
  const stated = responses['default']?.content;
  const answer = success === undefined ? undefined : responses[success];
  if (answer !== undefined) {
    if (stated !== undefined) answer.content = stated;
    answer.description ||= stated === undefined ? 'Done' : 'The answer';
  }
  responses['default'] = PROBLEM;
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
};

/** The OpenAPI description of a server, the same at every call: members are sorted, and every route names its problems. */
export const describe = (app: INestApplication, { title, version }: Description): OpenAPIObject => {
  const document = SwaggerModule.createDocument(app, new DocumentBuilder().setTitle(title).setVersion(version).build());
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation !== undefined) settle(operation as unknown as Operation);
    }
  }
  const { $schema: _, id: __, ...problem } = z.toJSONSchema(problemDocument, { target: 'openapi-3.0' }) as Record<string, unknown>;
  const components = { ...document.components, schemas: { ...document.components?.schemas, Problem: problem } };
  return sorted({ ...document, components }) as OpenAPIObject;
};

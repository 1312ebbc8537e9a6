import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiDefaultResponse } from '@nestjs/swagger';
import type { z } from 'zod';

export const RETURNS = Symbol('returns');

/** States the shape a route answers with: documents it, and strips whatever it does not name. */
export const Returns = (schema: z.ZodType): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(RETURNS, schema), ApiDefaultResponse({ standardSchema: schema }));

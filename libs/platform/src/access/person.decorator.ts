import type { PersonView } from '@nmirf/contracts/identity/session';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/** The person a request comes from, put there by the session. */
export const personOf = (request: Request): PersonView | undefined => (request as Request & { readonly user?: PersonView }).user;

/** The signed-in person; perhaps nobody on routes that `@Allow` anyone. */
export const Person = createParamDecorator((_: unknown, context: ExecutionContext) =>
  personOf(context.switchToHttp().getRequest<Request>()),
);

import { Reflector } from '@nestjs/core';

/**
 * Who may call a route: a permission (`practice:write`), `signed-in`, or `anyone`. `anyone` also stands before routes whose callers
 * prove themselves by signature. A server with an undecided route does not start.
 */
export const Allow = Reflector.createDecorator<`${string}:${string}` | 'anyone' | 'signed-in'>();

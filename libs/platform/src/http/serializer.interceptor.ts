import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, StreamableFile } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Observable, map } from 'rxjs';
import type { z } from 'zod';
import { RETURNS } from './returns.decorator.js';

/** Passes every answer through the schema its route states, so nothing unnamed leaves. An answer that does not fit is a bug. */
@Injectable()
export class SerializerInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const schema = this.reflector.getAllAndOverride<z.ZodType | undefined>(RETURNS, [context.getHandler(), context.getClass()]);
    if (schema === undefined) return next.handle();
    return next
      .handle()
      .pipe(map((answer: unknown) => (answer === undefined || answer instanceof StreamableFile ? answer : schema.parse(answer))));
  }
}

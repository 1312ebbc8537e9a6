import { type CanActivate, type ExecutionContext, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { Problem } from '../http/problem.js';
import { Allow } from './allow.decorator.js';
import { personOf } from './person.decorator.js';

type Method = (...args: never[]) => unknown;

/** Lets a request through when its person holds the permission the route asks for. */
@Injectable()
export class AccessGuard implements CanActivate, OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** Refuses to start while any route is undecided. */
  onApplicationBootstrap(): void {
    const undecided = this.discovery
      .getControllers()
      .flatMap(({ metatype }) => this.undecided(metatype as new () => Record<string, Method>));
    if (undecided.length > 0) throw new Error(`Say who may call: ${undecided.join(', ')}`);
  }

  canActivate(context: ExecutionContext): boolean {
    const permission = this.reflector.get(Allow, context.getHandler());
    if (permission === 'anyone') return true;
    const person = personOf(context.switchToHttp().getRequest<Request>());
    if (person === undefined) throw new Problem('access/sign-in-needed', 401, {}, { retry: 'auth' });
    if (permission === 'signed-in' || person.permissions.includes(permission)) return true;
    throw new Problem('access/denied', 403, { permission });
  }

  private undecided(controller: new () => Record<string, Method>): string[] {
    const prototype = controller.prototype as Record<string, Method>;
    return this.scanner
      .getAllMethodNames(prototype)
      .filter((name) => {
        const handler = prototype[name];
        return handler !== undefined && Reflect.hasMetadata('path', handler) && this.reflector.get(Allow, handler) === undefined;
      })
      .map((name) => `${controller.name}.${name}`);
  }
}

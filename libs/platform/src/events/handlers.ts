import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { EventType } from './event-type.js';
import { ON_EVENT } from './on.decorator.js';

interface Handler {
  readonly event: string;
  readonly run: (payload: unknown) => Promise<void>;
}
type Provider = Record<string, ((payload: unknown) => Promise<void>) | undefined>;

/** Every `@On` method in the application, by the name `Class.method`. */
@Injectable()
export class Handlers implements OnModuleInit {
  private readonly byName = new Map<string, Handler>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (typeof instance !== 'object' || instance === null) continue;
      const provider = instance as Provider;
      for (const method of this.scanner.getAllMethodNames(Object.getPrototypeOf(provider) as object)) this.register(provider, method);
    }
  }

  namesFor(event: string): string[] {
    return [...this.byName].filter(([, handler]) => handler.event === event).map(([name]) => name);
  }

  find(name: string): Handler | undefined {
    return this.byName.get(name);
  }

  private register(provider: Provider, method: string): void {
    const handler = provider[method];
    if (typeof handler !== 'function') return;
    const type = this.reflector.get<EventType<unknown> | undefined>(ON_EVENT, handler);
    if (type === undefined) return;
    const name = `${provider.constructor?.name ?? ''}.${method}`;
    if (this.byName.has(name)) throw new Error(`Two handlers are named ${name}: what is on its way would reach only one`);
    this.byName.set(name, { event: type.name, run: (payload) => handler.call(provider, type.schema.parse(payload)) });
  }
}

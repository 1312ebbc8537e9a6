import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createHub } from '../../apps/hub/src/hub.js';
import { hubEnvironment } from '../../apps/hub/src/hub.environment.js';
import { freePort } from '../../scripts/steps/free-port.mjs';
import { startFront } from '../../scripts/steps/front.mjs';
import { RealServer } from './real-server.js';

type Surroundings = Readonly<Record<string, string>>;

/** So many real processes of the hub serve, and as many work; 0, where nobody asks: one hub in the test's own process does both. */
export const HUB_PROCESSES = Number(process.env['NMIRF_HUB_PROCESSES'] ?? 0);

/** A hub at its address. */
export interface ServedHub {
  /** Its parts, for a test to look into: of the hub itself, or of one more process, which stands beside those at the address. */
  readonly app: NestExpressApplication;
  /** What listens at the address, for a test to see who comes. */
  readonly door: Server;
  /** Where each process behind the address listens. */
  readonly serving: readonly string[];
  close(): Promise<void>;
}

const at = (port: string): string => `http://127.0.0.1:${port}`;

const inside = async (environment: Surroundings): Promise<ServedHub> => {
  const app = await createHub(hubEnvironment.parse(environment));
  await app.listen(environment['PORT']!, '127.0.0.1').catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
  return { app, door: app.getHttpServer(), serving: [at(environment['PORT']!)], close: () => app.close() };
};

const started = async (environment: Surroundings, ROLE: 'main' | 'worker'): Promise<RealServer> => {
  const server = new RealServer('hub', { ...environment, ROLE, PORT: String(await freePort()) });
  await server.start();
  return server;
};

/** As `npm start -- --processes` does: requests go to the processes that serve in turn, so that nobody is answered by the same one twice. */
const overProcesses = async (environment: Surroundings): Promise<ServedHub> => {
  const each = Array.from({ length: HUB_PROCESSES }, (_, i) => i);
  const mains = await Promise.all(each.map(() => started(environment, 'main')));
  const workers = await Promise.all(each.map(() => started(environment, 'worker')));
  const ports = mains.map((server) => server.environment['PORT']!);
  const front = await startFront(Number(environment['PORT']), ports.map(Number));
  const app = await createHub(hubEnvironment.parse({ ...environment, ROLE: 'main' }));
  await app.listen(0, '127.0.0.1');
  const close = async (): Promise<void> => {
    await app.close();
    await front.stop();
    await Promise.all([...mains, ...workers].map((server) => server.stop()));
  };
  return { app, door: front.server, serving: ports.map(at), close };
};

/** Starts a hub where and as `environment` says. */
export const serveHub = (environment: Surroundings): Promise<ServedHub> =>
  HUB_PROCESSES > 0 ? overProcesses(environment) : inside(environment);

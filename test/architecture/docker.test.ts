import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { hubEnvironment } from '../../apps/hub/src/hub.environment.js';
import { nodeEnvironment } from '../../apps/node/src/node.environment.js';
import { copyOf, instructionsOf, targetOf, variablesOf } from '../../scripts/steps/dockerfile.mjs';
import { HEAP } from '../../scripts/steps/heap.mjs';

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string; readonly target: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck?: unknown;
  readonly deploy?: unknown;
  readonly ports?: readonly string[];
  readonly read_only?: boolean;
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const compose = parse(readFileSync('docker/compose.yaml', 'utf8'), { merge: true }) as Compose;
const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n');
const isTracked = (path: string): boolean => tracked.some((file) => file === path || file.startsWith(`${path}/`));

const SERVERS = ['hub', 'node'] as const;
const SCHEMAS = { hub: hubEnvironment, node: nodeEnvironment };
/** What the files of secrets hold, and what whoever starts the composition is asked for. */
const SECRETS: Readonly<Record<string, string>> = { DATABASE_URL: 'postgres://postgres:5432/node', SESSION_SECRET: 's'.repeat(64) };
const ASKED: Readonly<Record<string, string>> = { NODE_ID: 'node:py' };

/** `${NAME:-default}` and `${NAME:?what is asked for}`, as Compose fills them in. */
const withDefaults = (value: string): string =>
  value.replace(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name: string, kind: string, rest: string) => (kind === '-' ? rest : (ASKED[name] ?? '')));

const SECRET = /(SECRET|PASSWORD|TOKEN|PASSPHRASE|DATABASE_URL)/;

/** The names a schema of the environment knows, read from its source: those of the platform and the server's own. */
const knownVariables = (server: string): ReadonlySet<string> => {
  const files = ['libs/platform/src/environment/environment.ts', `apps/${server}/src/${server}.environment.ts`];
  const names = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map((match) => match[1] ?? ''),
  );
  return new Set(names.flatMap((name) => [name, `${name}_FILE`]));
};

describe.each(SERVERS)('the image of the %s', (server) => {
  const file = instructionsOf('docker/Dockerfile');
  const instructions = targetOf(file, server);
  const within = (name: string) => instructions.filter((instruction) => instruction.name === name);

  it('copies paths that exist', () => {
    const fromHere = file.filter(({ name, flags }) => name === 'COPY' && !flags.some((flag) => flag.startsWith('--from=')));
    const sources = fromHere.flatMap((copy) => copyOf(copy).sources);
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((path) => !isTracked(path))).toEqual([]);
  });

  it('is built in stages, on a release of Node with long support', () => {
    const bases = file.filter(({ name, rest }) => name === 'FROM' && rest.includes(':')).map(({ rest }) => rest);
    expect(bases.length).toBeGreaterThan(1);
    for (const base of bases) expect(Number(/^node:(\d+)/.exec(base)?.[1]) % 2).toBe(0);
    const taken = within('COPY').map(({ flags }) => flags[0]);
    expect(new Set(taken)).toEqual(new Set(['--from=build']));
  });

  it('runs as a user without rights, and says how it is', () => {
    expect(within('USER').map(({ rest }) => rest)).toEqual(['node']);
    expect(within('HEALTHCHECK')).toHaveLength(1);
    expect(within('HEALTHCHECK')[0]?.rest).toContain('/health/ready');
  });

  it('starts its server with the memory it has everywhere', () => {
    const command: unknown = JSON.parse(within('CMD')[0]?.rest ?? '[]');
    expect(command).toEqual(['node', ...HEAP, `apps/${server}/dist/main.js`]);
  });

  const told = existsSync(`apps/${server}/src/${server}.environment.ts`) ? it : it.skip;

  told('sets only variables the server knows, and no secret', () => {
    const names = Object.keys(variablesOf(instructions));
    expect(names.filter((name) => !knownVariables(server).has(name))).toEqual([]);
    expect(names.filter((name) => SECRET.test(name))).toEqual([]);
  });

  it('is told everything it needs', () => {
    const told = { ...variablesOf(instructions), ...compose.services[server]?.environment };
    const values = Object.entries(told).map(([name, value]) =>
      name.endsWith('_FILE') ? [name.replace(/_FILE$/, ''), SECRETS[name.replace(/_FILE$/, '')]] : [name, withDefaults(value)],
    );
    expect(SCHEMAS[server].safeParse(Object.fromEntries(values)).error?.issues ?? []).toEqual([]);
  });

  told('is told by the composition only what the server knows', () => {
    const names = Object.keys(compose.services[server]?.environment ?? {});
    expect(names.filter((name) => !knownVariables(server).has(name))).toEqual([]);
  });
});

describe('the composition', () => {
  const services = Object.entries(compose.services);

  it('runs a hub, a node, PostgreSQL 18 and Valkey', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['hub', 'node', 'postgres', 'valkey']);
    expect(compose.services['postgres']?.image).toMatch(/^postgres:18/);
    expect(compose.services['valkey']?.image).toMatch(/^valkey\//);
  });

  it('hands secrets over as files, and names each', () => {
    for (const [, { environment = {}, secrets = [] }] of services) {
      for (const [name, value] of Object.entries(environment).filter(([key]) => SECRET.test(key))) {
        expect(name).toMatch(/_FILE$/);
        expect(secrets).toContain(value.replace('/run/secrets/', ''));
      }
      for (const secret of secrets) expect(compose.secrets).toHaveProperty(secret);
    }
  });

  it('keeps its secrets out of the repository', () => {
    expect(tracked.filter((file) => file.startsWith('docker/secrets'))).toEqual([]);
    expect(readFileSync('docker/.gitignore', 'utf8')).toContain('secrets/');
  });

  it('mounts volumes that are declared and files that exist', () => {
    for (const [, { volumes = [] }] of services)
      for (const [source = ''] of volumes.map((volume) => volume.split(':')))
        expect(source.startsWith('./') ? existsSync(`docker/${source}`) : source in compose.volumes).toBe(true);
  });

  it('knows the health of every service; the root of the servers is read-only', () => {
    for (const [, { image, healthcheck }] of services) if (image !== undefined) expect(healthcheck).toBeDefined();
    for (const server of SERVERS) expect(compose.services[server]?.read_only).toBe(true);
  });

  it('splits the hub into processes that serve and processes that work, of which one address is shown', () => {
    const override = { tag: '!override', collection: 'seq' as const };
    const split = parse(readFileSync('docker/compose.processes.yaml', 'utf8'), { customTags: [override] }) as Compose;
    const roles = ['hub', 'hub-worker'].map((name) => split.services[name]!);
    expect(roles.map(({ environment, deploy }) => [environment, deploy])).toEqual([
      [{ ROLE: 'main', TRUST_PROXY: '2' }, { replicas: 2 }],
      [{ ROLE: 'worker', TRUST_PROXY: '2' }, { replicas: 2 }],
    ]);
    for (const [source = ''] of (split.services['front']?.volumes ?? []).map((volume) => volume.split(':')))
      expect(existsSync(`docker/${source}`)).toBe(true);
    const shown = { ...compose.services, ...split.services };
    expect(Object.keys(shown).filter((name) => shown[name]?.ports?.some((port) => port.includes(':4000:')))).toEqual(['front']);
  });

  it('is given on every command line of the guide', () => {
    const lines = readFileSync('docker/README.md', 'utf8').match(/docker compose .*/g) ?? [];
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line).toMatch(/^docker compose -f docker\/compose\.yaml /);
  });

  it('builds each server from its own target', () => {
    for (const server of SERVERS)
      expect(compose.services[server]?.build).toEqual({ context: '..', dockerfile: 'docker/Dockerfile', target: server });
  });
});

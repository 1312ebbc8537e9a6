import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Amazon's own store unless an endpoint is named; undefined when a part cannot be read. */
const bucketAt = (text: string) => {
  const { hostname: bucket, pathname, searchParams } = new URL(text);
  const region = searchParams.get('region') ?? 'us-east-1';
  const endpoint = searchParams.get('endpoint') ?? `https://s3.${region}.amazonaws.com`;
  const known = [...searchParams.keys()].every((name) => name === 'region' || name === 'endpoint');
  if (!known || bucket === '' || !/^https?:\/\/[^/?#@]+\/?$/.test(endpoint)) return undefined;
  return { bucket, region, endpoint: endpoint.replace(/\/$/, ''), prefix: pathname.replace(/^\/+/, '').replace(/([^/])\/*$/, '$1/') };
};

const variables = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  /** The address people and nodes reach this server at; its scheme decides whether cookies are `Secure`. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Queues run on Redis when this is given, else on PostgreSQL. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  /** Signs session cookies; several, separated by commas, while it is being changed: the first signs, all verify. */
  SESSION_SECRET: z.string().min(32),
  /** The folder of the files that are shared; with a bucket, of those that are being looked at. */
  FILES_DIR: z.string().min(1).default('files'),
  /** An S3-compatible bucket for them, `s3://bucket/prefix?endpoint=https://…&region=…`; then its key and secret are needed. */
  FILES_URL: z
    .url({ protocol: /^s3$/ })
    .transform((url, context) => bucketAt(url) ?? (context.addIssue('is not s3://bucket/prefix?endpoint=…&region=…'), z.NEVER))
    .optional(),
  FILES_KEY_ID: z.string().min(1).optional(),
  FILES_SECRET: z.string().min(1).optional(),
  /** Where an OTLP receiver takes traces, such as `http://127.0.0.1:4318/v1/traces`; without it none are made. */
  TRACES_URL: z.url({ protocol: /^https?$/ }).optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  /** How many proxies stand in front (their `X-Forwarded-*` headers are believed), or which subnets they are in. */
  TRUST_PROXY: z.union([z.string().regex(/^\d+$/).transform(Number), z.string()]).optional(),
});
/** Faults of one kind do not hide those of another: this is asked even when something else is wrong. */
const always = { when: () => true };
/** What every server of the network is told by its surroundings. Servers extend it; nothing else reads `process.env`. */
export const platformEnvironment = variables
  .refine(({ FILES_URL, FILES_KEY_ID }) => FILES_URL === undefined || FILES_KEY_ID !== undefined, { path: ['FILES_KEY_ID'], ...always })
  .refine(({ FILES_URL, FILES_SECRET }) => FILES_URL === undefined || FILES_SECRET !== undefined, { path: ['FILES_SECRET'], ...always });
export type PlatformEnvironment = z.output<typeof platformEnvironment>;

/** A start that is refused because of what the environment says or leaves out; the message lists everything at once. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

type Variables = Readonly<Record<string, string | undefined>>;

const present = (value: string | undefined): value is string => value !== undefined && value !== '';

/** `X_FILE` names a file that holds the value of `X`: how secrets are handed to containers. An empty variable counts as absent. */
const valueOf = (name: string, variables: Variables, faults: string[]): string | undefined => {
  const [value, file] = [variables[name], variables[`${name}_FILE`]];
  if (present(value) && present(file)) faults.push(`${name}: given twice, by itself and by ${name}_FILE`);
  if (present(value) || !present(file)) return present(value) ? value : undefined;
  try {
    return readFileSync(file, 'utf8').trimEnd();
  } catch {
    faults.push(`${name}_FILE: cannot read ${file}`);
    return undefined;
  }
};

/**
 * The environment in the shape of `schema`, or an `EnvironmentError` that lists every fault together. Values never appear in the
 * message: they may be secrets.
 */
export const parseEnvironment = <Schema extends z.ZodObject>(schema: Schema, variables: Variables): z.output<Schema> => {
  const faults: string[] = [];
  const values = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, valueOf(name, variables, faults)]));
  const parsed = schema.safeParse(values);
  const named = new Set(faults.map((fault) => fault.split(':')[0]));
  for (const { path, message } of parsed.error?.issues ?? []) {
    const name = path.join('.');
    if (!named.has(`${name}_FILE`)) faults.push(`${name}: ${values[name] === undefined ? 'is missing' : message}`);
  }
  if (faults.length > 0 || !parsed.success)
    throw new EnvironmentError(`The environment is not complete:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  return parsed.data;
};

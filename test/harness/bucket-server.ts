import crypto from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bucket, type BucketOptions } from '@nmirf/platform/files/bucket';
import aws4 from 'aws4';
import S3rver from 's3rver';

/** What every server of this kind is born with. */
const KEY = 'S3RVER';

/**
 * A real S3-compatible server on loopback; what it keeps stands in a folder, one file an object. It takes any signature of version 4, so
 * each request is signed again by other hands before it is let through.
 */
export class BucketServer {
  private server: Server | undefined;
  private folder = '';
  private port = 0;

  constructor(private readonly bucket = 'files') {}

  async start(): Promise<void> {
    this.folder = await mkdtemp(join(tmpdir(), 'nmirf-bucket-'));
    await this.resume();
  }

  /** Answers again at the same address. */
  async resume(): Promise<void> {
    const store = new S3rver({
      silent: true,
      directory: this.folder,
      vhostBuckets: false,
      configureBuckets: [{ name: this.bucket, configs: [] }],
    });
    await store.configureBuckets();
    const answer = store.callback();
    this.server = createServer((request, response) => {
      if (isSigned(request)) answer(request, response);
      else response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
    });
    await new Promise<void>((done) => this.server!.listen(this.port, '127.0.0.1', done));
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** Is away, and keeps what it has. */
  async pause(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((done) => this.server?.close(done));
  }

  async stop(): Promise<void> {
    await this.pause();
    await rm(this.folder, { recursive: true });
  }

  get options(): BucketOptions {
    return { bucket: this.bucket, endpoint: this.endpoint, region: 'us-east-1', prefix: 'nmirf/', keyId: KEY, secret: KEY };
  }

  /** What a server is told that keeps its files here, under a name of its own. */
  variables(name: string): Record<string, string> {
    const place = new URLSearchParams({ endpoint: this.endpoint, region: 'us-east-1' }).toString();
    return { FILES_URL: `s3://${this.bucket}/${name}?${place}`, FILES_KEY_ID: KEY, FILES_SECRET: KEY };
  }

  /** How many files a server has here whole. */
  async count(name: string): Promise<number> {
    let count = 0;
    for await (const { objects } of new Bucket({ ...this.options, prefix: `${name}/` }).list('whole/')) count += objects.length;
    return count;
  }

  private get endpoint(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Where an object stands, by its key without the prefix. */
  pathOf(key: string): string {
    return join(this.folder, this.bucket, 'nmirf', `${key}._S3rver_object`);
  }
}

const isSigned = ({ method, url, headers }: IncomingMessage): boolean => {
  const [, names = ''] = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '') ?? [];
  const signed = Object.fromEntries(names.split(';').map((name) => [name, String(headers[name])]));
  const request = { service: 's3', region: 'us-east-1', method, path: url, headers: signed };
  return aws4.sign(request, { accessKeyId: KEY, secretAccessKey: KEY }).headers['Authorization'] === headers.authorization;
};

/** Its tokens for further pages are made with single DES, which OpenSSL 3 has as triple DES with one key three times. */
const { createCipheriv, createDecipheriv } = crypto;
const tripled =
  <Made>(make: (name: string, key: Buffer, iv: Buffer) => Made) =>
  (name: string, key: Buffer, iv: Buffer): Made =>
    name === 'des' ? make('des-ede3-cbc', Buffer.concat([key, key, key]), iv) : make(name, key, iv);
Object.assign(crypto, { createCipheriv: tripled(createCipheriv), createDecipheriv: tripled(createDecipheriv) });

import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { AwsV4Signer } from 'aws4fetch';
import { SaxesParser } from 'saxes';
import { type Dispatcher, request } from 'undici';
import { Logger } from '@nestjs/common';
import { Problem } from '../http/problem.js';

/** Where a bucket is and who asks: `endpoint` is an origin, `prefix` ends in a slash unless it is empty. */
export interface BucketOptions {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly prefix: string;
  readonly keyId: string;
  readonly secret: string;
}

/** An object as a listing tells of it; `modified` in Unix milliseconds. */
interface Listed {
  readonly key: string;
  readonly size: number;
  readonly modified: number;
}
interface Listing {
  readonly objects: Listed[];
  /** What stands under the prefix up to the next slash. */
  readonly folders: string[];
  readonly next: string | undefined;
}
interface Sent {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | Readable;
}

const TIMEOUTS = { headersTimeout: 30_000, bodyTimeout: 60_000 };
/** SHA-256 of no bytes: what a request without a body signs. */
const NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** The five requests to an S3-compatible store that files need (Amazon S3 API 2006-03-01), signed and addressed by path. */
export class Bucket {
  /** `pageSize` is how many objects one answer lists, at most 1,000. */
  constructor(
    private readonly options: BucketOptions,
    private readonly pageSize = 1_000,
  ) {}

  /** Stores an object; the store refuses bytes of another digest. */
  async put(key: string, body: Uint8Array | Readable, size: number, sha256: string): Promise<void> {
    const headers = { 'content-length': String(size), 'x-amz-content-sha256': sha256 };
    await drained(await this.send({ method: 'PUT', key, headers, body }));
  }

  /** An object, or its bytes from `start` up to and with `end`; undefined when there is none. */
  async get(key: string, start = 0, end?: number): Promise<Readable | undefined> {
    const range = start === 0 && end === undefined ? {} : { range: `bytes=${start}-${end ?? ''}` };
    const answer = await this.send({ method: 'GET', key, headers: range });
    if (answer.statusCode !== 404) return answer.body;
    await answer.body.dump();
    return undefined;
  }

  async remove(key: string): Promise<void> {
    await drained(await this.send({ method: 'DELETE', key }));
  }

  /** Everything under a prefix, in the order of keys, a page at a time; with a delimiter, folders in place of what they hold. */
  async *list(under: string, delimiter?: '/'): AsyncGenerator<Pick<Listing, 'objects' | 'folders'>> {
    const { prefix } = this.options;
    const query = { 'list-type': '2', 'max-keys': String(this.pageSize), prefix: prefix + under, ...(delimiter && { delimiter }) };
    let next: string | undefined;
    do {
      const answer = await this.send({ method: 'GET', query: { ...query, ...(next !== undefined && { 'continuation-token': next }) } });
      const page = listingOf(await text(answer.body), prefix.length);
      next = page.next;
      yield page;
    } while (next !== undefined);
  }

  /** Signs and sends; a store that cannot be reached or does not do it is a problem that passes, and says nothing of the request. */
  private async send({ method, key, query = {}, headers = {}, body }: Sent): Promise<Dispatcher.ResponseData> {
    const { endpoint, bucket, prefix, region, keyId: accessKeyId, secret: secretAccessKey } = this.options;
    const path = [bucket, ...(key === undefined ? [] : (prefix + key).split('/'))].map(encodeURIComponent).join('/');
    const url = `${endpoint}/${path}?${new URLSearchParams(query).toString()}`.replace(/\?$/, '');
    const signer = new AwsV4Signer({
      ...{ method, url, accessKeyId, secretAccessKey, region, service: 's3' },
      headers: { 'x-amz-content-sha256': NOTHING, ...headers },
    });
    const signed = await signer.sign();
    const sent = { method, headers: Object.fromEntries(signed.headers), body: body ?? null, ...TIMEOUTS };
    const answer = await request(signed.url, sent).catch((error: unknown) => {
      throw away((error as NodeJS.ErrnoException).code ?? 'unknown reason');
    });
    if (answer.statusCode < 300 || (answer.statusCode === 404 && key !== undefined && method !== 'PUT')) return answer;
    const [, code = ''] = /<Code>(\w{1,60})<\/Code>/.exec(await answer.body.text()) ?? [];
    throw away(`${answer.statusCode} ${code}`.trim());
  }
}

/** The operator's log says what it is; whoever asked is told to come back. */
const away = (why: string): Problem => {
  new Logger(Bucket.name).warn(`The store of files does not answer: ${why}`);
  return new Problem('file/store-away', 503, {}, { retry: 'later' });
};

const drained = ({ body }: Dispatcher.ResponseData): Promise<void> => body.dump();

/** Reads the answer to ListObjectsV2; keys without the first `cut` characters. */
const listingOf = (xml: string, cut: number): Listing => {
  const listing: Listing & { next: string | undefined } = { objects: [], folders: [], next: undefined };
  let said: Record<string, string> = {};
  let words = '';
  const parser = new SaxesParser();
  parser.on('text', (more) => (words += more));
  parser.on('opentag', ({ name }) => {
    words = '';
    if (name === 'Contents' || name === 'CommonPrefixes') said = {};
  });
  parser.on('closetag', ({ name }) => {
    said[name] = words;
    if (name === 'Contents')
      listing.objects.push({ key: said['Key']!.slice(cut), size: Number(said['Size']), modified: Date.parse(said['LastModified']!) });
    if (name === 'CommonPrefixes') listing.folders.push(said['Prefix']!.slice(cut));
    if (name === 'NextContinuationToken') listing.next = words;
  });
  parser.write(xml).close();
  return listing;
};

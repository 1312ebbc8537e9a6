import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SyntheticHub } from '../../../../test/protocol/synthetic-hub.js';
import { SyntheticNetwork } from '../../../../test/protocol/synthetic-network.js';
import { audit } from '../audit.js';
import type { AuditResult } from '../audit-result.js';
import { type Finding, findingOf } from '../checks.js';
import { HubReader } from './hub-reader.js';

let hub: SyntheticHub;

beforeEach(() => {
  const network = new SyntheticNetwork();
  const proposal = network.say(network.hub, 'network.status.proposed.v1', { id: 'node:cc', status: 'suspended', reason: 'none' });
  network.decide(proposal, [network.committee[0]!, 'approve'], [network.committee[1]!, 'approve']);
  hub = new SyntheticHub(network.log);
});

afterEach(() => hub.close());

const audited = async (): Promise<AuditResult> => audit({ hub: await hub.listen(), known: [], onProgress: () => undefined });
const findings = ({ checks }: AuditResult): Finding[] => checks.flatMap((check) => findingOf(check) ?? []);

describe('a hub that does not answer as agreed', () => {
  const unread = async (): Promise<AuditResult> => {
    const result = await audited();
    expect(result).toMatchObject({ holds: false, complete: false });
    expect(findings(result)).toEqual([]);
    return result;
  };
  const answer = (path: string, body: string, status = 200): void => void hub.answers.set(path, () => ({ status, body }));

  it.each([
    ['something else', '<html></html>'],
    ['too much', 'x'.repeat(200_000)],
  ])('is audited all the same when it describes itself as %s', async (_, body) => {
    answer('/.well-known/nmirf.json', body);
    const result = await audited();
    expect(result).toMatchObject({ complete: true, size: 4 });
    expect(findings(result)).toEqual([{ check: 'description', reason: 'not-described' }]);
  });

  it('is no hub at all when it has nothing of what a hub has', async () => {
    answer('/.well-known/nmirf.json', '', 404);
    answer('/nmirf/log1/checkpoint', '', 404);
    expect((await unread()).trouble).toEqual({ code: 'refused', path: '/nmirf/log1/checkpoint', status: 404 });
  });

  it.each([
    ['no lines', ''],
    ['no end', '{"from":0,"next":1,"size":1}\n'],
    ['more entries than were asked for', Array.from({ length: 600 }, () => '{}\n').join('')],
    ['another place', '{"from":3,"next":3,"size":9}\n{"checkpoint":"","proof":[]}\n'],
    ['entries that it did not count', '{"from":0,"next":9,"size":9}\n{"pos":0,"leaf":"","jws":null}\n{"checkpoint":"","proof":[]}\n'],
    ['six megabytes', 'x'.repeat(6 * 1024 * 1024)],
  ])('is not followed when its feed gives %s', async (_, body) => {
    answer('/nmirf/v1/feed', body);
    expect((await unread()).trouble?.path).toMatch(/^\/nmirf\/v1\/feed\?from=0&/);
  });

  it('is asked again when it is busy, and no more than a few times', async () => {
    let times = 0;
    hub.answers.set('/nmirf/log1/checkpoint', () => (++times < 3 ? { status: 503, body: '' } : { body: hub.note }));
    expect(await audited()).toMatchObject({ holds: true });
    expect(times).toBe(3);
  });

  it('is not followed to another address', async () => {
    answer('/nmirf/log1/checkpoint', '', 302);
    expect((await unread()).trouble).toEqual({ code: 'refused', path: '/nmirf/log1/checkpoint', status: 302 });
  });

  it('breaks the log when it has no tile, or an endless one', async () => {
    answer('/nmirf/log1/tile/0/000.p/4', 'x'.repeat(100_000));
    answer('/nmirf/log1/tile/entries/000.p/4', '', 404);
    const result = await audited();
    expect(findings(result)).toEqual([{ check: 'tiles', reason: 'tile-missing', position: 0, until: 3 }]);
    expect(result.checks.find(({ check }) => check === 'tiles')?.failures).toBe(2);
  });
});

describe('a reader', () => {
  const served = async (serve: (response: ServerResponse) => void): Promise<string> => {
    const server = createServer((_, response) => serve(response));
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const servers: Server[] = [];
  const read = async (url: string): Promise<Buffer> => {
    const reader = new HubReader(url, { connect: 1_000, silence: 200, whole: 500 });
    return reader.read('/', 1_000_000).finally(() => reader.close());
  };

  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.close();
      server.closeAllConnections();
    }
  });

  it('does not wait for a hub that never answers', async () => {
    await expect(read(await served(() => undefined))).rejects.toMatchObject({ code: 'too-slow' });
  });

  it('does not wait for a hub that stops in the middle', async () => {
    await expect(read(await served((response) => response.write('x')))).rejects.toMatchObject({ code: 'too-slow' });
  });

  it('does not wait for a hub that drips', async () => {
    const drips = served((response) => {
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    });
    await expect(read(await drips)).rejects.toMatchObject({ code: 'too-slow' });
  });
});

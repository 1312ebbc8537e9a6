import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spokenForm } from '@nmirf/federation/keys';
import { languages } from '@nmirf/contracts/languages/language';
import { SyntheticHub } from '../../../test/protocol/synthetic-hub.js';
import { SyntheticNetwork, SyntheticNode } from '../../../test/protocol/synthetic-network.js';
import type { AuditResult } from './audit-result.js';
import { run } from './command.js';
import { catalogues } from './texts/texts.js';

let folder: string;
let hub: SyntheticHub;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nmirf-verify-'));
  const network = new SyntheticNetwork();
  network.admit(new SyntheticNode('node:dd'));
  const proposal = network.say(network.hub, 'network.status.proposed.v1', { id: 'node:dd', status: 'suspended', reason: 'none' });
  network.decide(proposal, [network.committee[0]!, 'reject'], [network.committee[1]!, 'reject']);
  network.say(network.committee[2]!, 'node.key.rotated.v1', network.committee[2]!.rotation('wit', 'another'));
  hub = new SyntheticHub(network.log);
  url = await hub.listen();
});

afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true });
});

const said = async (...args: string[]): Promise<{ code: number; out: string; err: string }> => {
  const texts = ['', ''];
  const streams = texts.map((_, i) => {
    const stream = new PassThrough();
    stream.on('data', (chunk: Buffer) => (texts[i] += chunk.toString()));
    return stream as unknown as NodeJS.WriteStream;
  });
  const code = await run(args, { stdout: streams[0]!, stderr: streams[1]!, environment: { LANG: 'en_GB.UTF-8' } });
  return { code, out: texts[0]!, err: texts[1]! };
};

describe('nmirf-verify', () => {
  it('prints one JSON object', async () => {
    const { code, out } = await said(url, '--json');
    const result = JSON.parse(out) as AuditResult;
    expect({ code, holds: result.holds, network: result.network?.id }).toEqual({ code: 0, holds: true, network: hub.networkId });
    expect(result.proposals.map(({ about, state }) => [about, state])).toEqual([
      ['node:dd', 'accepted'],
      ['node:dd → suspended', 'rejected'],
    ]);
  });

  it.each(languages)('reports in %s: the verdict, how the membership came to be, and no untranslated key', async (language) => {
    const { code, out } = await said(url, '--language', language);
    expect(code).toBe(0);
    expect(out).toContain(catalogues[language]['verdict.holds']);
    expect(out).toContain(catalogues[language]['remark.unpinned']);
    expect(out).toContain(catalogues[language]['step.key-rotated']);
    expect(out).toContain(`--seen 8:`);
    expect(out).not.toMatch(/undefined|\{\w+\}|(?:reason|check|mark|report)\.[a-z]/);
  });

  it('takes a pin as a hash, as it was spoken, and from the files that hold it', async () => {
    const files = { 'genesis.json': JSON.stringify({ hub: url, network: hub.networkId }), 'hash.txt': `${hub.networkId}\n` };
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    const spoken = spokenForm(hub.networkId);
    for (const pin of [
      hub.networkId,
      spoken,
      spoken.toLowerCase().replaceAll(' ', '-'),
      join(folder, 'genesis.json'),
      join(folder, 'hash.txt'),
    ]) {
      const { code, out } = await said(url, '--genesis', pin);
      expect([pin, code]).toEqual([pin, 0]);
      expect(out).not.toContain(catalogues.en['remark.unpinned']);
    }
    expect((await said(url, '--genesis', spokenForm('A'.repeat(43)))).code).toBe(1);
  });

  it('takes what was seen earlier, as the report printed it', async () => {
    const [, seen] = /--seen (\S+)/.exec((await said(url)).out)!;
    expect((await said(url, '--seen', seen!, '--seen', seen!)).code).toBe(0);
    expect((await said(url, '--seen', `9:${seen!.slice(2)}`)).code).toBe(1);
  });

  it.each([
    [[], catalogues.en['cli.no-hub']],
    [['localhost:4000'], '“localhost:4000”'],
    [['ftp://hub.example'], '“ftp://hub.example”'],
    [['http://hub.example', '--language', 'xx'], '“xx”'],
    [['http://hub.example', '--seen', 'all of it'], '“all of it”'],
    [['http://hub.example', '--seen', '0:AAAA'], '“0:AAAA”'],
    [['http://hub.example', '--genesis', 'nothing of the kind'], '“nothing of the kind”'],
    [['http://hub.example', '--unheard-of'], '--unheard-of'],
  ])('says what is wrong with %j, and exits with 2', async (args, text) => {
    const { code, out, err } = await said(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(text);
  });

  it('exits with 3 when nobody answers, and says that this says nothing', async () => {
    const { code, out } = await said('http://127.0.0.1:9', '--language', 'es');
    expect(code).toBe(3);
    expect(out).toContain('no se puede alcanzar el centro');
  });

  it('explains itself and its exit codes', async () => {
    const { code, out } = await said('--help', '--language', 'fr');
    expect(code).toBe(0);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(catalogues.fr['cli.exit'].replaceAll(/\s+/g, ' '));
    expect(out).toContain('Arguments\u00a0:');
  });
});

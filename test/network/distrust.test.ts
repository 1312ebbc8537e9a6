import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { toBase64url } from '@nmirf/federation/base64url';
import { hashOfMessage } from '@nmirf/federation/message';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { LinkFacade } from '../../apps/node/src/foundation/link/link.facade.js';
import { createNode } from '../../apps/node/src/node.js';
import { nodeEnvironment } from '../../apps/node/src/node.environment.js';
import { OneHub } from '../harness/one-hub.js';
import type { PlainMember } from '../harness/plain-member.js';
import { publishedPractice } from '../harness/published-practices.js';
import { eventually } from '../harness/waiting.js';

const hub = new OneHub();
const nodes: NestExpressApplication[] = [];
let [member, recovery]: [PlainMember?, PlainMember?] = [];

const node = async (id: 'node:pt' | 'node:py'): Promise<NestExpressApplication> => {
  const made = await createNode(nodeEnvironment.parse({ ...(await hub.surroundings(id)), NODE_ID: id }));
  nodes.push(made);
  await made.get(LinkFacade, { strict: false }).join(id, hub.url, hub.network);
  return made;
};
beforeAll(async () => {
  await hub.start();
  [member, recovery] = [await hub.member('node:ma'), await hub.member('node:ma', 'rec')];
  await node('node:pt');
}, 60_000);
afterAll(async () => {
  for (const one of nodes) await one.close();
  await hub.stop();
}, 60_000);

/** What a server shows of everybody, in which version, by what is searched, and what it has set aside; once it has shown `size` messages. */
const shownAt = (app: NestExpressApplication, size: number): Promise<unknown> =>
  eventually(async () => {
    const [row] = await app.get(DataSource).query(
      `select (select position::int from projection_state) as at,
              (select json_agg(json_build_array(id, version, position) order by position) from replica_practice) as practices,
              (select json_agg(json_build_array(practice, position) order by position) from practice_words) as words,
              (select json_agg(json_build_array(subject, source)) from replica_tombstone) as closed,
              (select json_agg(json_build_array(pos, why) order by pos) from quarantine) as aside`,
    );
    const isSearched =
      JSON.stringify((row.words ?? []).map((word: unknown[]) => word[1])) ===
      JSON.stringify((row.practices ?? []).map((one: unknown[]) => one[2]));
    return row.at === size && isSearched ? row : undefined;
  });

it('hides what a thief signed in every replica, and shows again what it had replaced', async () => {
  const [kept, gone, stolen] = [publishedPractice(), publishedPractice(), publishedPractice()];
  const say = async (data: ReturnType<typeof publishedPractice>) => {
    const line = member!.message({ subject: `practice:${data.practice}`, data: { ...data } });
    const { entries } = await member!.say(hub.receiptKey, line);
    expect(entries).toMatchObject([{ status: 'accepted' }]);
    return { position: entries[0]!.pos!, hash: toBase64url(hashOfMessage(line)) };
  };
  const [first, second] = [await say(kept), await say(gone)];
  const from = (await say({ ...kept, version: 2 })).position;
  await say(stolen);
  const taking = { target: [second.hash], reason: 'other', purge: false };
  const withdrawn = member!.said('practice.withdrawn.v1', taking, `practice:${gone.practice}`);
  expect((await member!.say(hub.receiptKey, withdrawn)).entries).toMatchObject([{ status: 'accepted' }]);
  const before = await shownAt(nodes[0]!, from + 3);
  expect(before).toMatchObject({
    aside: null,
    practices: [
      [kept.practice, 2, from],
      [stolen.practice, 1, from + 1],
    ],
  });

  recovery!.head = member!.head;
  const revocation = { kid: member!.signer.kid, distrustFrom: from, reason: 'It was stolen' };
  const { entries } = await recovery!.say(hub.receiptKey, recovery!.said('network.key.revoked.v1', revocation, 'node:ma'));
  expect(entries).toMatchObject([{ status: 'accepted', pos: from + 3 }]);
  const shown = await shownAt(hub.app, from + 4);
  expect(shown).toMatchObject({
    practices: [
      [kept.practice, 1, first.position],
      [gone.practice, 1, second.position],
    ],
    closed: null,
    aside: [0, 1, 2].map((behind) => [from + behind, 'distrusted']),
  });
  expect(await shownAt(nodes[0]!, from + 4)).toEqual(shown);
  // A server that reads the log from its beginning later.
  expect(await shownAt(await node('node:py'), from + 4)).toEqual(shown);
}, 60_000);

// @ts-check
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

/**
 * A server of ActivityPub with one actor: `serve-fedify.mjs PORT`, as a child process. Told `{ to, documents }` it signs and sends each document
 * to the actor at the origin `to`; of each that comes and verifies it says so.
 */
const origin = `http://127.0.0.1:${process.argv[2] ?? ''}`;
const { load } = await import(pathToFileURL(resolve('node_modules/.bench-peers/load.mjs')).href);
const [fedify, { Create, Note, Service }] = await Promise.all(['@fedify/fedify', '@fedify/vocab'].map(load));
// Node 21 and later have this of their own, and it asks where it runs.
if (!('navigator' in globalThis)) Object.assign(globalThis, { navigator: { userAgent: 'Node.js' } });
const { createFederation, generateCryptoKeyPair, InProcessMessageQueue, MemoryKvStore, ParallelMessageQueue } = fedify;

const OFFICE = 'office';
const IN_FLIGHT = 20;

// Both signatures that it makes by itself when it has both keys: of the request with RSA, of the document with Ed25519.
const keys = await Promise.all(['RSASSA-PKCS1-v1_5', 'Ed25519'].map((kind) => generateCryptoKeyPair(kind)));
const federation = createFederation({
  kv: new MemoryKvStore(),
  queue: new ParallelMessageQueue(new InProcessMessageQueue({ pollInterval: { milliseconds: 20 } }), IN_FLIGHT),
  allowPrivateAddress: true,
});
federation
  .setActorDispatcher('/actors/{identifier}', async (/** @type {any} */ context, /** @type {string} */ identifier) => {
    const pairs = await context.getActorKeyPairs(identifier);
    return new Service({
      ...{ id: context.getActorUri(identifier), inbox: context.getInboxUri(identifier), preferredUsername: identifier },
      ...{ publicKey: pairs[0].cryptographicKey, assertionMethods: pairs.map((/** @type {any} */ { multikey }) => multikey) },
    });
  })
  .setKeyPairsDispatcher(() => keys);
federation.setInboxListeners('/actors/{identifier}/inbox').on(Create, async (/** @type {any} */ _, /** @type {any} */ create) => {
  const { content } = await create.getObject();
  process.send?.({ received: String(content).length });
});

const context = federation.createContext(new URL(origin), undefined);
let count = 0;
process.on('message', async (/** @type {{ to: string, documents: readonly string[] }} */ { to, documents }) => {
  const [actor, office] = [context.getActorUri(OFFICE), `${to}/actors/${OFFICE}`];
  for (const content of documents) {
    const id = `${origin}/notes/${(count += 1)}`;
    const object = new Note({ id: new URL(id), attribution: actor, content });
    const create = new Create({ id: new URL(`${id}#create`), actor, object });
    await context.sendActivity({ identifier: OFFICE }, { id: new URL(office), inboxId: new URL(`${office}/inbox`) }, create);
  }
});

createServer(async (request, response) => {
  const { method = 'GET', url = '/', headers } = request;
  const body = method === 'POST' ? { body: await buffer(request) } : {};
  const asked = new Request(origin + url, { method, headers: /** @type {any} */ (headers), ...body });
  const answer = await federation.fetch(asked, { contextData: undefined });
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()));
}).listen(Number(process.argv[2]), '127.0.0.1', () => process.send?.({ ready: true }));

import { afterEach, describe, expect, it } from '@jest/globals';
import { toBase64url } from '@nmirf/federation/base64url';
import { Frontier, leafHash } from '@nmirf/federation/tree';
import { SyntheticHub } from '../../../../test/protocol/synthetic-hub.js';
import { SyntheticNetwork } from '../../../../test/protocol/synthetic-network.js';
import { CheckBook } from '../checks.js';
import { HubLog } from '../hub/hub-log.js';
import { HubReader } from '../hub/hub-reader.js';
import { History } from './history.js';
import { SeenClaims } from './seen-claims.js';
import { ServedTiles } from './served-tiles.js';

const hashes = Array.from({ length: 1_300 }, (_, i) => leafHash(`leaf ${i}`));
const historyOf = (leaves: readonly Uint8Array[], kept?: number): History => {
  const history = new History(kept);
  for (const hash of leaves) history.append(hash);
  return history;
};
const rootAt = (size: number): Uint8Array => Frontier.empty().appendAll(hashes.slice(0, size)).root();

describe('the history of a tree', () => {
  it('knows the root at every size', () => {
    const history = historyOf(hashes);
    expect(history.root).toEqual(rootAt(hashes.length));
    for (let size = 1; size <= hashes.length; size += 7) expect([size, history.rootAt(size)]).toEqual([size, { root: rootAt(size) }]);
    for (const size of [256, 512, 1_024]) expect(history.rootAt(size)).toEqual({ root: rootAt(size) });
  });

  it('asks for the tile that it has forgotten, and takes no other', () => {
    const history = historyOf(hashes, 1);
    expect(history.rootAt(300)).toEqual({ missing: 1 });
    expect(history.rootAt(512)).toEqual({ root: rootAt(512) });
    const tile = hashes.slice(256, 512);
    expect(history.rootWith(300, tile)).toEqual(rootAt(300));
    expect(history.rootWith(300, hashes.slice(0, 256))).toBeUndefined();
    expect(history.rootWith(300, tile.slice(0, 255))).toBeUndefined();
  });
});

describe('a claim about a size long ago', () => {
  let hub: SyntheticHub;
  afterEach(() => hub.close());

  const heard = async (size: number, alter: (hub: SyntheticHub) => void = () => undefined) => {
    const network = new SyntheticNetwork();
    for (let i = 0; i < 800; i++) network.add(network.committee[0]!.sayAny('test.note.v1', { i }));
    hub = new SyntheticHub(network.log);
    const leaves = hub.leaves;
    alter(hub);
    const [reader, book] = [new HubReader(await hub.listen()), new CheckBook()];
    const history = historyOf(leaves.map(leafHash), 1);
    const claims = new SeenClaims(book, history, new ServedTiles(new HubLog(reader), book, history));
    const root = Frontier.empty().appendAll(leaves.slice(0, size).map(leafHash)).root();
    claims.hear({ position: 799, size, root: toBase64url(root) }, 'seen');
    claims.hear({ position: 800, size, root: toBase64url(leafHash('another')) }, 'seen');
    await claims.settle();
    await reader.close();
    const found = book.results().filter(({ checked, failures }) => checked + failures > 0);
    return found.map(({ check, checked, failures, position }) => ({ check, checked, failures, position }));
  };

  it('is judged with the tile that the hub serves, fetched once', async () => {
    expect(await heard(300)).toEqual([{ check: 'seen', checked: 1, failures: 1, position: 800 }]);
    expect(hub.requests).toEqual(['/nmirf/log1/tile/0/001']);
  });

  it('is not judged with a tile of another tree, which is held against the hub', async () => {
    const another = (one: SyntheticHub): void => void (one.stored[300] = 'another leaf');
    expect(await heard(300, another)).toEqual([{ check: 'tiles', checked: 0, failures: 2, position: 256 }]);
  });
});

import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as browser from '../../libs/federation/src/crypto.browser.js';
import { publicKeyOf, sha256, signEd25519, verifierOver } from '../../libs/federation/src/crypto.node.js';
import { isAcceptablePoint } from '../../libs/federation/src/ed25519-encoding.js';
import { isPublicKey } from '../../libs/federation/src/public-key.js';
import { loadSodium } from '../../libs/federation/src/sodium.node.js';
import { itWith, readShared, readSharedJson } from '../harness/shared.js';

const sodium = loadSodium();
const itWithSodium = sodium ? it : it.skip;
const verifiers = {
  openssl: verifierOver(undefined).verify,
  noble: browser.verifyEd25519,
  ...(sodium && { libsodium: verifierOver(sodium).verify }),
};
const hex = (text: string) => Buffer.from(text, 'hex');

/** The one verdict of all verifiers; fails the test where they differ. */
function verdict(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const verdicts = Object.values(verifiers).map((verify) => verify(key, message, signature));
  expect(new Set(verdicts).size).toBe(1);
  return verdicts[0]!;
}

interface Wycheproof {
  readonly testGroups: readonly {
    readonly publicKey: { readonly pk: string };
    readonly tests: readonly { readonly tcId: number; readonly msg: string; readonly sig: string; readonly result: string }[];
  }[];
}

const { Point } = ed25519;
const order = Point.Fn.ORDER;
const smallOrder = Array.from({ length: 8 }, (_, i) =>
  i === 0 ? Point.ZERO : Point.fromHex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a').multiplyUnsafe(BigInt(i)),
);
const littleEndian = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
const scalarBytes = (n: bigint): Buffer => hex(n.toString(16).padStart(64, '0')).reverse();
const challenge = (R: Uint8Array, A: Uint8Array, message: Uint8Array): bigint =>
  littleEndian(createHash('sha512').update(R).update(A).update(message).digest()) % order;

/** A signature that only the owner of a key can craft: torsion added to R, to the key, or to both. */
function craft(key: bigint, nonce: bigint, message: Uint8Array, torsionOfKey: number, torsionOfR: number) {
  const A = Point.BASE.multiply(key).add(smallOrder[torsionOfKey]!).toBytes();
  const R = Point.BASE.multiply(nonce).add(smallOrder[torsionOfR]!).toBytes();
  const s = (nonce + challenge(R, A, message) * key) % order;
  return { A, signature: Buffer.concat([R, scalarBytes(s)]) };
}

describe('Ed25519, one verdict everywhere', () => {
  itWith('vectors/wycheproof/ed25519_test.json')('agrees with every Wycheproof case', () => {
    const { testGroups } = readSharedJson<Wycheproof>('vectors/wycheproof/ed25519_test.json');
    const wrong = testGroups.flatMap(({ publicKey, tests }) =>
      tests
        .filter(({ msg, sig, result }) => verdict(hex(publicKey.pk), hex(msg), hex(sig)) !== (result === 'valid'))
        .map(({ tcId }) => tcId),
    );
    expect(testGroups.flatMap(({ tests }) => tests)).toHaveLength(151);
    expect(wrong).toEqual([]);
  });

  itWith('vectors/rfc8032/sign.input.gz')('signs and verifies the 1,024 known answers', () => {
    const lines = gunzipSync(readShared('vectors/rfc8032/sign.input.gz')).toString('ascii').trim().split('\n');
    expect(lines).toHaveLength(1_024);
    for (const [i, line] of lines.entries()) {
      const [secret, key, message, signed] = line.split(':').map(hex) as [Buffer, Buffer, Buffer, Buffer];
      const [seed, signature] = [secret.subarray(0, 32), signed.subarray(0, 64)];
      expect(Buffer.from(publicKeyOf(seed))).toEqual(key);
      expect(Buffer.from(signEd25519(seed, message))).toEqual(signature);
      expect(verifierOver(undefined).verify(key, message, signature)).toBe(true);
      if (sodium) expect(verifierOver(sodium).verify(key, message, signature)).toBe(true);
      // The browser's verifier is twenty times slower: a part of the set is enough to see it agree.
      if (i % 16 === 0) {
        expect(browser.verifyEd25519(key, message, signature)).toBe(true);
        expect(Buffer.from(browser.signEd25519(seed, message))).toEqual(signature);
        expect(Buffer.from(browser.publicKeyOf(seed))).toEqual(key);
      }
    }
  });

  it('refuses every message whose signature, key or text has one bit flipped', () => {
    const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(bytes32, fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.nat(), (seed, message, at) => {
        const [key, signature] = [Buffer.from(publicKeyOf(seed)), Buffer.from(signEd25519(seed, message))];
        expect(verdict(key, message, signature)).toBe(true);
        const whole = Buffer.concat([key, signature, message]);
        const bit = at % (whole.length * 8);
        whole[bit >> 3]! ^= 1 << (bit & 7);
        expect(verdict(whole.subarray(0, 32), whole.subarray(96), whole.subarray(32, 96))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses torsion in the key or in R, on which verifiers would differ', () => {
    for (let ofKey = 0; ofKey < 8; ofKey++) {
      for (let ofR = 0; ofR < 8; ofR++) {
        const { A, signature } = craft(0x1234567n, 0x7654321n, Buffer.from(`${ofKey}/${ofR}`), ofKey, ofR);
        expect(verdict(A, Buffer.from(`${ofKey}/${ofR}`), signature)).toBe(ofKey === 0 && ofR === 0);
      }
    }
  });

  it('refuses keys and R of small order and their non-canonical spellings', () => {
    const p = 2n ** 255n - 19n;
    const spellings = smallOrder.flatMap((point) => {
      const canonical = point.toBytes();
      const y = littleEndian(canonical) % 2n ** 255n;
      const over = y + p < 2n ** 255n ? [scalarBytes(y + p), scalarBytes(y + p + 2n ** 255n)] : [];
      const flipped = Buffer.from(canonical);
      flipped[31]! ^= 0x80;
      return [canonical, flipped, ...over];
    });
    const honest = publicKeyOf(Buffer.alloc(32, 1));
    for (const bytes of spellings) {
      expect(isAcceptablePoint(bytes)).toBe(false);
      expect(isPublicKey(bytes)).toBe(false);
      for (const s of [0n, 1n, order - 1n, order]) {
        const signature = Buffer.concat([bytes, scalarBytes(s)]);
        expect(verdict(bytes, Buffer.from('m'), signature)).toBe(false);
        expect(verdict(honest, Buffer.from('m'), signature)).toBe(false);
      }
    }
  });

  it('refuses a second spelling of s, and keys and signatures of another length', () => {
    const [seed, message] = [Buffer.alloc(32, 9), Buffer.from('message')];
    const [key, signature] = [publicKeyOf(seed), signEd25519(seed, message)];
    const malleable = Buffer.concat([signature.subarray(0, 32), scalarBytes(littleEndian(signature.subarray(32)) + order)]);
    expect(verdict(key, message, signature)).toBe(true);
    expect(verdict(key, message, malleable)).toBe(false);
    expect(verdict(key, message, signature.subarray(1))).toBe(false);
    expect(verdict(key.subarray(1), message, signature)).toBe(false);
    expect(verdict(Buffer.alloc(32, 0x02), message, signature)).toBe(false);
  });

  it('admits as keys only canonical points of the prime-order group', () => {
    const offCurve = Buffer.alloc(32);
    offCurve[0] = 2;
    const y = Buffer.alloc(32, 0xff);
    // Just below 2^255 - 19 but for one byte: the largest encodings that are still reduced.
    const large = Array.from({ length: 30 }, (_, i) => Buffer.alloc(32, 0xff).fill(0xfe, i + 1, i + 2));
    expect(large.filter((bytes) => !isAcceptablePoint(bytes))).toEqual([]);
    expect(isPublicKey(publicKeyOf(Buffer.alloc(32, 5)))).toBe(true);
    expect([offCurve, y, Buffer.alloc(31), smallOrder[1]!.add(Point.BASE).toBytes()].filter(isPublicKey)).toEqual([]);
  });

  itWithSodium('uses libsodium where it is installed', () => {
    expect(verifierOver(sodium).name).toBe('libsodium');
    expect(verifierOver(undefined).name).toBe('openssl');
  });

  it('asks whichever library it was given, behind the same checks', () => {
    const { verify } = verifierOver({
      crypto_sign_verify_detached: (signature, message, key) => verifiers.openssl(key, message, signature),
    });
    const [seed, message] = [Buffer.alloc(32, 4), Buffer.from('message')];
    expect(verify(publicKeyOf(seed), message, signEd25519(seed, message))).toBe(true);
    expect(verify(smallOrder[1]!.toBytes(), message, signEd25519(seed, message))).toBe(false);
  });

  it('does without libsodium where it is missing, or where it checks another equation', () => {
    const missing = () => {
      throw new Error('Cannot find module');
    };
    expect(loadSodium(missing)).toBeUndefined();
    expect(loadSodium(() => ({ crypto_sign_verify_detached: () => true }))).toBeUndefined();
  });

  it('hashes alike in both builds', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 4 }), fc.uint8Array(), (chunks, key) => {
        expect(Buffer.from(browser.sha256(...chunks))).toEqual(Buffer.from(sha256(...chunks)));
        expect(Buffer.from(sha256(...chunks))).toEqual(Buffer.from(sha256(Buffer.concat(chunks))));
        expect(browser.equalSecrets(key, Uint8Array.from(key))).toBe(true);
      }),
    );
  });
});

import { createRequire } from 'node:module';

export interface Sodium {
  crypto_sign_verify_detached(signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean;
}

/**
 * A signature over no bytes whose R carries torsion (R + T8 for R = 7·B, key 5·B). Verifiers that multiply by the cofactor accept it,
 * OpenSSL does not: a libsodium that does would split the network.
 */
const TORSION = {
  key: 'edc876d6831fd2105d0b4389ca2e283166469289146e2ce06faefe98b22548df',
  signature:
    'e9b2fe981587efae6478f48ba1fa60cec6126d0e26dde72a0a24f640dcd783e567c8ca218b81564094684342f5cfce50c9e4e99b83742dcf0b20b4a363bee106',
};

/** libsodium, where the optional `sodium-native` is installed and checks signatures exactly as OpenSSL does. */
export function loadSodium(load: (name: string) => unknown = createRequire(import.meta.url)): Sodium | undefined {
  try {
    const library = load('sodium-native') as Sodium;
    const { key, signature } = TORSION;
    const isLenient = library.crypto_sign_verify_detached(Buffer.from(signature, 'hex'), Buffer.alloc(0), Buffer.from(key, 'hex'));
    return isLenient ? undefined : library;
  } catch {
    return undefined;
  }
}

import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NodeId } from '@nmirf/contracts/network/names';
import { type AgreementKey, agreementKey } from '@nmirf/contracts/network/sealed';
import { agreementKid, type PrivateAgreementKey } from '@nmirf/federation/sealed-content';
import { writeKeyFile } from '@nmirf/replica/keys/key-files';

/**
 * The node's private keys for key agreement, one PKCS#8 file of mode 0600 each, named by the key. None is ever replaced: what was
 * sealed to an earlier one stands in the log, and is read there each time.
 */
export class AgreementKeys {
  constructor(
    private readonly folder: string,
    private readonly node: NodeId,
  ) {}

  /** Makes another key; answers its public half. */
  async make(): Promise<AgreementKey> {
    const { privateKey } = generateKeyPairSync('x25519');
    const { d: _, ...key } = jwkOf(privateKey);
    await writeKeyFile(this.folder, fileOf(agreementKid(this.node, key)), privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
    return key;
  }

  /** The first of these keys that lies here. */
  async first(kids: readonly string[]): Promise<{ readonly kid: string; readonly key: PrivateAgreementKey } | undefined> {
    for (const kid of kids.filter((one) => one.startsWith(`${this.node}#`))) {
      const pem = await readFile(join(this.folder, fileOf(kid)), 'utf8').catch(() => undefined);
      if (pem !== undefined) return { kid, key: jwkOf(createPrivateKey(pem)) };
    }
    return undefined;
  }
}

const fileOf = (kid: string): string => `agreement-${kid.slice(kid.indexOf('#') + 1).replaceAll(/[^A-Za-z0-9_-]/g, '')}.pem`;

const jwkOf = (key: KeyObject): PrivateAgreementKey => {
  const { d, ...open } = key.export({ format: 'jwk' });
  return { ...agreementKey.parse(open), d: String(d) };
};

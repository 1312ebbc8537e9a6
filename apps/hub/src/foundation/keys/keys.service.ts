import type { HubKeys } from '@nmirf/contracts/network/governance';
import type { PublicJwk } from '@nmirf/contracts/network/names';
import type { Signer } from '@nmirf/federation/keys';
import type { Trust } from '@nmirf/federation/trust';
import { KeyFiles } from '@nmirf/replica/keys/key-files';
import { KeyRing } from '@nmirf/replica/keys/key-ring';
import { Inject, Injectable } from '@nestjs/common';

export const KEYS_DIR = Symbol('keys folder');
type Use = keyof HubKeys;

/** The hub's private keys, read from their files when first needed. The log says which of them is in force. */
@Injectable()
export class KeysService {
  private readonly ring: KeyRing;

  constructor(@Inject(KEYS_DIR) private readonly folder: string) {
    this.ring = new KeyRing(folder, 'hub');
  }

  /** The signer in force for the log at `position`, its end when that is left out. Throws `KeyFileError`: the hub does not hold that key. */
  signer(use: Use, trust: Trust | undefined, position?: number): Promise<Signer> {
    return this.ring.signer(use, trust, position);
  }

  /** The public key that is to follow the one in force; its private key is made when there is none yet. */
  async next(use: Use, trust: Trust): Promise<PublicJwk> {
    return (await this.ring.next(use, trust)).publicKey;
  }

  /** The public keys; makes the private ones that are missing. */
  async ensure(): Promise<HubKeys> {
    const { msg, receipt, log } = await new KeyFiles(this.folder).ensure('msg', 'receipt', 'log');
    return { msg: msg.publicKey, receipt: receipt.publicKey, log: log.publicKey };
  }
}

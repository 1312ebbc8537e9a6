import type { HubKeys } from '@nmirf/contracts/network/governance';
import type { PublicJwk } from '@nmirf/contracts/network/names';
import type { Signer } from '@nmirf/federation/keys';
import type { Trust } from '@nmirf/federation/trust';
import { Problem } from '@nmirf/platform/http/problem';
import { KeyFileError, KeyFiles } from '@nmirf/replica/keys/key-files';
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

  /** The signer in force for the log at `position`, its end when that is left out. Throws `hub/not-in-force` where it is not held here. */
  async signer(use: Use, trust: Trust | undefined, position?: number): Promise<Signer> {
    const signer = await this.held(use, trust, position);
    if (!signer) throw new Problem('hub/not-in-force', 503);
    return signer;
  }

  /** The same, or undefined where the log names a key that is not held here: another server is the hub, or was, or will be. */
  async held(use: Use, trust: Trust | undefined, position?: number): Promise<Signer | undefined> {
    return this.ring.signer(use, trust, position).catch((error: unknown) => {
      if (error instanceof KeyFileError) return undefined;
      throw error;
    });
  }

  /** Whether this server is the hub that the log names: it can answer for messages and sign for the log. */
  async isHub(trust: Trust): Promise<boolean> {
    const signers = await Promise.all([this.held('receipt', trust), this.held('log', trust)]);
    return signers.every(Boolean);
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

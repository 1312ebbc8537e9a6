import type { NodeId } from '@nmirf/contracts/network/names';
import { cosign } from '@nmirf/federation/cosignature';
import { formatNote, parseNote } from '@nmirf/federation/note';
import { mayPublish, type Trust } from '@nmirf/federation/trust';
import { witnessKey } from '@nmirf/federation/witness';
import { OnBell } from '@nmirf/platform/queue/on-bell.decorator';
import { KeyFileError } from '@nmirf/replica/keys/key-files';
import { CheckpointStore } from '@nmirf/replica/log/checkpoint-store';
import { Cosignatures } from '@nmirf/replica/log/cosignatures';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isResting, type Link, LinkFacade } from '../../foundation/link/link.facade.js';
import { NodeKeysFacade } from '../../foundation/link/node-keys.facade.js';
import { HubClient, HubFailure } from './hub-client.js';

export const WITNESS = 'witness';
/** Nobody waits for a witness, and one word stands for all that came before it. */
const REST_MS = 500;

/**
 * Says to the network which checkpoint this node has verified. The checkpoint stands in the table before it is cosigned, and a second
 * root for its size cannot be stored, so this node never signs two histories.
 */
@Injectable()
export class WitnessWorker {
  constructor(
    private readonly db: DataSource,
    private readonly link: LinkFacade,
    private readonly keys: NodeKeysFacade,
    private readonly client: HubClient,
    private readonly checkpoints: CheckpointStore,
    private readonly cosignatures: Cosignatures,
    private readonly trust: TrustStore,
  ) {}

  @OnBell(WITNESS, { sweep: true, restMs: REST_MS })
  async witness(): Promise<void> {
    const [link, trust] = [await this.link.find(), await this.trust.current(this.db.manager)];
    const isOpen = link && (link.stopped?.only === 'sending' || !link.stopped) && !isResting(link);
    if (!isOpen || !trust || !mayPublish(trust, link.node, Number.MAX_SAFE_INTEGER)) return;
    const checkpoint = await this.checkpoints.latest();
    if (!checkpoint) return;
    const { text } = parseNote(checkpoint.note);
    const answer = await this.heard(link, text, checkpoint.size, trust);
    if (answer === undefined || parseNote(answer).text !== text) return;
    await this.db.transaction(async (tx) => {
      await this.cosignatures.keep(tx, checkpoint.size, parseNote(answer), trust);
      await this.link.cosigned(tx, checkpoint.size);
    });
  }

  /** This checkpoint with everybody's word under it; undefined when it is witnessed already, or the hub cannot say now. */
  private async heard(link: Link, text: string, size: number, trust: Trust): Promise<string | undefined> {
    try {
      if (size > link.cosignedSize) return await this.cosigned(link, text, trust);
      return (await this.cosignatures.witnessedSize(trust)) < size ? await this.client.checkpoint(link) : undefined;
    } catch (error) {
      // Nothing waits for a witness, and the line's troubles are told by the queue and the puller.
      if (error instanceof HubFailure || error instanceof KeyFileError || (error as { code?: unknown }).code !== undefined)
        return undefined;
      throw error;
    }
  }

  private async cosigned(link: Link, text: string, trust: Trust): Promise<string> {
    const [signer, [first, ...others]] = [await this.keys.signer('wit', trust), await this.keys.candidates(trust)];
    const key = witnessKey(link.node as NodeId, signer.publicKey.x);
    const time = Math.floor(this.client.now() / 1_000);
    const note = formatNote({ text, signatures: [cosign(text, key, time, (message) => signer.sign(message))] });
    return this.client.cosign(link, note, [first, ...others]);
  }
}

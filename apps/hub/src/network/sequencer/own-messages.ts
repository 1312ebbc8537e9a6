import { randomBytes } from 'node:crypto';
import { type DataOf, type MessageType, messageTypes } from '@nmirf/contracts/network/message-types';
import { toBase64url } from '@nmirf/federation/base64url';
import { expectedPlace } from '@nmirf/federation/chain';
import { uuidv7 } from '@nmirf/federation/ids';
import { openMessage, seal } from '@nmirf/federation/message';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { KeysService } from '../../foundation/keys/keys.service.js';
import { type Placed, Sequencer } from './sequencer.js';

/** What the hub itself says in the log. It takes the same path as everybody: signed, chained, checked. */
@Injectable()
export class OwnMessages {
  constructor(
    private readonly sequencer: Sequencer,
    private readonly keys: KeysService,
    private readonly trust: TrustStore,
    private readonly db: DataSource,
  ) {}

  /** Says it to everyone; resolves once it is durable. Throws the problem that the log's present state refuses it with. */
  async say<Type extends MessageType>(type: Type, subject: string, data: DataOf<Type>): Promise<Placed> {
    const signer = await this.keys.signer('msg', await this.trust.current(this.db.manager));
    return this.sequencer.append(({ head, seen }) => {
      const { jws } = seal(
        {
          ...{ specversion: '1.0', id: uuidv7(Date.now(), randomBytes(10)), source: 'hub', type, subject, time: new Date().toISOString() },
          ...{ datacontenttype: 'application/json', dataschema: messageTypes[type].dataschema },
          ...expectedPlace(head),
          ...{ aud: '*', seen: `${seen.size}:${toBase64url(seen.frontier.root())}`, salt: toBase64url(randomBytes(16)) },
          data: data as Record<string, unknown>,
        },
        signer,
      );
      return Promise.resolve(openMessage(jws, (kid) => (kid === signer.kid ? { x: signer.publicKey.x, use: 'msg' } : undefined)));
    });
  }
}

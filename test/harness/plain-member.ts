import { randomBytes, randomUUID } from 'node:crypto';
import type { ChainHead, Envelope } from '@nmirf/contracts/network/envelope';
import { PART_TYPE } from '@nmirf/contracts/files/file';
import { type MessageType, messageTypes } from '@nmirf/contracts/network/message-types';
import type { NodeId } from '@nmirf/contracts/network/names';
import type { Receipt } from '@nmirf/contracts/network/receipt';
import { toBase64url } from '@nmirf/federation/base64url';
import { expectedPlace } from '@nmirf/federation/chain';
import { signRequest, type SignatureTimes } from '@nmirf/federation/http-signature';
import type { Signer } from '@nmirf/federation/keys';
import { hashOfMessage, seal } from '@nmirf/federation/message';
import { openReceipt } from '@nmirf/federation/receipt';
import { publishedPractice } from './published-practices.js';

export const MESSAGES = 'application/vnd.nmirf.jws-lines';

interface Sending {
  readonly type?: string;
  readonly times?: Partial<SignatureTimes>;
  readonly signer?: Signer;
  /** Another address than the one that the signature names. */
  readonly to?: string;
}

/** A member of the network without a server: it says by hand what a node would never say. */
export class PlainMember {
  head: ChainHead | undefined;

  constructor(
    readonly id: NodeId,
    readonly signer: Signer,
    private readonly hub: string,
  ) {}

  /** What the member's next message says; `changes` make it another one. */
  envelope(changes: Partial<Envelope> = {}): Envelope {
    const data = publishedPractice();
    return {
      ...{ specversion: '1.0', id: randomUUID(), source: this.id, type: 'practice.published.v1', subject: `practice:${data.practice}` },
      ...{
        time: new Date().toISOString(),
        datacontenttype: 'application/json',
        dataschema: messageTypes['practice.published.v1'].dataschema,
      },
      ...expectedPlace(this.head),
      ...{ aud: '*', seen: `0:${'A'.repeat(43)}`, salt: toBase64url(randomBytes(16)), data: { ...data } },
      ...changes,
    };
  }

  message(changes: Partial<Envelope> = {}): string {
    return seal(this.envelope(changes), this.signer).jws;
  }

  /** Goes on as if a message had been accepted, so that several can travel in one batch. */
  heard(message: string): void {
    const { epoch, seq } = JSON.parse(Buffer.from(message.split('.')[1]!, 'base64url').toString('utf8')) as Envelope;
    this.head = { epoch, seq, hash: toBase64url(hashOfMessage(message)) };
  }

  said(type: MessageType, data: Record<string, unknown>, subject = 'network', aud: Envelope['aud'] = '*'): string {
    return this.message({ type, subject, dataschema: messageTypes[type].dataschema, data, aud });
  }

  /** The headers of a signed request to the messages' door. */
  headers(body: Buffer, { type = MESSAGES, times = {}, signer = this.signer }: Sending = {}): Record<string, string> {
    const created = times.created ?? Math.floor(Date.now() / 1_000);
    const nonce = times.nonce ?? randomBytes(16).toString('base64url');
    const headers = { 'content-type': type };
    const request = { method: 'POST', url: `${this.hub}/nmirf/v1/messages`, headers, body };
    return { ...headers, ...signRequest(request, signer, { created, expires: times.expires ?? created + 60, nonce }) };
  }

  /** Asks the hub about a file, or brings a part of it. */
  blob(method: 'GET' | 'HEAD' | 'PUT', address: string, body?: Buffer, more: Readonly<Record<string, string>> = {}): Promise<Response> {
    const url = `${this.hub}/nmirf/v1/blobs/${address}`;
    const [created, nonce] = [Math.floor(Date.now() / 1_000), randomBytes(16).toString('base64url')];
    const headers: Record<string, string> = { ...(body && { 'content-type': PART_TYPE }), ...more };
    const signature = signRequest({ method, url, headers, ...(body && { body }) }, this.signer, { created, expires: created + 60, nonce });
    return fetch(url, { method, headers: { ...headers, ...signature, ...more }, ...(body && { body: new Uint8Array(body) }) });
  }

  post(body: Buffer | readonly string[], sending: Sending = {}): Promise<Response> {
    const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body.map((line) => `${line}\n`).join(''), 'latin1');
    return this.send(bytes, this.headers(bytes, sending), sending.to);
  }

  send(body: Buffer, headers: Record<string, string>, to = this.hub): Promise<Response> {
    return fetch(`${to}/nmirf/v1/messages`, { method: 'POST', headers, body: new Uint8Array(body) });
  }

  /** Posts messages and reads the receipt; what was accepted becomes the head of the member's chain. */
  async say(receiptKey: { readonly x: string }, ...lines: readonly string[]): Promise<Receipt> {
    const answer = await this.post(lines);
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(text);
    const receipt = openReceipt(text, () => receiptKey);
    this.head = receipt.head;
    return receipt;
  }
}

import type { NodeId } from '@nmirf/contracts/network/names';
import { sourceOfKid } from '@nmirf/federation/keys';
import { type RequestSignature, verifyRequest } from '@nmirf/federation/http-signature';
import { ProtocolProblem } from '@nmirf/federation/problems';
import { keyAt, mayPublish, mayRead, statusAt, type Trust } from '@nmirf/federation/trust';
import type { Problem } from '@nmirf/platform/http/problem';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { protocolProblem } from './protocol-problem.js';
import { RequestNonces } from './request-nonces.js';

export const PUBLIC_URL = Symbol('public address');
const END = Number.MAX_SAFE_INTEGER;

/** A member, what the membership was when it asked, and which of its keys signed. */
export interface SignedBy {
  readonly node: NodeId;
  readonly trust: Trust;
  readonly use: 'msg' | 'rec';
}

/** Finds out which node sent a request, by its signature (RFC 9421), and what that node may do now. */
@Injectable()
export class NodeRequests {
  constructor(
    private readonly db: DataSource,
    private readonly trust: TrustStore,
    private readonly nonces: RequestNonces,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  /**
   * The node behind a request that may publish, and the bytes it sent, which are there only for the media types this server takes.
   * Throws the problems of the protocol.
   */
  async publisher(request: Request): Promise<SignedBy & { readonly body: Buffer }> {
    const body: unknown = request.body;
    if (!Buffer.isBuffer(body)) throw protocolProblem('media-type');
    const signed = await this.signed(request);
    if (!mayPublish(signed.trust, signed.node, END, signed.use)) throw forbidden(signed.trust, signed.node);
    return { ...signed, body };
  }

  /** The member behind a request about itself, signed with its message or its recovery key. */
  async member(request: Request): Promise<SignedBy> {
    const signed = await this.signed(request);
    if (!mayRead(signed.trust, signed.node, END)) throw forbidden(signed.trust, signed.node);
    return signed;
  }

  /** The node behind a request that may read; undefined when the request carries no signature at all. */
  async reader(request: Request): Promise<NodeId | undefined> {
    if (request.headers['signature-input'] === undefined) return undefined;
    const { node, trust, use } = await this.signed(request);
    if (use !== 'msg') throw protocolProblem('key-unknown');
    if (!mayRead(trust, node, END)) throw forbidden(trust, node);
    return node;
  }

  private async signed(request: Request): Promise<SignedBy> {
    const trust = await this.trust.current(this.db.manager);
    if (!trust) throw protocolProblem('overloaded');
    const now = Date.now();
    try {
      const { kid, nonce } = this.verified(request, trust, now);
      if (!(await this.nonces.isFirst(kid, nonce, now))) throw new ProtocolProblem('signature-invalid');
      return { node: sourceOfKid(kid) as NodeId, trust, use: keyAt(trust, kid, END)!.use };
    } catch (error) {
      throw error instanceof ProtocolProblem ? asProblem(error, now) : error;
    }
  }

  /**
   * A request is signed for the address it went to: this server's, or any that the log names for this hub. A node that was away knows an
   * older one, and one that has just read the decision is ahead of this server's own surroundings.
   */
  private verified(request: Request, trust: Trust, now: number): RequestSignature {
    const addresses = [...new Set([this.publicUrl, ...trust.hub.addresses])];
    const { method, headers, originalUrl } = request;
    const body = Buffer.isBuffer(request.body) ? request.body : undefined;
    const verifyAt = (address: string): RequestSignature =>
      verifyRequest({ method, url: address + originalUrl, headers, body }, (id) => keyAt(trust, id, END), Math.floor(now / 1_000));
    for (const address of addresses.slice(0, -1)) {
      try {
        return verifyAt(address);
      } catch (error) {
        if (!(error instanceof ProtocolProblem) || error.code !== 'signature-invalid') throw error;
      }
    }
    return verifyAt(addresses.at(-1)!);
  }
}

const asProblem = ({ code }: ProtocolProblem, now: number): Problem =>
  protocolProblem(code, code === 'clock-skew' ? { serverTime: new Date(now).toISOString() } : {});

const forbidden = (trust: Trust, node: string): Problem =>
  protocolProblem(statusAt(trust, node, END) === 'suspended' ? 'node-suspended' : 'node-revoked');

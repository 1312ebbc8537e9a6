import type { NodeId } from '@nmirf/contracts/network/names';
import { sourceOfKid } from '@nmirf/federation/keys';
import { verifyRequest } from '@nmirf/federation/http-signature';
import { ProtocolProblem } from '@nmirf/federation/problems';
import { keyFor, mayPublish, mayRead, statusAt, type Trust } from '@nmirf/federation/trust';
import { Problem } from '@nmirf/platform/http/problem';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';

export const PUBLIC_URL = Symbol('public address');
const END = Number.MAX_SAFE_INTEGER;
const NONCE_MS = 10 * 60_000;

/** Finds out which node sent a request, by its signature (RFC 9421), and what that node may do now. */
@Injectable()
export class NodeRequests {
  private readonly nonces = new Map<string, number>();

  constructor(
    private readonly db: DataSource,
    private readonly trust: TrustStore,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  /** The node behind a request that may publish. Throws the problems of §11. */
  async publisher(request: Request): Promise<{ readonly node: NodeId; readonly trust: Trust }> {
    const signed = await this.signed(request);
    if (!mayPublish(signed.trust, signed.node, END)) throw forbidden(signed.trust, signed.node);
    return signed;
  }

  /** The node behind a request that may read; undefined when the request carries no signature at all. */
  async reader(request: Request): Promise<NodeId | undefined> {
    if (request.headers['signature-input'] === undefined) return undefined;
    const { node, trust } = await this.signed(request);
    if (!mayRead(trust, node, END)) throw forbidden(trust, node);
    return node;
  }

  private async signed(request: Request): Promise<{ node: NodeId; trust: Trust }> {
    const trust = await this.trust.current(this.db.manager);
    if (!trust) throw new Problem('overloaded', 503);
    const now = Date.now();
    try {
      const body = Buffer.isBuffer(request.body) ? request.body : undefined;
      const signed = { method: request.method, url: this.publicUrl + request.originalUrl, headers: request.headers, body };
      const { kid, nonce } = verifyRequest(signed, (id) => keyFor(trust, id, END, 'msg'), Math.floor(now / 1_000));
      this.once(`${kid} ${nonce}`, now);
      return { node: sourceOfKid(kid) as NodeId, trust };
    } catch (error) {
      throw error instanceof ProtocolProblem ? asProblem(error, now) : error;
    }
  }

  /** A request is heard once; what it carries is idempotent besides, so a restart forgetting nonces harms nothing. */
  private once(nonce: string, now: number): void {
    if (this.nonces.has(nonce)) throw new ProtocolProblem('signature-invalid');
    this.nonces.set(nonce, now);
    for (const [old, seen] of this.nonces) {
      if (seen > now - NONCE_MS) break;
      this.nonces.delete(old);
    }
  }
}

const asProblem = ({ code, status, retry }: ProtocolProblem, now: number): Problem =>
  new Problem(code, status, {}, { retry, ...(code === 'clock-skew' && { members: { serverTime: new Date(now).toISOString() } }) });

const forbidden = (trust: Trust, node: string): Problem =>
  statusAt(trust, node, END) === 'suspended'
    ? new Problem('node-suspended', 403, {}, { retry: 'later' })
    : new Problem('node-revoked', 403, {}, { retry: 'never' });

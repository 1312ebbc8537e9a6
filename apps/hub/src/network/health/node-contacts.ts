import type { NodeId } from '@nmirf/contracts/network/names';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Written at most this often for each node: a node that catches up asks many times a second. */
const EVERY_MS = 5_000;

const SAW = `
  insert into node_contact (node, last_contact_at, verified_size) values ($1, now(), $2)
  on conflict (node) do update set last_contact_at = now(), verified_size = excluded.verified_size`;

const REFUSED = `
  insert into node_contact (node, last_contact_at, refusals, refusal_code, refusal_at) values ($1, now(), 1, $2, now())
  on conflict (node) do update set last_contact_at = now(), refusals = node_contact.refusals + 1, refusal_code = excluded.refusal_code, refusal_at = now()`;

/** Notes what the hub hears from its members. It never makes a node wait: a note that is lost is made again by the next request. */
@Injectable()
export class NodeContacts {
  private readonly logger = new Logger(NodeContacts.name);
  private readonly noted = new Map<NodeId, number>();
  /** What is noted when the node's turn comes again: the last it asked for. */
  private readonly waiting = new Map<NodeId, number>();

  constructor(private readonly db: DataSource) {}

  /** The node asked for what comes behind `verifiedSize`. */
  saw(node: NodeId, verifiedSize: number, now: number): void {
    const early = (this.noted.get(node) ?? 0) + EVERY_MS - now;
    if (early > 0) return this.later(node, verifiedSize, early);
    this.noted.set(node, now);
    this.write(SAW, [node, verifiedSize]);
  }

  /** The hub refused a message of the node. */
  refused(node: NodeId, code: string): void {
    this.write(REFUSED, [node, code]);
  }

  private later(node: NodeId, verifiedSize: number, ms: number): void {
    const isPlanned = this.waiting.has(node);
    this.waiting.set(node, verifiedSize);
    if (isPlanned) return;
    const note = (): void => {
      const last = this.waiting.get(node) ?? verifiedSize;
      this.waiting.delete(node);
      this.saw(node, last, Date.now());
    };
    setTimeout(note, ms).unref();
  }

  private write(statement: string, values: readonly unknown[]): void {
    this.db.query(statement, [...values]).catch((error: unknown) => this.logger.warn(error instanceof Error ? error.message : 'not noted'));
  }
}

import type { NodeId } from '@nmirf/contracts/network/names';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Written at most this often for each node: a node that catches up asks many times a second. */
const EVERY_MS = 5_000;

/** What another process of the hub has heard since is left as it is; the database's clock is everybody's. */
const SAW = `
  insert into node_contact (node, last_contact_at, verified_size) values ($1, now() - $3 * interval '1 millisecond', $2)
  on conflict (node) do update set last_contact_at = excluded.last_contact_at, verified_size = excluded.verified_size
   where node_contact.last_contact_at <= excluded.last_contact_at or node_contact.verified_size is null`;

const REFUSED = `
  insert into node_contact (node, last_contact_at, refusals, refusal_code, refusal_at) values ($1, now(), 1, $2, now())
  on conflict (node) do update set refusals = node_contact.refusals + 1, refusal_code = excluded.refusal_code, refusal_at = now()`;

interface Contact {
  readonly verifiedSize: number;
  /** Unix milliseconds. */
  readonly at: number;
}

/** Notes what the hub hears from its members. It never makes a node wait: a note that is lost is made again by the next request. */
@Injectable()
export class NodeContacts {
  private readonly logger = new Logger(NodeContacts.name);
  private readonly noted = new Map<NodeId, number>();
  /** What is noted when the node's turn comes again: the last it asked for. */
  private readonly waiting = new Map<NodeId, Contact>();

  constructor(private readonly db: DataSource) {}

  /** The node asked for what comes behind `verifiedSize`. */
  saw(node: NodeId, verifiedSize: number, now: number): void {
    const contact = { verifiedSize, at: now };
    const early = (this.noted.get(node) ?? 0) + EVERY_MS - now;
    if (early > 0) this.later(node, contact, early);
    else this.note(node, contact, now);
  }

  /** The hub refused a message of the node. */
  refused(node: NodeId, code: string): void {
    this.write(REFUSED, [node, code]);
  }

  private later(node: NodeId, contact: Contact, ms: number): void {
    const isPlanned = this.waiting.has(node);
    this.waiting.set(node, contact);
    if (isPlanned) return;
    const noteLast = (): void => {
      const last = this.waiting.get(node) ?? contact;
      this.waiting.delete(node);
      this.note(node, last, Date.now());
    };
    setTimeout(noteLast, ms).unref();
  }

  private note(node: NodeId, { verifiedSize, at }: Contact, now: number): void {
    this.noted.set(node, now);
    this.write(SAW, [node, verifiedSize, Math.max(0, now - at)]);
  }

  private write(statement: string, values: readonly unknown[]): void {
    this.db.query(statement, [...values]).catch((error: unknown) => this.logger.warn(error instanceof Error ? error.message : 'not noted'));
  }
}

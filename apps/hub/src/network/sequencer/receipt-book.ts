import { randomUUID } from 'node:crypto';
import type { Receipt as ReceiptPayload } from '@nmirf/contracts/network/receipt';
import type { Signer } from '@nmirf/federation/keys';
import { sealReceipt } from '@nmirf/federation/receipt';
import type { Part } from '@nmirf/platform/database/together';

/** A receipt before it is sealed. */
export type Answer = Omit<ReceiptPayload, 'network'>;

const KEEP = `
  receipts as (
    insert into receipt (id, source, batch, jws, answered_at)
    select id, source, decode(batch, 'hex'), jws, now() from json_to_recordset($1) as receipt(id uuid, source text, batch text, jws text))`;

/** The receipts of one transaction: sealed one by one, and kept beside what they answer. */
export class ReceiptBook {
  private readonly rows: { id: string; source: string; batch: string; jws: string }[] = [];

  constructor(private readonly signer: Signer) {}

  seal(network: string, answer: Answer): string {
    const jws = sealReceipt({ network, ...answer }, this.signer);
    this.rows.push({ id: randomUUID(), source: answer.to, batch: Buffer.from(answer.batch, 'base64url').toString('hex'), jws });
    return jws;
  }

  /** What keeps them, beside what else a statement does. */
  keeping(): readonly Part[] {
    return this.rows.length > 0 ? [{ text: KEEP, values: [JSON.stringify(this.rows)] }] : [];
  }
}

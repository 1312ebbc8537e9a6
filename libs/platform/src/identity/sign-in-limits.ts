import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '../http/problem.js';
import { IDENTITY_OPTIONS, type IdentityOptions, secretsOf } from './identity-options.js';

const MOST_FAILURES = 10;
const WINDOW = '15 minutes';

/** One household or office has a whole /64 of IPv6: counting single addresses there counts nothing. */
const networkOf = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail = ''] = address.split('::');
  const [left, right] = [head.split(':').filter(Boolean), tail.split(':').filter(Boolean)];
  const groups = address.includes('::')
    ? [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
    : left;
  return groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
};

const COUNT = `
  insert into sign_in_count as counted (key, since, failures) select key, now(), 1 from unnest($1::bytea[]) key order by key
  on conflict (key) do update set
    failures = case when counted.since < now() - interval '${WINDOW}' then 1 else counted.failures + 1 end,
    since = case when counted.since < now() - interval '${WINDOW}' then now() else counted.since end
  returning failures, ceil(extract(epoch from since + interval '${WINDOW}' - now()))::int as seconds`;

/**
 * Guessing passwords is slow: after ten failures in a quarter of an hour an account, and a network address, must wait. An attempt
 * counts before the password is looked at, so that many at once gain nothing; a success takes its count back.
 */
@Injectable()
export class SignInLimits {
  private readonly secret: string;

  constructor(
    private readonly db: DataSource,
    @Inject(IDENTITY_OPTIONS) options: IdentityOptions,
  ) {
    this.secret = secretsOf(options)[0] ?? '';
  }

  /** Counts an attempt; throws `session/too-many-attempts` (429 with `Retry-After`) past the limit. */
  async attempt(email: string, address: string): Promise<void> {
    const counts: { failures: number; seconds: number }[] = await this.db.query(COUNT, [this.keys(email, address)]);
    const waits = counts.filter(({ failures }) => failures > MOST_FAILURES).map(({ seconds }) => Math.max(1, seconds));
    if (waits.length === 0) return;
    const seconds = Math.max(...waits);
    const minutes = Math.ceil(seconds / 60);
    throw new Problem('session/too-many-attempts', 429, { minutes }, { retry: 'later', headers: { 'retry-after': String(seconds) } });
  }

  /** Takes back the count of an attempt that succeeded, forgets the account's failures and every window that is over. */
  async succeeded(email: string, address: string): Promise<void> {
    const [account, network] = this.keys(email, address);
    await this.db.query(`delete from sign_in_count where key = $1 or since < now() - interval '${WINDOW}'`, [account]);
    await this.db.query('update sign_in_count set failures = greatest(failures - 1, 0) where key = $1', [network]);
  }

  private keys(email: string, address: string): [Buffer, Buffer] {
    return [this.key('account', email.trim().toLowerCase()), this.key('network', networkOf(address))];
  }

  private key(kind: string, value: string): Buffer {
    return createHmac('sha256', this.secret).update(`${kind}\n${value}`).digest();
  }
}

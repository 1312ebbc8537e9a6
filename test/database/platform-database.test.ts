import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { withLock, withLockInTurn } from '@nmirf/platform/database/advisory-lock';
import { copyRows } from '@nmirf/platform/database/copy';
import { migrate } from '@nmirf/platform/database/migrate';
import { Notifications } from '@nmirf/platform/database/notifications';
import { inOneTurn } from '@nmirf/platform/database/one-turn';
import { Outbox } from '@nmirf/platform/events/outbox';
import { DataSource, type EntityManager } from 'typeorm';
import { freshDatabase, type TestDatabase } from '../harness/postgres.js';
import { eventually } from '../harness/waiting.js';
import { bootTestServer, Listener, noteWritten } from './platform-server.js';

let database: TestDatabase;
let app: NestExpressApplication;
let other: NestExpressApplication;
let db: DataSource;

beforeAll(async () => {
  database = await freshDatabase('platform_database');
  // Two servers that start together on an empty database take turns at its migrations.
  [app, other] = await Promise.all([bootTestServer(database.url), bootTestServer(database.url)]);
  db = app.get(DataSource);
});
afterAll(async () => {
  await Promise.all([app.close(), other.close()]);
  await database.drop();
});

describe('migrations', () => {
  it('run once', async () => expect(await migrate(db)).toEqual([]));
});

describe('a lock', () => {
  it('is held by one, across connections and processes', async () => {
    const inside = await withLock(db, 'work', async () => {
      expect(await withLock(other.get(DataSource), 'work', async () => 'second')).toBeUndefined();
      expect(await withLock(other.get(DataSource), 'other work', async () => 'other')).toBe('other');
      return 'first';
    });
    expect(inside).toBe('first');
  });

  it('is given back by work that fails', async () => {
    await expect(withLock(db, 'work', () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await withLock(db, 'work', async () => 'again')).toBe('again');
  });

  it('can be waited for', async () => {
    const order: number[] = [];
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const first = withLockInTurn(db, 'turn', async () => {
      await gate;
      order.push(1);
    });
    const second = withLockInTurn(other.get(DataSource), 'turn', async () => void order.push(2));
    open();
    await Promise.all([first, second]);
    expect(order).toHaveLength(2);
  });
});

describe('a transaction, which begins with its first statement', () => {
  const COLUMN = { name: 'number', as: 'int', of: ({ number }: { readonly number: number }) => number } as const;
  const FIRST: Readonly<Record<string, (tx: EntityManager) => Promise<unknown>>> = {
    'without values': (tx) => tx.query('insert into kept (number) values (7)'),
    'with values': (tx) => tx.query('insert into kept (number) values ($1)', [7]),
    'that copies': (tx) => copyRows(tx, 'kept', [COLUMN], [{ number: 7 }]),
  };
  const numbers = async (): Promise<number[]> => {
    const rows: { number: number }[] = await db.query('select number from kept');
    return rows.map(({ number }) => number);
  };

  beforeAll(() => db.query('create table kept (number int unique)'));

  it.each(Object.entries(FIRST))('leaves nothing when it fails behind one %s, and else everything', async (_, first) => {
    const failing = db.transaction(async (tx) => {
      await first(tx);
      await tx.query('insert into kept (number) values (8)');
      throw new Error('failed');
    });
    await expect(failing).rejects.toThrow('failed');
    expect(await numbers()).toEqual([]);
    await db.transaction(first);
    expect(await numbers()).toEqual([7]);
    await expect(db.transaction(first)).rejects.toThrow(/unique/);
    expect(await numbers()).toEqual([7]);
    await db.query('delete from kept');
  });

  it('gives what its first statement gives', async () => {
    expect(await db.transaction((tx) => tx.query('select 7 as number'))).toEqual([{ number: 7 }]);
    expect(await db.transaction((tx) => tx.query('select $1::int as number', [7]))).toEqual([{ number: 7 }]);
    expect(await db.transaction((tx) => tx.query('update kept set number = $1', [7]))).toEqual([[], 0]);
  });

  it('may end with its last statement, which nothing follows', async () => {
    const last = { text: 'insert into kept (number) values ($1) returning number', values: [9], ends: true };
    const kept = await db.transaction(async (tx) => {
      await tx.query('insert into kept (number) values (8)');
      return inOneTurn(tx, last);
    });
    expect(kept).toEqual([{ number: 9 }]);
    expect(await numbers()).toEqual([8, 9]);
    const failing = db.transaction(async (tx) => {
      await tx.query('insert into kept (number) values (10)');
      return inOneTurn(tx, last);
    });
    await expect(failing).rejects.toThrow(/unique/);
    expect(await numbers()).toEqual([8, 9]);
    const going = db.transaction(async (tx) => {
      await inOneTurn(tx, { ...last, values: [11] });
      await tx.query('insert into kept (number) values (12)');
    });
    await expect(going).rejects.toThrow('The transaction has been committed');
    expect(await numbers()).toEqual([8, 9, 11]);
    expect(await db.transaction((tx) => inOneTurn(tx, { ...last, values: [13] }))).toEqual([{ number: 13 }]);
    await db.query('delete from kept');
  });

  it('sees behind a lock what was committed while it waited for it', async () => {
    await db.query('insert into kept (number) values (1)');
    let changed = (): void => undefined;
    const isChanged = new Promise<void>((resolve) => (changed = resolve));
    const first = db.transaction(async (tx) => {
      await tx.query('update kept set number = 2');
      changed();
      await eventually(async () => ((await db.query(`select from pg_locks where not granted`)).length > 0 ? true : undefined));
      await tx.query('insert into kept (number) values (3)');
    });
    await isChanged;
    const sum = { behind: 'select from kept for update', text: 'select sum(number)::int as sum from kept where number > $1', values: [0] };
    const [second] = await Promise.all([db.transaction((tx) => inOneTurn(tx, sum)), first]);
    expect(second).toEqual([{ sum: 5 }]);
    await db.query('delete from kept');
  });

  it('may hold nothing', async () => expect(await db.transaction(async () => 'nothing')).toBe('nothing'));
});

const next = (notifications: Notifications, channel: string): Promise<string> =>
  new Promise((resolve) => {
    const stop = notifications.listen(channel, (payload) => {
      stop();
      resolve(payload);
    });
  });

describe('a notification', () => {
  it('arrives when the transaction commits, and not when it fails', async () => {
    const heard = next(other.get(Notifications), 'news');
    await other.get(Notifications).ready();
    await db
      .transaction(async (tx) => {
        await app.get(Notifications).notify(tx, 'news', 'lost');
        throw new Error('undone');
      })
      .catch(() => undefined);
    await db.transaction((tx) => app.get(Notifications).notify(tx, 'news', 'kept'));
    expect(await heard).toBe('kept');
  });

  it('makes its listeners look again after a lost connection', async () => {
    const heard = next(app.get(Notifications), 'after a loss');
    await app.get(Notifications).ready();
    await db.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'nmirf-notifications' and datname = current_database()`,
    );
    expect(await heard).toBe('');
    const again = next(app.get(Notifications), 'after a loss');
    await app.get(Notifications).ready();
    await db.transaction((tx) => app.get(Notifications).notify(tx, 'after a loss', 'back'));
    expect(await again).toBe('back');
  });
});

/** Both servers work on the same deliveries: one of them heard it. */
const heard = (): string[] => [...app.get(Listener).heard, ...other.get(Listener).heard];
const until = async (met: () => boolean): Promise<void> => {
  while (!met()) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('a fact', () => {
  it('reaches its handler after the commit, once', async () => {
    const [kept, undone] = [randomUUID(), randomUUID()];
    await db
      .transaction(async (tx) => {
        await app.get(Outbox).record(tx, noteWritten, { noteId: undone });
        throw new Error('undone');
      })
      .catch(() => undefined);
    await db.transaction((tx) => app.get(Outbox).record(tx, noteWritten, { noteId: kept }));
    await until(() => heard().includes(kept));
    expect(heard()).toEqual([kept]);
    while ((await db.query('select 1 from event_delivery')).length > 0);
  });

  it('waits and is tried again when its handler fails', async () => {
    const noteId = randomUUID();
    app.get(Listener).failures = 1;
    other.get(Listener).failures = 1;
    await db.transaction((tx) => app.get(Outbox).record(tx, noteWritten, { noteId }));
    const due = async (): Promise<boolean> => (await db.query('select 1 from event_delivery where failures > 0')).length > 0;
    while (!(await due())) await new Promise((resolve) => setTimeout(resolve, 5));
    app.get(Listener).failures = 0;
    other.get(Listener).failures = 0;
    await db.query(`update event_delivery set due_at = now() - interval '1 second'`);
    await db.transaction((tx) => app.get(Notifications).notify(tx, 'events'));
    await until(() => heard().includes(noteId));
  });

  it('is refused when it does not say what it should', async () => {
    await expect(app.get(Outbox).record(db.manager, noteWritten, { noteId: 'none' })).rejects.toThrow();
  });
});

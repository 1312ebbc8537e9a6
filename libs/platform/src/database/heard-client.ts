import pg from 'pg';

const BEGIN = 'START TRANSACTION';
const BEGUN = { command: 'START', rowCount: null, oid: 0, fields: [], rows: [] } satisfies pg.QueryResult;

const END = 'COMMIT';
const ENDED = { ...BEGUN, command: 'COMMIT' } satisfies pg.QueryResult;

/** A statement of a transaction, and what travels and is answered with it. */
export interface Turn {
  /** Comes before it and is told nothing about: a lock, behind which the statement sees what others had committed by then. */
  readonly behind?: string;
  readonly text: string;
  readonly values: unknown[];
  /** It is the last of its transaction, which is committed with it: nothing that follows could take it back. */
  readonly ends?: boolean;
}

/** The result of one statement, out of those that came with it. */
const resultAt = (results: unknown, place: number): pg.QueryResult =>
  (Array.isArray(results) ? results.at(place) : results) as pg.QueryResult;

/**
 * A connection whose end is always heard. PostgreSQL that goes away may say so in the very packet that says a new connection is ready,
 * before whoever asked for it can listen; an `error` that nobody hears would end the process. Whoever uses the connection is told by
 * their next question, which fails.
 *
 * A transaction begins with its first statement: the two travel together, for each turn costs more than most statements.
 */
export class HeardClient extends pg.Client {
  private begins = false;
  private hasEnded = false;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
    const query = this.query.bind(this) as (...args: readonly unknown[]) => unknown;
    this.query = ((...args: readonly unknown[]) => this.asked(query, args)) as typeof this.query;
  }

  /** PostgreSQL 18, §54.2.3 "Extended Query": up to the next Sync, statements are sent and answered together, or none is done. */
  inOneTurn({ behind, text, values, ends = false }: Turn): Promise<pg.QueryResult> {
    const before = [...(this.begins ? [BEGIN] : []), ...(behind === undefined ? [] : [behind])];
    this.begins = false;
    return new Promise((resolve, reject) => {
      const done = (error: Error | undefined, results: unknown): void => {
        if (error) return reject(error);
        this.hasEnded = ends;
        resolve(resultAt(results, before.length));
      };
      super.query(surrounded(new pg.Query(text, values, done), before, ends ? [END] : []));
    });
  }

  private asked(query: (...args: readonly unknown[]) => unknown, args: readonly unknown[]): unknown {
    const [text, values] = args;
    if (this.hasEnded) return this.ended(text);
    if (text === BEGIN && values === undefined) {
      this.begins = true;
      return Promise.resolve(BEGUN);
    }
    if (!this.begins) return query(...args);
    if (typeof text === 'string' && args.length <= 2 && Array.isArray(values) && values.length > 0) return this.inOneTurn({ text, values });
    this.begins = false;
    if (typeof text === 'string' && args.length <= 2 && (values === undefined || Array.isArray(values)))
      return (query(`${BEGIN};${text}`) as Promise<unknown>).then((results) => resultAt(results, -1));
    // What is not told how to begin comes behind: the connection keeps the order.
    (query(BEGIN) as Promise<unknown>).catch(() => undefined);
    return query(...args);
  }

  /** Nobody may believe that what has been committed could be taken back, or that more belongs to it. */
  private ended(text: unknown): Promise<pg.QueryResult> {
    this.hasEnded = false;
    return text === END ? Promise.resolve(ENDED) : Promise.reject(new Error('The transaction has been committed'));
  }
}

function surrounded(statement: pg.Query, before: readonly string[], after: readonly string[]): pg.Query {
  const submit = statement.submit.bind(statement);
  statement.submit = (connection) => {
    const send = (text: string): void => {
      connection.parse({ name: '', text, types: [] }, false);
      connection.bind({ portal: '', statement: '', values: [] }, false);
      connection.execute(null, false);
    };
    const sync = (): void => {
      after.forEach(send);
      connection.sync();
    };
    connection.stream.cork();
    try {
      before.forEach(send);
      return submit(Object.create(connection, { sync: { value: sync } }) as pg.Connection);
    } finally {
      connection.stream.uncork();
    }
  };
  return statement;
}

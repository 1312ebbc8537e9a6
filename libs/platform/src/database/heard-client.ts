import pg from 'pg';

const BEGIN = 'START TRANSACTION';
const BEGUN = { command: 'START', rowCount: null, oid: 0, fields: [], rows: [] } satisfies pg.QueryResult;

/** The result of what a transaction begins with, out of those that came with it. */
const lastOf = (results: unknown): pg.QueryResult =>
  Array.isArray(results) ? (results.at(-1) as pg.QueryResult) : (results as pg.QueryResult);

/**
 * A connection whose end is always heard. PostgreSQL that goes away may say so in the very packet that says a new connection is ready,
 * before whoever asked for it can listen; an `error` that nobody hears would end the process. Whoever uses the connection is told by
 * their next question, which fails.
 *
 * A transaction begins with its first statement: the two travel together, for each turn costs more than most statements.
 */
export class HeardClient extends pg.Client {
  private begins = false;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
    const query = this.query.bind(this) as (...args: readonly unknown[]) => unknown;
    this.query = ((...args: readonly unknown[]) => this.asked(query, args)) as typeof this.query;
  }

  private asked(query: (...args: readonly unknown[]) => unknown, args: readonly unknown[]): unknown {
    const [text, values] = args;
    if (text === BEGIN && values === undefined) {
      this.begins = true;
      return Promise.resolve(BEGUN);
    }
    if (!this.begins) return query(...args);
    this.begins = false;
    if (typeof text === 'string' && args.length <= 2 && (values === undefined || Array.isArray(values)))
      return values === undefined || values.length === 0
        ? (query(`${BEGIN};${text}`) as Promise<unknown>).then(lastOf)
        : new Promise((resolve, reject) => {
            query(beginningWith(text, values, (error, results) => (error ? reject(error) : resolve(lastOf(results)))));
          });
    // What is not told how to begin comes behind: the connection keeps the order.
    (query(BEGIN) as Promise<unknown>).catch(() => undefined);
    return query(...args);
  }
}

/** PostgreSQL 18, §54.2.3 "Extended Query": up to the next Sync, statements are sent and answered together. */
function beginningWith(text: string, values: unknown[], done: (error: Error | undefined, results: unknown) => void): pg.Query {
  const statement = new pg.Query(text, values, done);
  const submit = statement.submit.bind(statement);
  statement.submit = (connection) => {
    connection.stream.cork();
    try {
      connection.parse({ name: '', text: BEGIN, types: [] }, false);
      connection.bind({ portal: '', statement: '', values: [] }, false);
      connection.execute(null, false);
      return submit(connection);
    } finally {
      connection.stream.uncork();
    }
  };
  return statement;
}

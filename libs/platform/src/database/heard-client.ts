import pg from 'pg';

/**
 * A connection whose end is always heard. PostgreSQL that goes away may say so in the very packet that says a new connection is ready,
 * before whoever asked for it can listen; an `error` that nobody hears would end the process. Whoever uses the connection is told by
 * their next question, which fails.
 */
export class HeardClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

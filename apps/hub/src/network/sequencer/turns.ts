/** A request's place in the order in which requests came in on one connection. */
export interface Turn {
  /** Resolves when every request before this one has passed. */
  readonly come: Promise<void>;
  /** Lets the next one go; does nothing the second time. */
  pass(): void;
}

/**
 * A node sends its next batch before the last one is answered, on the same connection. Batches are checked and handed to the sequencer in
 * the order in which they came: while one gets its places, the next is checked.
 */
export class Turns {
  private readonly last = new WeakMap<object, Promise<void>>();

  /** Call it before anything is awaited: the order of the calls is the order of the turns. */
  take(connection: object): Turn {
    const come = this.last.get(connection) ?? Promise.resolve();
    let pass = (): void => undefined;
    const passed = new Promise<void>((resolve) => (pass = resolve));
    this.last.set(
      connection,
      come.then(() => passed),
    );
    return { come, pass: () => pass() };
  }
}

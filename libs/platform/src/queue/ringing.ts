/** Runs one handler: never twice at once, and once more when it was rung while it ran. */
export class Ringing {
  private running: Promise<void> | undefined;
  private again: Promise<void> | undefined;
  private stopped = false;

  /** `handler` never rejects. */
  constructor(private readonly handler: () => Promise<void>) {}

  get isQuiet(): boolean {
    return this.running === undefined;
  }

  /** Resolves when a run that began after this call has ended. */
  ring(): Promise<void> {
    if (this.stopped) return Promise.resolve();
    if (this.running === undefined) return this.start();
    // Somebody may have begun a run between the end of the last one and this moment: never two at once.
    this.again ??= this.running.then(() => this.running ?? this.start());
    return this.again;
  }

  /** Resolves when nothing runs and nothing waits. */
  async quiet(): Promise<void> {
    while (this.running !== undefined || this.again !== undefined) await (this.again ?? this.running);
  }

  /** Lets a run that has begun end, and begins no other. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private start(): Promise<void> {
    this.again = undefined;
    if (this.stopped) return Promise.resolve();
    const run = this.handler().then(() => {
      if (this.running === run) this.running = undefined;
    });
    this.running = run;
    return run;
  }
}

/** Between two runs: over when its time has come, or when somebody ends it. */
interface Rest {
  readonly over: Promise<void>;
  readonly end: () => void;
}

/** Runs one handler: never twice at once, once more when it was rung while it ran, and again only after a rest. */
export class Ringing {
  private running: Promise<void> | undefined;
  private again: Promise<void> | undefined;
  private rest: Rest | undefined;
  private stopped = false;

  /** `handler` never rejects. */
  constructor(
    private readonly handler: () => Promise<void>,
    private readonly restMs = 0,
  ) {}

  get isQuiet(): boolean {
    return this.running === undefined && this.again === undefined;
  }

  /** Resolves when a run that began after this call has ended. */
  ring(): Promise<void> {
    if (this.stopped) return Promise.resolve();
    if (this.running === undefined && this.rest === undefined) return this.start();
    this.again ??= this.startAgain();
    return this.again;
  }

  /** Resolves when nothing runs and nothing waits. Nobody rests meanwhile. */
  async quiet(): Promise<void> {
    while (!this.isQuiet) {
      this.rest?.end();
      await (this.running ?? this.again);
    }
  }

  /** Lets a run that has begun end, and begins no other. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.rest?.end();
    await this.running;
  }

  private async startAgain(): Promise<void> {
    await this.running;
    await this.rest?.over;
    // Somebody may have begun a run meanwhile: never two at once.
    await (this.running ?? this.start());
  }

  private start(): Promise<void> {
    this.again = undefined;
    if (this.stopped) return Promise.resolve();
    const run = this.handler().then(() => {
      if (this.running !== run) return;
      this.running = undefined;
      if (this.restMs > 0 && !this.stopped) this.rest = this.restFor(this.restMs);
    });
    this.running = run;
    return run;
  }

  private restFor(ms: number): Rest {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms).unref();
      end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    const over = ended.then(() => {
      this.rest = undefined;
    });
    return { over, end };
  }
}

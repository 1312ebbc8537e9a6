import { fileURLToPath } from 'node:url';
import { parentPort, Worker } from 'node:worker_threads';

/** Megabytes for what is young and for what lives on: a thread keeps nothing but its program. */
const LIMITS = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 64 };
/** A thread that nobody asks gives its memory back. */
const IDLE_MS = 30_000;

interface Waiting<Told> {
  readonly told: (answer: Told) => void;
  readonly failed: (error: Error) => void;
}

/**
 * A second core for work that needs nothing but the processor: asked by messages, which it answers in their order. It begins with the
 * first question, so a server that is never busy has none.
 */
export class Thread<Question, Told> {
  private worker: Worker | undefined;
  private waiting: Waiting<Told>[] = [];
  private idle: NodeJS.Timeout | undefined;

  /** `file`: the module that calls `answer`, without its ending, beside the module `of`. */
  constructor(
    private readonly file: string,
    private readonly of: string,
  ) {}

  /** Rejects when the thread fails; it begins anew with the next question. */
  ask(question: Question): Promise<Told> {
    clearTimeout(this.idle);
    return new Promise((told, failed) => {
      this.worker ??= this.begin();
      this.worker.ref();
      this.waiting.push({ told, failed });
      this.worker.postMessage(question);
    });
  }

  /** Whoever still waits is refused. */
  async close(): Promise<void> {
    const { worker } = this;
    this.end(new Error('The thread was ended'));
    await worker?.terminate();
  }

  private begin(): Worker {
    const worker = new Worker(builtFile(this.file, this.of), { resourceLimits: LIMITS, execArgv: [] });
    worker.on('message', (answer: Told) => this.worker === worker && this.answered(answer));
    worker.on('error', (error) => this.worker === worker && this.end(error));
    worker.on('exit', () => this.worker === worker && this.end(new Error('The thread has ended')));
    return worker;
  }

  /** Only who waits for an answer keeps the process. */
  private answered(answer: Told): void {
    this.waiting.shift()?.told(answer);
    if (this.waiting.length > 0) return;
    this.worker?.unref();
    this.idle = setTimeout(() => void this.close(), IDLE_MS).unref();
  }

  private end(error: Error): void {
    const { waiting } = this;
    clearTimeout(this.idle);
    this.worker = undefined;
    this.waiting = [];
    for (const { failed } of waiting) failed(error);
  }
}

/** A thread loads what was built, also when the module that asks runs from its source, as in tests. */
const builtFile = (file: string, of: string): string =>
  fileURLToPath(new URL(`${file}.js`, of)).replace(/([\\/])src([\\/](?!.*[\\/]src[\\/]))/, '$1dist$2');

/** Inside the thread: answers each question, in order. */
export function answer<Question, Told>(reply: (question: Question) => Told): void {
  parentPort!.on('message', (question: Question) => parentPort!.postMessage(reply(question)));
}

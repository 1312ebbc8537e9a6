import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { eventually } from './waiting.js';

const root = join(import.meta.dirname, '../..');

/** A server as it is deployed: its built `main.js` in a process of its own. */
export class RealServer {
  private process: ChildProcess | undefined;
  private said = '';

  constructor(
    private readonly app: 'hub' | 'node',
    readonly environment: Readonly<Record<string, string>>,
  ) {}

  /** Resolves when it is ready to serve. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [join(root, `apps/${this.app}/dist/main.js`)], {
      env: { PATH: process.env['PATH'], ...this.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.process = child;
    const listen = (chunk: Buffer): void => void (this.said = (this.said + chunk.toString()).slice(-4_000));
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    await eventually(async () => {
      if (child.exitCode !== null) throw new Error(`The ${this.app} ended with ${child.exitCode}: ${this.said}`);
      const ready = await fetch(`http://127.0.0.1:${this.environment['PORT']}/health/ready`).catch(() => undefined);
      return ready?.ok === true ? true : undefined;
    });
  }

  /** Ends it at once, in the middle of whatever it does: SIGKILL. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  stop(): Promise<void> {
    this.resume();
    return this.end('SIGTERM');
  }

  /** It stands still and hears nothing, and keeps all that it holds. */
  suspend(): void {
    this.process?.kill('SIGSTOP');
  }

  resume(): void {
    this.process?.kill('SIGCONT');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}

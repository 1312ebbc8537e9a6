import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Recording } from './span.js';

/** The root of a server's spans. */
export interface Recorder extends Recording {
  /** Sends what is left. */
  close(): Promise<void>;
}

/** The traces of this server, when its operator wants them: nothing of them is loaded before. */
@Injectable()
export class Traces implements OnApplicationShutdown {
  private recorder: Recorder | undefined;

  /** `url` is where an OTLP receiver takes traces; `server` is how this one is called in them. */
  async open(url: string | undefined, server: string): Promise<Recording | undefined> {
    if (url === undefined) return undefined;
    const { openRecorder } = await import('./open-recorder.js');
    return (this.recorder = openRecorder(url, server));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.recorder?.close().catch(() => undefined);
  }
}

import type { LogRing } from '@nmirf/contracts/network/log';
import { Notifications } from '@nmirf/platform/database/notifications';
import { Closing } from '@nmirf/platform/http/closing';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { CheckpointStore } from '@nmirf/replica/log/checkpoint-store';
import { Controller, Get, type OnApplicationBootstrap, type OnModuleDestroy, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { LOG_GROWN } from './checkpointer.js';
import { protocolProblem } from './protocol-problem.js';

/** More are refused: the feed serves everybody without one. */
const MOST = 1_000;
/** Proxies cut a line that is silent for longer; and whoever missed a ring hears the next. */
const SILENCE_MS = 25_000;

/** Tells whoever listens how long the log is now (docs/protocol.md §5): a doorbell, and nothing that is in the log travels this way. */
@ApiExcludeController()
@Controller('nmirf/v1/bell')
export class BellController implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly listening = new Set<Response>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly checkpoints: CheckpointStore,
    private readonly notifications: Notifications,
    private readonly closing: Closing,
  ) {}

  onApplicationBootstrap(): void {
    this.notifications.listen(LOG_GROWN, () => void this.ring());
    this.closing.signal.addEventListener('abort', () => this.listening.forEach((response) => response.end()));
    this.timer = setInterval(() => void this.ring(), SILENCE_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  @Get()
  @Allow('anyone')
  async listen(@Res() response: Response): Promise<void> {
    if (this.listening.size >= MOST) throw protocolProblem('overloaded', {}, { 'retry-after': '30' });
    this.listening.add(response);
    response.once('close', () => this.listening.delete(response));
    response.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' });
    response.flushHeaders();
    await this.ring([response]);
  }

  private async ring(listeners: Iterable<Response> = this.listening): Promise<void> {
    const latest = this.listening.size > 0 ? await this.checkpoints.latest().catch(() => undefined) : undefined;
    if (!latest) return;
    const ring: LogRing = { size: latest.size };
    const text = `data: ${JSON.stringify(ring)}\n\n`;
    // Who has not read the last ring is told by a later one: nothing piles up for a reader that does not read.
    for (const response of listeners) if (response.writableLength === 0) response.write(text);
  }
}

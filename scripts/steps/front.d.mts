import type { Server } from 'node:http';

export function startFront(
  port: number,
  ports: readonly number[],
): Promise<{ readonly port: number; readonly server: Server; stop(): Promise<void> }>;

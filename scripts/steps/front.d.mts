export function startFront(port: number, ports: readonly number[]): Promise<{ readonly port: number; stop(): Promise<void> }>;

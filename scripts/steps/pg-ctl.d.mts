export function isRoot(): boolean;
export function binaries(): Promise<Readonly<Record<'pg_ctl' | 'initdb' | 'postgres', string>>>;
export function owner(): Promise<{ uid?: number; gid?: number }>;
export function control(folder: string, ...order: readonly string[]): Promise<void>;

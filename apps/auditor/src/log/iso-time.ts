const LATEST = 8.64e15;

/** A time of the log (Unix milliseconds) as ISO 8601; a hub may write numbers that lie beyond any calendar. */
export const isoTime = (ms: number): string => new Date(Math.min(ms, LATEST)).toISOString();

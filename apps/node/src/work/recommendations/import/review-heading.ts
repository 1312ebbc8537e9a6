import { cycleOfSession } from './review-sessions.js';

/** What the page header of a list says of its review, such as "UPR of Slovenia (4th Cycle - 48th Session)". */
interface ReviewHeading {
  readonly state?: string;
  readonly cycle?: number;
  readonly session?: number;
}

const STATE = /\bUPR of\s+([^(]{2,80}?)\s*\(/i;
const CYCLE = /\b(\d{1,2})\s*(?:st|nd|rd|th)\s+cycle\b/i;
const SESSION = /\b(\d{1,3})\s*(?:st|nd|rd|th)\s+session/i;

const number = (match: RegExpExecArray | null): number | undefined => (match?.[1] === undefined ? undefined : Number(match[1]));

/** Reads the first page header that names a session; empty when none does. */
export const reviewHeading = (headers: readonly string[]): ReviewHeading => {
  const header = headers.find((text) => SESSION.test(text));
  if (header === undefined) return {};
  const state = STATE.exec(header)?.[1];
  const session = number(SESSION.exec(header));
  const cycle = number(CYCLE.exec(header)) ?? (session === undefined ? undefined : cycleOfSession(session));
  return { ...(state !== undefined && { state }), ...(cycle !== undefined && { cycle }), ...(session !== undefined && { session }) };
};

import type { CheckResult } from '../checks.js';

/** How parts of the report stand out on a terminal. */
export type Paint = Readonly<Record<CheckResult | 'bold', (text: string) => string>>;

const sgr = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
const plain = (text: string): string => text;

/** Colours for a terminal, unless NO_COLOR asks for none; never the only carrier of a meaning. */
export function paintFor(isTerminal: boolean, environment: Readonly<Record<string, string | undefined>>): Paint {
  if (!isTerminal || environment['NO_COLOR'])
    return { ok: plain, failed: plain, 'not-applicable': plain, 'not-reached': plain, bold: plain };
  return { ok: sgr(32), failed: sgr(31), 'not-applicable': sgr(2), 'not-reached': sgr(33), bold: sgr(1) };
}

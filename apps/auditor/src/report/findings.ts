import type { Reason as GovernanceReason } from '@nmirf/federation/trust';
import { type Check, type Finding, findingOf } from '../checks.js';
import type { Speak } from '../texts/texts.js';
import { plainText } from './plain-text.js';

/** Where something does not hold: a position, a range, or a checkpoint. Empty where there is no place. */
function placeOf({ check, position, until }: Finding, speak: Speak): string {
  if (position === undefined) return '';
  if (check === 'checkpoint' || check === 'cosignatures') return speak('where.size', { position });
  return until === undefined || until <= position ? speak('where.position', { position }) : speak('where.range', { position, until });
}

/** A finding in one sentence. */
export function sayFinding(finding: Finding, speak: Speak): string {
  const { reason, detail = '', size = '', agreedUpTo = '' } = finding;
  const why = reason === 'changes-nothing' ? speak(`why.${detail as GovernanceReason}`) : '';
  const said = speak(`reason.${reason}`, { detail: plainText(detail), size, agreed: agreedUpTo, why });
  const place = placeOf(finding, speak);
  return place === '' ? said : speak('where.said', { place, said });
}

/** What does not hold nearest to the beginning of the log. */
export function firstFinding(checks: readonly Check[]): Finding | undefined {
  const findings = checks.flatMap((check) => findingOf(check) ?? []);
  return findings.sort((a, b) => (a.position ?? Infinity) - (b.position ?? Infinity))[0];
}

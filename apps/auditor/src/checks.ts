import type { Reason } from './reasons.js';

/** Everything an audit looks at, in the order of the report. */
export const checkNames = [
  'pin',
  'genesis',
  'leaves',
  'times',
  'messages',
  'signatures',
  'schemas',
  'chains',
  'rights',
  'governance',
  'seen',
  'tree',
  'checkpoint',
  'feed',
  'tiles',
  'cosignatures',
  'known',
  'description',
] as const;
export type CheckName = (typeof checkNames)[number];

/** Where something does not hold, and why. */
export interface Finding {
  readonly check: CheckName;
  readonly reason: Reason;
  /** The log position, or the tree size, at which it does not hold. */
  readonly position?: number;
  /** With `position` the last of a range, where no single position can be named. */
  readonly until?: number;
  /** The tree size that a claim is about. */
  readonly size?: number;
  /** Up to this size the tree is the one that others have verified. */
  readonly agreedUpTo?: number;
  /** More for a person: what was found. Never free text of the hub. */
  readonly detail?: string;
}

/** `not-applicable`: there was nothing to look at. `not-reached`: the audit ended before it could be finished. */
export type CheckResult = 'ok' | 'failed' | 'not-applicable' | 'not-reached';

export interface Check extends Partial<Omit<Finding, 'check'>> {
  readonly check: CheckName;
  readonly result: CheckResult;
  /** How many things were looked at and hold. */
  readonly checked: number;
  /** How many do not; where and why the first of them does not stands beside it. */
  readonly failures: number;
}

/** Where and why a check fails first; undefined where it does not fail. */
export const findingOf = ({ result: _result, checked: _checked, failures: _failures, reason, ...place }: Check): Finding | undefined =>
  reason && { ...place, reason };

/** Something does not hold, and what follows cannot be judged any more. */
export class Broken extends Error {
  override readonly name = 'Broken';

  constructor(readonly finding: Finding) {
    super(`${finding.check}: ${finding.reason} at ${finding.position}`);
  }
}

/** What has been looked at so far. A check that fails a million times takes no more room than one that fails once. */
export class CheckBook {
  private readonly held = new Map<CheckName, number>();
  private readonly failed = new Map<CheckName, number>();
  private readonly first = new Map<CheckName, Finding>();
  private readonly finished = new Set<CheckName>();

  /** Counts what holds. */
  holds(check: CheckName, count = 1): void {
    this.held.set(check, (this.held.get(check) ?? 0) + count);
  }

  fails(finding: Finding): void {
    this.failed.set(finding.check, (this.failed.get(finding.check) ?? 0) + 1);
    if (!this.first.has(finding.check)) this.first.set(finding.check, finding);
  }

  /** Counts one or the other. */
  judge(isGood: boolean, finding: Finding): void {
    if (isGood) this.holds(finding.check);
    else this.fails(finding);
  }

  /** Nothing more will come for these checks. */
  finish(...checks: readonly CheckName[]): void {
    for (const check of checks) this.finished.add(check);
  }

  get hasFailures(): boolean {
    return this.failed.size > 0;
  }

  results(): Check[] {
    return checkNames.map((check) => {
      const [checked, failures] = [this.held.get(check) ?? 0, this.failed.get(check) ?? 0];
      return { check, result: this.resultOf(check, checked, failures), checked, failures, ...this.first.get(check) };
    });
  }

  private resultOf(check: CheckName, checked: number, failures: number): CheckResult {
    if (failures > 0) return 'failed';
    if (!this.finished.has(check)) return 'not-reached';
    return checked > 0 ? 'ok' : 'not-applicable';
  }
}

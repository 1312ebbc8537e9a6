/** One thing a reader can check for themselves. */
export type CheckName = 'checkpoint' | 'inclusion' | 'message' | 'signature' | 'content' | 'sealed';

export interface CheckStep {
  readonly name: CheckName;
  readonly holds: boolean;
}

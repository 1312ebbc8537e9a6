export const ENROLMENT_OPTIONS = Symbol('enrolment options');

export interface EnrolmentOptions {
  /** The hub's address as nodes dial it, without a slash at its end. */
  readonly publicUrl: string;
  /** Keys the nonces; the same in every process of the hub. */
  readonly secret: string;
}

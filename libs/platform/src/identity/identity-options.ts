export const IDENTITY_OPTIONS = Symbol('identity options');

export interface IdentityOptions {
  /** The address people reach the server at; decides the cookie's name and whether it is `Secure`. */
  readonly publicUrl: string;
  /** Signs cookies and keys the hashes of sign-in counts; several, separated by commas, while it is being changed. */
  readonly sessionSecret: string;
}

export const secretsOf = ({ sessionSecret }: IdentityOptions): string[] => sessionSecret.split(',').map((secret) => secret.trim());

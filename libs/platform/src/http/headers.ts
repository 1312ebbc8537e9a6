import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

const SELF = ["'self'"];
const NONE = ["'none'"];

const directives = {
  'default-src': NONE,
  'script-src': SELF,
  'style-src': SELF,
  'img-src': SELF,
  'font-src': SELF,
  'connect-src': SELF,
  'manifest-src': SELF,
  'base-uri': NONE,
  'form-action': SELF,
  'frame-ancestors': NONE,
};

const shared = {
  strictTransportSecurity: false,
  crossOriginResourcePolicy: { policy: 'same-origin' },
  referrerPolicy: { policy: 'no-referrer' },
} as const;

/** Where the description of the API can be read; its viewer needs styles and images in line, nothing else does. */
export const DOCS_PATH = '/api/docs';

/** Security headers: nothing but our own files runs or loads, nobody frames us. `secure` says that people reach us over TLS. */
export const securityHeaders = (secure: boolean): RequestHandler => {
  const strictTransportSecurity = secure ? { maxAge: 63_072_000, includeSubDomains: false } : false;
  const policy = (relaxed: object): RequestHandler =>
    helmet({
      ...shared,
      strictTransportSecurity,
      contentSecurityPolicy: { useDefaults: false, directives: { ...directives, ...relaxed } },
    });
  const [strict, docs] = [policy({}), policy({ 'style-src': [...SELF, "'unsafe-inline'"], 'img-src': [...SELF, 'data:'] })];
  return (request, response, next) => (request.path.startsWith(DOCS_PATH) ? docs : strict)(request, response, next);
};

/**
 * A rendered page carries style attributes (sizes and places its components compute), which the strict policy would drop until the
 * script sets them again. They cannot fetch anything the rest of the policy does not allow, and style sheets stay our own files.
 */
export const allowStyleAttributes = (response: Response): void => {
  response.set('content-security-policy', `${String(response.get('content-security-policy'))};style-src-attr 'unsafe-inline'`);
};

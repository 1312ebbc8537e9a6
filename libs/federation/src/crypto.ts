export { equalSecrets, hmacSha256, publicKeyOf, randomBytes, sha256, signEd25519, verifierName, verifyEd25519 } from '#crypto';
export { isPublicKey } from './public-key.js';

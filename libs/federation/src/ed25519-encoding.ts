/**
 * Ed25519 encodings on which verifiers are known to differ (RFC 8032 §5.1.7 leaves room): they are refused before any library
 * sees them, so that OpenSSL, libsodium and a browser cannot disagree about a message.
 */

/** The y coordinates of the eight points of small order, little-endian, sign bit cleared. */
const SMALL_ORDER_Y: ReadonlySet<string> = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);
const SMALL_ORDER_FIRST_BYTES: ReadonlySet<number> = new Set([0x00, 0x01, 0x26, 0xc7, 0xec]);

/** Whether 32 bytes encode a y below 2^255 - 19 that belongs to no point of small order. Says nothing about being on the curve. */
export function isAcceptablePoint(bytes: Uint8Array): boolean {
  return bytes.length === 32 && isReduced(bytes) && !isSmallOrder(bytes);
}

function isReduced(bytes: Uint8Array): boolean {
  if ((bytes[31]! & 0x7f) !== 0x7f || bytes[0]! < 0xed) return true;
  for (let i = 1; i < 31; i++) if (bytes[i] !== 0xff) return true;
  return false;
}

function isSmallOrder(bytes: Uint8Array): boolean {
  if (!SMALL_ORDER_FIRST_BYTES.has(bytes[0]!)) return false;
  const y = Uint8Array.from(bytes);
  y[31]! &= 0x7f;
  return SMALL_ORDER_Y.has(Array.from(y, (byte) => byte.toString(16).padStart(2, '0')).join(''));
}

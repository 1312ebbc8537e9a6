/**
 * A UUID of version 7 (RFC 9562): the Unix time in milliseconds, then 74 random bits, of which `random` gives 10 bytes. Sorts by
 * the time it was made and cannot be guessed.
 */
export function uuidv7(unixMs: number, random: Uint8Array): string {
  const time = unixMs.toString(16).padStart(12, '0');
  const bits = Array.from(random.subarray(0, 10), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = (8 + (random[2]! & 3)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${bits.slice(0, 3)}-${variant}${bits.slice(5, 8)}-${bits.slice(8, 20)}`;
}

/** Whether two hashes are the same bytes. */
export const equalHashes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

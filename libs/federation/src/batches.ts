/** docs/protocol.md §4: one message a line. */
export const BATCH_TYPE = 'application/vnd.nmirf.jws-lines';
/** docs/protocol.md §11: what a hub takes in one request. A line is a message and its newline. */
export const MAX_BATCH = 100;
export const MAX_BATCH_BYTES = 4 * 1024 * 1024;

/** Cuts messages, in their order, into batches that a hub takes. */
export function batchesOf<Sent extends { readonly jws: string }>(messages: readonly Sent[]): (readonly Sent[])[] {
  const batches: Sent[][] = [];
  let room = 0;
  for (const message of messages) {
    // A message is ASCII: as many bytes as characters.
    const length = message.jws.length + 1;
    if (batches.length === 0 || batches.at(-1)!.length === MAX_BATCH || length > room) {
      batches.push([]);
      room = MAX_BATCH_BYTES;
    }
    batches.at(-1)!.push(message);
    room -= length;
  }
  return batches;
}

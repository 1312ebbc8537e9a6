// @ts-check
/**
 * Megabytes for what is young and for what lives on: a server keeps little. What lives on may grow by 60 % before it is collected. Left to
 * itself, so small a heap is collected when it has grown by about a third: fifteen megabytes less, for a sixth more of the processor. As in
 * docker/.
 */
export const HEAP = ['--max-semi-space-size=16', '--max-old-space-size=192', '--heap-growing-percent=60'];

// @ts-check
/** Megabytes for what is young and for what lives on: a server keeps little, and collects early rather than grow. As in docker/. */
export const HEAP = ['--max-semi-space-size=16', '--max-old-space-size=192'];

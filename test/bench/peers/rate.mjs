// @ts-check
/** Documents a second that `work` does. @param {number} count @param {() => Promise<unknown>} work */
export const rateOf = async (count, work) => {
  const started = performance.now();
  await work();
  return count / ((performance.now() - started) / 1_000);
};

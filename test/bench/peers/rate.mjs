// @ts-check
/** Documents a second that `work` does. @param {number} count @param {() => Promise<unknown>} work */
export const rateOf = async (count, work) => {
  const started = performance.now();
  await work();
  return count / ((performance.now() - started) / 1_000);
};

/** @param {readonly number[]} sorted @param {number} share */
export const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

/** Milliseconds that one document takes when nothing else is on its way. @param {readonly string[]} documents @param {(text: string) => Promise<unknown>} carry */
export const oneByOne = async (documents, carry) => {
  const times = [];
  for (const text of documents) {
    const started = performance.now();
    await carry(text);
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
};

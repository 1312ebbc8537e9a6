const AT_MOST_MS = 60_000;
const PAUSE_MS = 10;

/** What `look` finds, as soon as it finds something. Gives up after a minute, so that nothing looks on when its test is over. */
export const eventually = async <Result>(look: () => Promise<Result | undefined>): Promise<Result> => {
  const end = performance.now() + AT_MOST_MS;
  do {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  } while (performance.now() < end);
  throw new Error('It did not come to that');
};

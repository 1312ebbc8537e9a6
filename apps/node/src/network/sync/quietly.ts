/** A promise that is told of where it is awaited; until then its failure is nobody's. */
export const quietly = <Value>(promise: Promise<Value>): Promise<Value> => {
  promise.catch(() => undefined);
  return promise;
};

const LN2_HIGH = 0.69314718036912381649;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE = 1.4426950408889634;
/** Powers of two from 2^-1000 to 2^1000, each the double or the half of its neighbour and so exact. */
const MOST = 1_000;
const POWERS = new Float64Array(2 * MOST + 1);
POWERS[MOST] = 1;
for (let k = 1; k <= MOST; k++) {
  POWERS[MOST + k] = POWERS[MOST + k - 1]! * 2;
  POWERS[MOST - k] = POWERS[MOST - k + 1]! / 2;
}

/**
 * e to the power of `x`, to 14 digits, with nothing but additions and multiplications: `Math.exp` may differ in its last bit from one
 * machine to another, and weights are to be made again to the bit.
 */
export const exp = (x: number): number => {
  const k = Math.round(x * INVERSE);
  if (k < -MOST) return 0;
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let sum = 1;
  for (let n = 13; n > 0; n--) sum = 1 + (sum * r) / n;
  return sum * POWERS[MOST + Math.min(k, MOST)]!;
};

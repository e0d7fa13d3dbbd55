/** How many decimals a number is written with. */
export function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0;
  const [, decimals = '', exponent = '0'] =
    /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  return Math.max(0, decimals.length - Number(exponent));
}

/** The most decimals that a number can be written with so that it is read again as the same. */
const mostDecimals = 15;

/** Adds up numbers as they are written, so that 0.1 and 0.2 are 0.3. */
export function exactSum(numbers: Iterable<number>): number {
  const values = [...numbers];
  const decimals = values.reduce((most, value) => Math.max(most, decimalsOf(value)), 0);
  if (!decimals || decimals > mostDecimals) return values.reduce((sum, value) => sum + value, 0);
  // Whole numbers are added without a loss, and so are decimals that are counted.
  const unit = 10 ** decimals;
  let [whole, parts] = [0, 0];
  for (const value of values) {
    whole += Math.trunc(value);
    parts += Math.round((value - Math.trunc(value)) * unit);
  }
  return Number((whole + parts / unit).toFixed(decimals));
}

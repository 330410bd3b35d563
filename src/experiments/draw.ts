/**
 * A draw of the standard normal distribution.
 *
 * @param random In [0, 1).
 * @see Box & Muller, "A Note on the Generation of Random Normal Deviates", 1958; the second number of each pair is not kept.
 */
export function drawNormal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * A draw of Beta(successes, failures), as the share of one gamma draw in two.
 *
 * @param successes Above 0, as `failures` is; both are pseudo-counts and need not be whole.
 */
export function drawBeta(successes: number, failures: number, random: () => number): number {
  const left = drawGamma(successes, random);
  return left / (left + drawGamma(failures, random));
}

/**
 * A draw of Gamma(shape, 1).
 *
 * @see Marsaglia & Tsang, "A Simple Method for Generating Gamma Variables", 2000, with their section 6 for a shape below 1.
 */
function drawGamma(shape: number, random: () => number): number {
  if (shape < 1) return drawGamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = drawNormal(random);
    const cubed = (1 + c * normal) ** 3;
    if (cubed <= 0) continue;
    if (Math.log(1 - random()) < normal ** 2 / 2 + d * (1 - cubed + Math.log(cubed))) return d * cubed;
  }
}

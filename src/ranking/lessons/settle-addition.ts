/** What one agent moves a product's score by at most, whatever they do: what one fulfilled wish weighs in the shipped weights. */
export const MOST_BY_ONE = 0.15;
/** What all agents together move it by at most. */
export const MOST_BY_ALL = 0.3;

/** Standard deviations that one agent's evidence counts to. */
const MOST_EVIDENCE = 8;
/** Standard deviations that chance has to be beaten by: two-sided, one in a thousand products for nothing. */
const CHANCE = 3.3;
/** Added to a score for each standard deviation beyond chance, such that {@link MOST_BY_ONE} holds. */
const STEP = MOST_BY_ONE / (MOST_EVIDENCE + (Math.SQRT2 - 1) * CHANCE);
/** Of the grid that evidence is read on. */
const GRID = MOST_BY_ALL / 60;

/** What agents did, in what chance hardly does: above 1 it is believed, below -1 to the product's harm. */
export const surenessOf = (evidence: readonly number[]): number =>
  evidence.length === 0 ? 0 : sumClipped(evidence) / (CHANCE * Math.sqrt(evidence.length));

/** One agent's evidence with so much added to the score, in standard deviations; it may rise or fall. */
type Evidence = (added: number) => number;

/**
 * What is added to a product's score: the θ in [-{@link MOST_BY_ALL}, {@link MOST_BY_ALL}] with
 *
 *   θ = step · S(sum over agents of clip(evidence(θ))),  S(x) = sign(x) · max(0, |x| - chance · √agents)
 *
 * so that it is 0 exactly unless agents together did what chance hardly does, and grows only until what they did is explained by it.
 * Evidence is made monotone (what is further away never speaks louder than what is nearer), so that there is one such θ.
 *
 * One agent more or less changes the right side by at most step · (8 + (√2 - 1) · chance) = {@link MOST_BY_ONE}, and because it falls
 * where θ rises, θ by no more: this holds for whatever that agent does. The grid only says where the evidence is read; between its points
 * it is a line, and the bound holds all the same.
 *
 * @param agents All whose corrections showed the product, with their evidence; their order counts for rounding only.
 * @see Donoho & Johnstone, "Ideal spatial adaptation by wavelet shrinkage", Biometrika 1994, for the soft threshold; Stouffer et al., "The
 *   American Soldier", 1949, for sums of standardised evidence over √agents.
 */
export function settleAddition(agents: readonly Evidence[]): number {
  const first = agents.map((evidence) => evidence(0));
  const total = sumClipped(first);
  if (Math.abs(surenessOf(first)) <= 1) return 0;
  const direction = total > 0 ? 1 : -1;
  const threshold = CHANCE * Math.sqrt(agents.length);
  let least = first.map((evidence) => direction * evidence);
  let before = { added: 0, short: STEP * (direction * total - threshold) };
  for (let point = 1; point * GRID <= MOST_BY_ALL + GRID / 2; point += 1) {
    const added = point * GRID;
    least = least.map((known, index) =>
      Math.min(known, direction * (agents[index]?.(direction * added) ?? 0)),
    );
    const short = STEP * (sumClipped(least) - threshold) - added;
    if (short <= 0) {
      const share = before.short / (before.short - short);
      return direction * Math.min(MOST_BY_ALL, before.added + share * GRID);
    }
    before = { added, short };
  }
  return direction * MOST_BY_ALL;
}

const sumClipped = (evidence: readonly number[]): number =>
  evidence.reduce((sum, each) => sum + Math.max(-MOST_EVIDENCE, Math.min(MOST_EVIDENCE, each)), 0);

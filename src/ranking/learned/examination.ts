/** A product that was shown at a place of a list. */
export interface Showing {
  readonly productId: string;
  /** From 1. */
  readonly position: number;
  readonly isChosen: boolean;
}

/** How likely a place of a list is looked at, in proportion to the first: position^-steepness. */
export interface Examination {
  /** 0: every place alike; 1: in proportion to 1 / position. */
  readonly steepness: number;
  /** Measured on products that chance put at different places; or taken for usual, where too few were. */
  readonly from: 'log' | 'prior';
}

/** @see Joachims, Swaminathan & Schnabel, "Unbiased Learning-to-Rank with Biased Feedback", WSDM 2017: 1 / rank, their eta = 1. */
export const USUAL_EXAMINATION: Examination = { steepness: 1, from: 'prior' };

/** No choice counts more often, however unlikely it was to be seen. */
const MOST_WEIGHT = 10;
/** Choices at places that are compared, at least. */
const LEAST_CHOICES = 200;
const STEEPEST = 3;

/** How often a choice at a place counts, so that places nobody looks at are heard: 1 / examination, at most 10. */
export const choiceWeight = ({ steepness }: Examination, position: number): number =>
  Math.min(MOST_WEIGHT, position ** steepness);

/**
 * Measures how steeply attention falls, by products that chance put at different places: what was chosen more often above than
 * below was chosen so for the place. For every pair of places the rates of the products shown at both are compared, and a line
 * through log(rate ratio) = -steepness · log(place ratio) is fitted by least squares, pairs counting by their choices.
 * Cost: O(showings + products · places²).
 *
 * @param showings Only those whose place was drawn by chance: else what is better stands above.
 * @returns In [0, 3]; the usual one below 200 choices to compare by.
 * @see Agarwal, Zaitsev, Wang, Li, Najork & Joachims, "Estimating Position Bias without Intrusive Interventions", WSDM 2019, section 4:
 *   interventional sets. One number in place of a free one for each place is ours.
 */
export function measureExamination(showings: readonly Showing[]): Examination {
  const pairs = new Map<string, PlacePair>();
  for (const places of tallyPlaces(showings).values()) addPairs(places, pairs);
  let [slope, spread, choices] = [0, 0, 0];
  for (const { upper, lower, upperRate, lowerRate, chosen } of pairs.values()) {
    if (upperRate === 0 || lowerRate === 0) continue;
    const distance = Math.log(lower / upper);
    slope += chosen * distance * Math.log(upperRate / lowerRate);
    spread += chosen * distance * distance;
    choices += chosen;
  }
  if (choices < LEAST_CHOICES || spread === 0) return USUAL_EXAMINATION;
  return { steepness: Math.min(STEEPEST, Math.max(0, slope / spread)), from: 'log' };
}

interface Tally {
  shown: number;
  chosen: number;
}

interface PlacePair {
  readonly upper: number;
  readonly lower: number;
  /** Sums over products of choices per showing, each product counting alike at both places. */
  upperRate: number;
  lowerRate: number;
  chosen: number;
}

/** By product and place. */
function tallyPlaces(showings: readonly Showing[]): Map<string, Map<number, Tally>> {
  const tallies = new Map<string, Map<number, Tally>>();
  for (const { productId, position, isChosen } of showings) {
    const places = tallies.get(productId) ?? new Map<number, Tally>();
    tallies.set(productId, places);
    const tally = places.get(position) ?? { shown: 0, chosen: 0 };
    places.set(position, tally);
    tally.shown += 1;
    if (isChosen) tally.chosen += 1;
  }
  return tallies;
}

/** A product counts by how often it was shown at the rarer of the two places. */
function addPairs(places: ReadonlyMap<number, Tally>, pairs: Map<string, PlacePair>): void {
  const ordered = [...places].sort(([left], [right]) => left - right);
  ordered.forEach(([upper, above], index) => {
    for (const [lower, below] of ordered.slice(index + 1)) {
      const key = `${upper} ${lower}`;
      const pair = pairs.get(key) ?? { upper, lower, upperRate: 0, lowerRate: 0, chosen: 0 };
      pairs.set(key, pair);
      const weight = Math.min(above.shown, below.shown);
      pair.upperRate += (weight * above.chosen) / above.shown;
      pair.lowerRate += (weight * below.chosen) / below.shown;
      pair.chosen += above.chosen + below.chosen;
    }
  });
}

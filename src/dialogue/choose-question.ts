import opinions from './opinions.json' with { type: 'json' };

/** A facet that could be asked about, with what every candidate would answer. */
export interface AskableFacet {
  readonly attribute: string;
  /** Answers that can be told apart, without "I do not know". */
  readonly answers: number;
  /** By candidate: the answers that are true of it, positions below `answers`; none when the shop does not state the facet. */
  readonly answersOf: readonly (readonly number[])[];
}

/** What asking about a facet is worth. */
export interface QuestionWorth {
  /** Expected information gain, in [0, entropy of the posterior] bits. */
  readonly bits: number;
  /** Expected gain of NDCG of the list shown, in [0, 1], when the answer orders it anew. */
  readonly gain: number;
}

export interface ChosenQuestion extends QuestionWorth {
  readonly attribute: string;
}

export interface QuestionRules {
  /** Products on a screen: what stands further down gains nothing. */
  readonly screen: number;
}

/** Below this a question says too little about what is wanted. */
const LEAST_BITS = 0.5;
/** What a question costs the shopper, in NDCG. */
const QUESTION_COST = 0.05;
/** Share of answers that are not true of what is wanted. */
const ANSWER_NOISE = 0.1;
/** Share of shoppers who would have an answer, by attribute: everybody knows a size, hardly anybody wants an origin. Judged, not measured. */
const OPINIONS: ReadonlyMap<string, number> = new Map(Object.entries(opinions.attributes));

/** Share of shoppers, in [0, 1], who would have an answer to a question about an attribute. */
export const opinionatedShare = (attribute: string): number => OPINIONS.get(attribute) ?? opinions.other;

/**
 * How likely each candidate is the one wanted: softmax(score / temperature).
 *
 * @param scores Finite; in any order.
 * @param temperature > 0, in the unit of the scores.
 * @returns Sums to 1; empty for none.
 */
export function toPosterior(scores: readonly number[], temperature: number): Float64Array {
  const highest = Math.max(...scores);
  const weights = Float64Array.from(scores, (score) => Math.exp((score - highest) / temperature));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/**
 * The facets worth asking about, most informative first, ties by attribute: at least half a bit of expected information, and
 * more NDCG of the list than a question costs.
 *
 * Cost: O(candidates · log candidates · answers) a facet.
 *
 * @param posterior Of the candidates in the order in which they are listed; sums to 1.
 * @see The gain is the mutual information of what is wanted and the answer, as in twenty questions; the thresholds are ours.
 */
export function rankQuestions(
  posterior: Float64Array,
  facets: readonly AskableFacet[],
  rules: QuestionRules,
): readonly ChosenQuestion[] {
  return facets
    .map((facet) => {
      const opinionated = opinionatedShare(facet.attribute);
      return { attribute: facet.attribute, ...questionWorth(posterior, facet, { ...rules, opinionated }) };
    })
    .filter(({ bits, gain }) => bits >= LEAST_BITS && gain > QUESTION_COST)
    .sort(
      (left, right) =>
        right.bits - left.bits || (left.attribute < right.attribute ? -1 : Number(left !== right)),
    );
}

/**
 * What asking would tell: EIG(f) = H(p) − Σ P(a) · H(p | a) over the answers a and "no preference", where one answer in ten is
 * not true. "No preference" say those who have no opinion, and those whose product does not state the facet; it orders nothing.
 * A candidate of which several answers are true is answered with each of them equally often.
 *
 * @param opinionated Share of shoppers who would have an answer, in [0, 1].
 */
export function questionWorth(
  posterior: Float64Array,
  facet: AskableFacet,
  { screen, opinionated }: QuestionRules & { readonly opinionated: number },
): QuestionWorth {
  let bits = entropyBits(posterior);
  let gain = -discountedGain(posterior, screen);
  for (let answer = 0; answer <= facet.answers; answer += 1) {
    const isNone = answer === facet.answers;
    const joint = posterior.map((probability, candidate) => {
      const truths = facet.answersOf[candidate] ?? [];
      const told = opinionated * answerProbability(truths, answer, facet.answers);
      return probability * (isNone ? 1 - opinionated + told : told);
    });
    const probability = joint.reduce((sum, value) => sum + value, 0);
    if (probability === 0) continue;
    bits -= probability * entropyBits(joint.map((value) => value / probability));
    gain += discountedGain(isNone ? joint : joint.toSorted(descending), screen);
  }
  return { bits: Math.max(0, bits), gain: Math.max(0, gain) };
}

/** P(answer | what is wanted) of who has an opinion; the answer beyond the last is that it is not stated. */
function answerProbability(truths: readonly number[], answer: number, answers: number): number {
  const own = truths.length === 0 ? [answers] : truths;
  const others = answers + 1 - own.length;
  return own.includes(answer) ? (1 - ANSWER_NOISE) / own.length : ANSWER_NOISE / others;
}

/** Expected discounted gain of a list whose one right product is distributed so; not normalised when the masses are not. */
const discountedGain = (masses: Float64Array, screen: number): number =>
  masses.subarray(0, screen).reduce((sum, mass, position) => sum + mass / Math.log2(position + 2), 0);

const entropyBits = (distribution: Float64Array): number =>
  distribution.reduce((sum, share) => (share > 0 ? sum - share * Math.log2(share) : sum), 0);

const descending = (left: number, right: number): number => right - left;

import { createRandom } from '../../domain/random.ts';
import { type ChoiceList, DEPTH, toTrainingSet } from '../learned/choice-list.ts';
import type { Examination } from '../learned/examination.ts';
import { pairedBootstrap } from '../learned/paired-bootstrap.ts';
import { BLEND } from '../learned/ranking-features.ts';
import { rankingQualities } from '../learned/ranking-quality.ts';
import type { ClickEvidence } from './lesson.ts';
import { MOST_BY_ONE } from './settle-addition.ts';

/** A list that something was chosen of, without what lessons had added to its scores. */
export interface ClickedList extends Omit<ChoiceList, 'products'> {
  readonly products: readonly (Omit<ChoiceList['products'][number], 'features'> & {
    readonly productId: string;
    readonly score: number;
  })[];
}

/** Lists below which choices do not tell. */
const LEAST_LISTS = 20;
const SEED = 1;

/**
 * What shoppers' choices say of moving a product: its lists are ordered with it moved and without, and their NDCG@10 is compared, choices
 * weighed by how seldom their place is looked at. It is moved by half of what one agent can, in the direction of the lesson, however
 * far the lesson goes: so nobody tips the scales by a little more or less, and the bound of one agent holds for what is adopted too.
 * Deterministic. Cost: O(lists · resamples).
 *
 * @param lists Of the lesson's scope; those without the product are passed over.
 */
export function judgeLesson(
  { productId, added }: { readonly productId: string; readonly added: number },
  lists: readonly ClickedList[],
  examination: Examination,
): ClickEvidence {
  const telling = lists.filter(
    ({ products }) => products.length > 1 && products.some((product) => product.productId === productId),
  );
  if (telling.length < LEAST_LISTS) return { lists: telling.length };
  const probe = (Math.sign(added) * MOST_BY_ONE) / 2;
  const quality = (moved: number) => {
    const set = toTrainingSet(
      telling.map((list) => ({
        ...list,
        products: list.products.map((product) => ({
          ...product,
          features: { [BLEND]: product.score + (product.productId === productId ? moved : 0) },
        })),
      })),
      examination,
    );
    return { set, qualities: rankingQualities(set, Float64Array.from(set.values), DEPTH) };
  };
  const [before, after] = [quality(0), quality(probe)];
  const { weights } = before.set;
  const meanWeight = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  const differences = after.qualities.map(
    (each, list) => ((each - (before.qualities[list] ?? 0)) * (weights[list] ?? 0)) / meanWeight,
  );
  return { lists: telling.length, difference: pairedBootstrap(differences, createRandom(SEED)) };
}

/** Whether shoppers surely chose worse with it. */
export const speaksAgainst = ({ difference }: ClickEvidence): boolean =>
  difference !== undefined && difference.high < 0;

import { type ChosenQuestion, rankQuestions, toPosterior } from '../dialogue/choose-question.ts';
import { decide } from '../dialogue/decide.ts';
import { isDeclined, isSettled, mayAskAgain } from '../dialogue/record-question.ts';
import type { ShowMode } from '../domain/act.ts';
import type { OpenQuestion } from '../domain/dialogue-state.ts';
import { effectivePrice, type Product } from '../domain/product.ts';
import type { Chip, Question } from '../domain/turn.ts';
import { answerOption } from './answer-option.ts';
import type { ProductList } from './list-products.ts';
import { SHOWN_LIMIT } from './list-request.ts';
import { offeredVariants } from './product-view.ts';
import {
  type FacetAnswer,
  type QuestionCandidate,
  type QuestionFacet,
  questionFacets,
} from './question-facets.ts';
import type { TurnContext } from './turn-context.ts';

/** A question to be asked beside a list. */
export interface FacetQuestion {
  /** As the dialogue remembers it. */
  readonly open: Pick<OpenQuestion, 'attribute' | 'options'>;
  readonly question: Question;
  /** An answer each, with what it leads to; "no preference" last. */
  readonly chips: readonly Chip[];
}

/**
 * Which facet is asked about; none when undefined.
 *
 * @param worthwhile Most informative first; empty when no question pays.
 * @param askable All that could be asked about.
 */
export type ChooseQuestion = (
  worthwhile: readonly ChosenQuestion[],
  askable: readonly string[],
) => string | undefined;

const mostTelling: ChooseQuestion = ([best]) => best?.attribute;

/** Points of score that make a product 2.7 times as likely to be the one wanted; chosen on simulated needs (`eval -- clarify`). */
const TEMPERATURE = 0.2;

/**
 * One good question beside a list that is longer than the screen, if it pays: the facet whose answer says most about which of
 * the two hundred likeliest products is wanted, not yet settled, never a third question in a row. Nothing is asked where the list is
 * ordered otherwise than by fit, resembles a product, goes on from an earlier one, or where a wish had to be given up.
 *
 * Cost: two hundred products of the store and a count for each answer; some ten milliseconds.
 */
export async function askFacet(
  list: ProductList,
  mode: ShowMode,
  context: TurnContext,
  signal: AbortSignal,
): Promise<FacetQuestion | undefined> {
  const { shop, replier, language } = context;
  if (!mayAsk(list, mode, context)) return undefined;
  const candidates = await candidatesOf(list, context);
  const facets = withoutSettled(facetsOf(candidates, context), context);
  const posterior = Float64Array.from(candidates, ({ probability }) => probability);
  const chosen = (context.chooseQuestion ?? mostTelling)(
    rankQuestions(posterior, facets, { screen: SHOWN_LIMIT }),
    facets.map(({ attribute }) => attribute),
  );
  const facet = facets.find(({ attribute }) => attribute === chosen);
  if (facet === undefined) return undefined;
  const { attribute } = facet;
  const answers = await countAnswers(attribute, facet.offered, context, signal);
  if (answers.length < 2) return undefined;
  const none = replier.chipWords({ kind: 'no-preference' }, language);
  const attributeLabel = shop.vocabulary.attributeLabel(attribute, language);
  return {
    open: { attribute, options: answers.map(({ option }) => option) },
    question: {
      attribute,
      text: replier.question({ attribute, attributeLabel }, language),
      options: [...answers.map(({ option }) => option.label), none.label],
    },
    chips: [...answers.map(({ chip }) => chip), { ...none, count: list.total }],
  };
}

const facetsOf = (candidates: readonly QuestionCandidate[], { shop, market, state }: TurnContext) =>
  questionFacets(candidates, ['price', ...shop.vocabulary.attributes], {
    currency: market.currency,
    limits: state.need.constraints,
    valuesOf: (limit) =>
      shop.vocabulary.toFilters(limit).flatMap((filter) => (filter.kind === 'attribute' ? filter.anyOf : [])),
  });

/** A facet that parts the products just as a settled one does is the same question by another name. */
function withoutSettled(facets: readonly QuestionFacet[], { state }: TurnContext): readonly QuestionFacet[] {
  const [settled = [], open = []] = [true, false].map((wanted) =>
    facets.filter(({ attribute }) => isSettled(attribute, state) === wanted),
  );
  const partings = new Set(settled.map(({ answersOf }) => JSON.stringify(answersOf)));
  return open.filter(({ answersOf }) => !partings.has(JSON.stringify(answersOf)));
}

/** "No preference" goes on with the list, and with the next question. */
function mayAsk(list: ProductList, mode: ShowMode, { state }: TurnContext): boolean {
  return (
    (mode === 'new' || mode === 'refined' || (mode === 'more' && isDeclined(state))) &&
    list.total > SHOWN_LIMIT &&
    list.relaxed.length === 0 &&
    state.need.sort === undefined &&
    state.need.similarTo === undefined &&
    mayAskAgain(state)
  );
}

/** What is not sold any more is no candidate. */
async function candidatesOf(
  { best }: ProductList,
  { shop, market, nowMs }: TurnContext,
): Promise<readonly QuestionCandidate[]> {
  const products = await shop.store.products(best.map(({ productId }) => productId));
  const priced = best.flatMap(({ productId, score }) => {
    const product = products.get(productId);
    const priceMinor = product === undefined ? undefined : lowestPrice(product, market.country, nowMs);
    return product === undefined || priceMinor === undefined ? [] : [{ product, priceMinor, score }];
  });
  const posterior = toPosterior(
    priced.map(({ score }) => score),
    TEMPERATURE,
  );
  return priced.map(({ product, priceMinor }, position) => ({
    product,
    priceMinor,
    probability: posterior[position] ?? 0,
  }));
}

function lowestPrice(product: Product, market: string, nowMs: number): number | undefined {
  const [offered] = offeredVariants(product, market, nowMs);
  return offered === undefined ? undefined : effectivePrice(offered.offer, nowMs).amountMinor;
}

/** Each answer is decided as if it had been given, and what it leads to is counted; what leads nowhere is not offered. */
async function countAnswers(
  attribute: string,
  offered: readonly FacetAnswer[],
  context: TurnContext,
  signal: AbortSignal,
) {
  const { shop, state, language, market } = context;
  const counted = await Promise.all(
    offered.map(async (answer) => {
      const { option, words } = answerOption(attribute, answer, context);
      const command = { type: 'refine' as const, query: '', constraints: [...option.constraints], drop: [] };
      const { need } = decide(state, [command], { language }).state;
      const request = { need, market: market.country, onlyAvailable: true };
      const { total, relaxed } = await shop.retriever.resolve(request, signal);
      return relaxed.length > 0 || total === 0 ? [] : [{ option, chip: { ...words, count: total } }];
    }),
  );
  return counted.flat();
}

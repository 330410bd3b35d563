import type { PlannedProduct, ReplyPlan } from '../domain/reply-plan.ts';
import type { Claim } from '../domain/turn.ts';
import type { Affirmed, AffirmedFact } from './check-claims-affirmed.ts';
import { plannedProducts } from './check-claims-facts.ts';
import { createPhrasebook, type Phrasebook } from './phrasebook.ts';
import { evidenceOf, priceClaim, titleClaim } from './product-facts.ts';
import { createSpeaker, joinSentences, SEPARATOR, type Speaker } from './speaker.ts';

/** Facts in the house's own words. */
export interface Restated {
  readonly text: string;
  readonly claims: readonly Claim[];
  /** Products named, in order. */
  readonly named: readonly string[];
}

interface WordedFact {
  readonly words: string;
  readonly claims: readonly Claim[];
}

let shared: Phrasebook | undefined;

/**
 * Tells the facts of a sentence that was cut: one line for each product with what it has not been said to have or cost so far, then how
 * many there are. Every word is of the message files or of the plan.
 */
export function createRestater(
  plan: ReplyPlan,
): (affirmed: Affirmed, said: readonly Claim[]) => Restated | undefined {
  shared ??= createPhrasebook();
  const speaker = createSpeaker(shared, { language: plan.language, locale: plan.locale });
  const products = new Map(plannedProducts(plan).map((product) => [product.view.productId, product]));
  const total = plan.steps.flatMap((step) =>
    (step.act === 'show' || step.act === 'tally') && step.total > 0 ? [step.total] : [],
  )[0];

  return ({ facts, count }, said) => {
    const lines = [...Map.groupBy(facts, ({ productId }) => productId)].flatMap(([productId, own]) => {
      const product = products.get(productId);
      const line = product === undefined ? undefined : sayFacts(speaker, product, own, said);
      return line === undefined ? [] : [{ ...line, named: [productId] }];
    });
    const isCounted = said.some(({ evidence }) => evidence === 'count');
    const counted =
      count && total !== undefined && !isCounted ? [{ ...sayCount(speaker, total), named: [] }] : [];
    const all = [...lines, ...counted];
    return all.length === 0 ? undefined : { ...joinSentences(all), named: all.flatMap(({ named }) => named) };
  };
}

/** "Alpine Scarf: 39,90 € · red." */
function sayFacts(
  speaker: Speaker,
  product: PlannedProduct,
  facts: readonly AffirmedFact[],
  said: readonly Claim[],
): { readonly text: string; readonly claims: readonly Claim[] } | undefined {
  const isSaid = (claim: Claim): boolean =>
    said.some(
      ({ evidence, text }) => evidence === claim.evidence && text.toLowerCase() === claim.text.toLowerCase(),
    );
  const worded = facts
    .map((fact) => wordFact(speaker, product, fact))
    .filter(({ claims }) => !claims.every(isSaid));
  const fresh = [...new Map(worded.map((one) => [one.words, one])).values()];
  const isOfSale = fresh.some(({ claims }) => claims.length > 1);
  // "20 instead of 30" holds what "20" says.
  const kept = fresh.filter(({ words }) => !(isOfSale && words === product.view.price.formatted));
  if (kept.length === 0) return undefined;
  const words = kept.map((one) => one.words.replace(/[.。]+$/u, '')).join(SEPARATOR);
  return speaker.say('restate', { title: product.view.title, facts: words }, [
    titleClaim(product),
    ...kept.flatMap(({ claims }) => claims),
  ]);
}

function wordFact(
  speaker: Speaker,
  product: PlannedProduct,
  { kind, value, evidence }: AffirmedFact,
): WordedFact {
  const { price, listPrice, availability } = product.view;
  if (kind === 'availability') {
    const words = speaker.words(`restate-${availability}`);
    return { words, claims: [{ text: words, evidence }] };
  }
  if (kind === 'value') return wordValue(speaker, value, evidence);
  if (kind === 'price' || listPrice === undefined)
    return { words: price.formatted, claims: [priceClaim(product)] };
  return {
    words: speaker.words('restate-sale', { price: price.formatted, listPrice: listPrice.formatted }),
    claims: [priceClaim(product), { text: listPrice.formatted, evidence: evidenceOf(product, 'list-price') }],
  };
}

const wordValue = (speaker: Speaker, value: string, evidence: string): WordedFact => ({
  words: evidence.endsWith('#attribute:size') ? speaker.words('restate-size', { value }) : value,
  claims: [{ text: value, evidence }],
});

function sayCount(
  speaker: Speaker,
  total: number,
): { readonly text: string; readonly claims: readonly Claim[] } {
  return speaker.say('restate-count', { count: total }, [{ text: speaker.number(total), evidence: 'count' }]);
}

import type { ComposedReply, PlannedProduct, ReplyStep } from '../domain/reply-plan.ts';
import { priceClaim, titleClaim, valueClaims } from './product-facts.ts';
import { SEPARATOR, type Speaker } from './speaker.ts';

type CompareStep = Extract<ReplyStep, { act: 'compare' }>;

/** More rows stand in the table beside the reply. */
const MAX_ROWS = 4;

/** The products with their prices, the rows that differ in the same order, and which costs least. */
export function composeCompare(speaker: Speaker, step: CompareStep): readonly ComposedReply[] {
  return [sayProducts(speaker, step), sayRows(speaker, step), ...sayCheapest(speaker, step.products)];
}

function sayProducts(speaker: Speaker, { products }: CompareStep): ComposedReply {
  const named = products.map(({ view }) =>
    speaker.words('compare-product', { title: view.title, price: view.price.formatted }),
  );
  return speaker.say('compare-intro', { products: speaker.joinAnd(named) }, [
    ...products.map(titleClaim),
    ...products.map(priceClaim),
  ]);
}

function sayRows(speaker: Speaker, { products, rows }: CompareStep): ComposedReply {
  const differing = rows
    .filter(({ attribute, values }) => attribute !== 'price' && new Set(values).size > 1)
    .slice(0, MAX_ROWS);
  if (differing.length === 0) return speaker.say('compare-alike');
  const worded = differing.map(({ label, values }) =>
    speaker.words('compare-row', {
      label,
      values: values.map((value) => value ?? speaker.words('not-stated')).join(' / '),
    }),
  );
  const claims = differing.flatMap(({ attribute, values }) =>
    products.flatMap((product, index) => {
      const value = values[index];
      return value === undefined ? [] : valueClaims(product, attribute, [value]);
    }),
  );
  return speaker.say('compare-rows', { rows: worded.join(SEPARATOR) }, claims);
}

/** Said only when it is one product, and all prices are of one currency. */
function sayCheapest(speaker: Speaker, products: readonly PlannedProduct[]): readonly ComposedReply[] {
  const currencies = new Set(products.map(({ view }) => view.price.currency));
  const lowest = Math.min(...products.map(({ view }) => view.price.amountMinor));
  const [cheapest, ...others] = products.filter(({ view }) => view.price.amountMinor === lowest);
  if (cheapest === undefined || others.length > 0 || currencies.size > 1) return [];
  return [speaker.say('compare-cheapest', { title: cheapest.view.title }, [titleClaim(cheapest)])];
}

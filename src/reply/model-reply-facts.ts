import type { PlannedProduct, ReplyPlan, ReplyStep } from '../domain/reply-plan.ts';
import { plannedProducts } from './check-claims-facts.ts';

/** Longest text of the shop that a model is given at once; a description is not instructions, but it could try. */
const LONGEST_VALUE = 300;

/** The plan as a model may know it: what may be said and nothing else. Products by place ("p1"); no ids of the shop, no links, no descriptions, no scores. */
export function describePlan(plan: ReplyPlan): unknown {
  const places = new Map(plannedProducts(plan).map(({ view }, index) => [view.productId, `p${index + 1}`]));
  const describe = (product: PlannedProduct) => ({
    id: places.get(product.view.productId),
    ...describeProduct(product),
  });
  return plan.steps.map((step) => describeStep(step, describe));
}

function describeStep(step: ReplyStep, describe: (product: PlannedProduct) => object): unknown {
  switch (step.act) {
    case 'show':
      return {
        act: 'show',
        mode: step.mode,
        products: step.products.map(describe),
        total: step.total,
        wishes: step.need.constraints.map(({ words }) => words),
        relaxed: step.relaxed.map(({ words }) => words),
        unknown: step.unknown,
        exhausted: step.exhausted,
      };
    case 'compare':
      return {
        act: 'compare',
        products: step.products.map(describe),
        rows: step.rows.map(({ label, values }) => ({
          label,
          values: values.map((value) => short(value ?? null)),
        })),
      };
    case 'explain':
      return { act: 'explain', product: describe(step.product) };
    case 'answer':
      return {
        act: 'answer',
        product: describe(step.product),
        asked: step.attributeLabel ?? step.attribute ?? null,
        values: step.values?.map(short) ?? null,
        quotation: short(step.passage ?? null),
      };
    case 'clarify':
      return {
        act: 'clarify',
        options: step.options.map(({ position, title }) => ({ position, title: short(title) })),
      };
    default:
      return { act: step.act };
  }
}

function describeProduct({ view, reasons }: PlannedProduct): object {
  return {
    title: short(view.title),
    brand: short(view.brand ?? null),
    price: view.price.formatted,
    regularPrice: view.listPrice?.formatted ?? null,
    availability: view.availability,
    attributes: Object.fromEntries(
      Object.entries(view.attributes).map(([name, values]) => [short(name), values.slice(0, 5).map(short)]),
    ),
    reasons: reasons.map(({ kind }) => kind),
  };
}

function short<T extends string | null>(text: T): string | null {
  return text === null ? null : text.replace(/[\p{Cc}\p{Cf}\p{Co}]/gu, ' ').slice(0, LONGEST_VALUE);
}

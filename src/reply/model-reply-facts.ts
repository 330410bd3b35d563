import type { PlannedProduct, ReplyPlan, ReplyStep } from '../domain/reply-plan.ts';

/** Longest text of the shop that a model is given at once; a description is not instructions, but it could try. */
const LONGEST_VALUE = 300;

/** The plan as a model may know it: what may be said and nothing else. No ids, no links, no descriptions, no scores. */
export function describePlan(plan: ReplyPlan): unknown {
  return plan.steps.map(describeStep);
}

function describeStep(step: ReplyStep): unknown {
  switch (step.act) {
    case 'show':
      return {
        act: 'show',
        mode: step.mode,
        products: step.products.map(describeProduct),
        total: step.total,
        wishes: step.need.constraints.map(({ words }) => words),
        relaxed: step.relaxed.map(({ words }) => words),
        unknown: step.unknown,
        exhausted: step.exhausted,
      };
    case 'compare':
      return {
        act: 'compare',
        products: step.products.map(describeProduct),
        rows: step.rows.map(({ label, values }) => ({
          label,
          values: values.map((value) => short(value ?? null)),
        })),
      };
    case 'explain':
      return { act: 'explain', product: describeProduct(step.product) };
    case 'answer':
      return {
        act: 'answer',
        product: describeProduct(step.product),
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

function describeProduct({ view, reasons }: PlannedProduct): unknown {
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

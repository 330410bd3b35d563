import type { OpenQuestion } from '../domain/dialogue-state.ts';
import { formatMoney } from '../domain/money.ts';
import type { Constraint } from '../domain/need.ts';
import type { ChipMeaning, ChipWords } from '../reply/replier.ts';
import { sayQuantity } from '../text/write-quantity.ts';
import type { FacetAnswer } from './question-facets.ts';
import type { TurnContext } from './turn-context.ts';
import { wantedValue } from './wanted-value.ts';

/** An answer as it is offered: what is read on it, what it says, and the limits it stands for. */
export function answerOption(
  attribute: string,
  answer: FacetAnswer,
  context: TurnContext,
): { readonly option: OpenQuestion['options'][number]; readonly words: ChipWords } {
  const words = context.replier.chipWords(toMeaning(attribute, answer, context), context.language);
  const constraints = limitsOf(attribute, answer, context.state.turn + 1).map((limit) => ({
    ...limit,
    words: words.label,
  }));
  return { option: { label: words.label, constraints }, words };
}

function toMeaning(attribute: string, answer: FacetAnswer, context: TurnContext): ChipMeaning {
  const { shop, language, locale, market } = context;
  const attributeLabel = shop.vocabulary.attributeLabel(attribute, language);
  if ('value' in answer) {
    const { value } = answer;
    return {
      kind: 'value',
      attribute,
      attributeLabel,
      label: shop.vocabulary.labelOf(attribute, value, language),
      ambiguous: shop.vocabulary.isAmbiguous(attribute, value, language),
    };
  }
  const { range, written } = answer;
  const say = (amount: number) =>
    attribute === 'price'
      ? formatMoney({ amountMinor: amount, currency: market.currency }, locale)
      : sayQuantity(written?.get(amount) ?? String(amount), language);
  return {
    kind: 'range',
    attributeLabel,
    named: attribute !== 'price',
    ...(range.from === undefined ? {} : { from: say(range.from) }),
    ...(range.to === undefined ? {} : { to: say(range.to) }),
  };
}

function limitsOf(attribute: string, answer: FacetAnswer, sourceTurn: number): readonly Constraint[] {
  if ('value' in answer) return [wantedValue(attribute, answer.value, { sourceTurn })];
  const { range, written } = answer;
  const bound = (amount: number) => written?.get(amount) ?? amount;
  return [
    ...(range.from === undefined
      ? []
      : [wantedValue(attribute, bound(range.from), { operator: 'gte', sourceTurn })]),
    ...(range.to === undefined
      ? []
      : [
          wantedValue(attribute, bound(range.to), {
            operator: range.from === undefined ? 'lt' : 'lte',
            sourceTurn,
          }),
        ]),
  ];
}

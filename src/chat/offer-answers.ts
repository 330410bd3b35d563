import { decide } from '../dialogue/decide.ts';
import type { CommandOf } from '../domain/command.ts';
import { hardConstraints, type Need, sameConstraint } from '../domain/need.ts';
import type { TallyStep } from '../domain/reply-plan.ts';
import type { Chip } from '../domain/turn.ts';
import type { ChipMeaning } from '../reply/replier.ts';
import type { TurnContext } from './turn-context.ts';
import { wantedValue } from './wanted-value.ts';

const MOST_VALUES = 5;

/** Next steps after a question about the shop: to see what was counted, or those of one of the values named. */
export async function offerAnswers(
  step: TallyStep,
  context: TurnContext,
  signal: AbortSignal,
): Promise<Chip[]> {
  if (step.total === 0) return [];
  const { replier, language } = context;
  const isAll = step.products.length > 0 && step.total <= step.products.length;
  const all = isAll ? [] : [{ ...replier.chipWords({ kind: 'show-asked' }, language), count: step.total }];
  return [...(step.relaxed.length === 0 ? all : []), ...(await offerValues(step, context, signal))];
}

/** Only where "only red" would be understood of what was asked about, not of something else that is wanted. */
async function offerValues(step: TallyStep, context: TurnContext, signal: AbortSignal): Promise<Chip[]> {
  const { shop, replier, state, language, market } = context;
  if (step.values === undefined || !isAboutNeed(step.need, state.need)) return [];
  const { attribute, attributeLabel, counts } = step.values;
  const chips = await Promise.all(
    counts.slice(0, MOST_VALUES).map(async ({ value, label }) => {
      const meaning: ChipMeaning = {
        kind: 'value',
        attribute,
        attributeLabel,
        label,
        ambiguous: shop.vocabulary.isAmbiguous(attribute, value, language),
      };
      const { need } = decide(state, [onlyValue(attribute, value, state.turn + 1)], { language }).state;
      const { total } = await shop.retriever.resolve(
        { need, market: market.country, onlyAvailable: true },
        signal,
      );
      return { ...replier.chipWords(meaning, language), count: total };
    }),
  );
  return chips.filter(({ count }) => count > 0 && count < step.total);
}

function isAboutNeed(asked: Need, wanted: Need): boolean {
  const limits = hardConstraints(wanted);
  const isNothing = wanted.query === '' && wanted.constraints.length === 0 && wanted.similarTo === undefined;
  const own = hardConstraints(asked);
  return (
    isNothing ||
    (own.length === limits.length &&
      own.every((limit) => limits.some((other) => sameConstraint(limit, other))))
  );
}

const onlyValue = (attribute: string, value: string, sourceTurn: number): CommandOf<'refine'> => ({
  type: 'refine',
  query: '',
  constraints: [wantedValue(attribute, value, { sourceTurn })],
  drop: [],
});

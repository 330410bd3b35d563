import { decide } from '../dialogue/decide.ts';
import type { CommandOf } from '../domain/command.ts';
import { hardConstraints } from '../domain/need.ts';
import type { Chip } from '../domain/turn.ts';
import type { ChipMeaning } from '../reply/replier.ts';
import type { ProductList } from './list-products.ts';
import type { TurnContext } from './turn-context.ts';
import { wantedValue } from './wanted-value.ts';

/** A list longer than a screen is narrowed rather than widened. */
const SHORT = 8;
const MOST_WIDENINGS = 3;

/** What kind of thing it is stays as it is; the price moves instead of going. */
const KEPT: ReadonlySet<string> = new Set(['type', 'category', 'product', 'mentions', 'price']);

/** What a chip asks for, as the parser reads its message back. */
interface Proposal {
  readonly change: CommandOf<'refine'>;
  /** @param more Products that the change adds to what fits now. */
  toMeaning(more: number): ChipMeaning;
}

/**
 * What would be found if one limit gave way: "up to $75: 6 more", "without waterproof: 12 more". Offered beside a short list,
 * and where nothing fits; the count is of all that tapping it shows, and nothing else is given up for it.
 */
export async function offerWidenings(
  list: ProductList,
  context: TurnContext,
  signal: AbortSignal,
): Promise<Chip[]> {
  const { shop, replier, language, state, market } = context;
  if (list.relaxed.length === 0 && list.total > SHORT) return [];
  const fitting = list.relaxed.length === 0 ? list.total : 0;
  const proposals = [...(await movePrices(context, signal)), ...dropLimits(context)];
  const chips = await Promise.all(
    proposals.map(async ({ change, toMeaning }) => {
      const { need } = decide(state, [change], { language }).state;
      const request = { need, market: market.country, onlyAvailable: true };
      const { total, relaxed } = await shop.retriever.resolve(request, signal);
      if (relaxed.length > 0 || total <= fitting) return undefined;
      return { ...replier.chipWords(toMeaning(total - fitting), language), count: total };
    }),
  );
  return chips.filter((chip) => chip !== undefined).slice(0, MOST_WIDENINGS);
}

const REFINE: CommandOf<'refine'> = { type: 'refine', query: '', constraints: [], drop: [] };

async function movePrices(context: TurnContext, signal: AbortSignal): Promise<Proposal[]> {
  const { shop, state, market, locale } = context;
  const { country, currency } = market;
  const moved = await shop.retriever.widerPrices({ need: state.need, market: country, currency }, signal);
  return moved.map(({ operator, value }) => ({
    change: {
      ...REFINE,
      constraints: [wantedValue('price', value, { operator, sourceTurn: state.turn + 1 })],
    },
    toMeaning: (more) => ({
      kind: operator === 'lte' ? 'raise-price' : 'lower-price',
      price: { amountMinor: value, currency },
      locale,
      more,
    }),
  }));
}

/** One attribute's limits after the other. What is refused stays refused: who says "not red" means it. */
function dropLimits({ shop, state, language, replier }: TurnContext): Proposal[] {
  const byAttribute = Map.groupBy(hardConstraints(state.need), ({ attribute }) => attribute);
  return [...byAttribute].flatMap(([attribute, limits]): Proposal[] => {
    if (KEPT.has(attribute) || limits.some(({ operator }) => operator === 'ne')) return [];
    const labels = limits.map(({ operator, value }) =>
      operator === 'eq' || operator === 'ne'
        ? shop.vocabulary.labelOf(attribute, String(value), language)
        : replier.boundText(operator, String(value), language),
    );
    const attributeLabel = shop.vocabulary.attributeLabel(attribute, language);
    return [
      {
        change: { ...REFINE, drop: [attribute] },
        toMeaning: (more) => ({ kind: 'drop', attributeLabel, labels: [...new Set(labels)], more }),
      },
    ];
  });
}

import type { OpenService } from '../../../src/assembly/open-service.ts';
import { brokenLimits } from '../../../src/chat/desk/cases/breaks-limit.ts';
import { needParts } from '../../../src/chat/desk/cases/say-command.ts';
import type { Turn } from '../../../src/domain/turn.ts';
import { isAssistantError } from '../../../src/errors/assistant-error.ts';
import { type Move, type SimulatedConversation, sayMove } from './draw-moves.ts';
import { afterMove, type ExpectedNeed, expectedParts, NOTHING_EXPECTED } from './expect-need.ts';

/** A promise that was broken, the first of its conversation. */
export interface Broken {
  readonly promise:
    | 'answer'
    | 'language'
    | 'need'
    | 'limits'
    | 'cheaper'
    | 'more'
    | 'reference'
    | 'chip'
    | 'crash';
  /** Position of the turn, from 0. */
  readonly turn: number;
  readonly expected: string;
  readonly got: string;
  /** Everything said up to it. */
  readonly says: readonly string[];
}

/** Plays moves against the whole chat until a promise is broken. @returns undefined when all are kept. */
export async function playMoves(
  service: Pick<OpenService, 'chat' | 'shop'>,
  { market, language, moves }: SimulatedConversation,
  signal: AbortSignal,
): Promise<{ readonly broken?: Broken; readonly turns: number }> {
  const { vocabulary, store } = service.shop.current();
  const started = await service.chat.start({
    locale: `${language}-${market.country}`,
    market: market.country,
  });
  const key = { conversationId: started.conversationId, token: started.token };
  const says: string[] = [];
  let expected = NOTHING_EXPECTED;
  let list: Turn | undefined;
  let last: Turn | undefined;
  for (const [position, move] of moves.entries()) {
    const chip = move.does === 'tap' ? last?.chips.at(move.chip) : undefined;
    const text = chip?.message ?? sayMove(move, vocabulary, market);
    if (text === undefined) continue;
    says.push(text);
    expected = afterMove(expected, move);
    const fail = (promise: Broken['promise'], wanted: string, got: string) => ({
      broken: { promise, turn: position, expected: wanted, got, says },
      turns: says.length,
    });
    let turn: Turn;
    try {
      turn = await service.chat.handle({ ...key, text }, { signal });
    } catch (error) {
      return fail('crash', 'an answer', isAssistantError(error) ? error.code : String(error));
    }
    if (turn.text.trim() === '') return fail('answer', 'some text', '');
    const isSwitched = moves.slice(0, position + 1).some((each) => each.language !== language);
    if (!isSwitched && turn.language !== language) return fail('language', language, turn.language);
    const missed = missedNeed(expected, turn);
    if (missed !== undefined) return fail('need', ...missed);
    if (chip !== undefined && turn.total !== undefined && turn.total !== chip.count)
      return fail('chip', `${chip.message}: ${chip.count}`, String(turn.total));
    const products = await store.products(turn.products.map(({ productId }) => productId));
    const isList = turn.commands.some(({ type }) => LISTING.has(type));
    const given = new Set(turn.relaxed?.map(({ attribute }) => attribute));
    const limits = turn.need.hard.filter(({ attribute }) => !given.has(attribute));
    for (const view of isList ? turn.products : []) {
      const product = products.get(view.productId);
      const lost = product === undefined ? ['a product of the shop'] : brokenLimits(view, product, limits);
      if (lost.length > 0) return fail('limits', lost.join(' '), `${view.productId} ${view.price.formatted}`);
    }
    const wrong = wrongAfter(move, list, turn);
    if (wrong !== undefined) return fail(...wrong);
    if (isList) list = turn;
    last = turn;
  }
  return { turns: says.length };
}

const LISTING: ReadonlySet<string> = new Set([
  'find',
  'refine',
  'more',
  'undo',
  'no-preference',
  'similar',
  'reject',
]);

function missedNeed(expected: ExpectedNeed, turn: Turn): readonly [string, string] | undefined {
  const { need, notNeed } = expectedParts(expected);
  const has = needParts({ query: '', constraints: [...turn.need.hard, ...turn.need.soft] });
  const missing = need.filter((part) => !has.includes(part) && !has.includes(`${part}~`));
  const refused = notNeed.filter((part) => has.includes(part));
  if (missing.length + refused.length === 0) return undefined;
  return [[...missing, ...refused.map((part) => `no ${part}`)].join(' '), has.join(' ')];
}

/** What a move promises of the list before and the one it made. */
function wrongAfter(
  move: Move,
  before: Turn | undefined,
  { products, relaxed }: Turn,
): readonly [Broken['promise'], string, string] | undefined {
  if (before === undefined || before.products.length === 0) return undefined;
  const ids = products.map(({ productId }) => productId);
  const shown = before.products.map(({ productId }) => productId);
  const dearest = (of: Turn['products']) => Math.max(...of.map(({ price }) => price.amountMinor));
  const isPriceGiven = relaxed?.some(({ attribute }) => attribute === 'price') === true;
  const meant = move.does === 'point' ? shown[move.position - 1] : undefined;
  if (move.does === 'cheaper' && !isPriceGiven && dearest(products) >= dearest(before.products))
    return ['cheaper', `below ${dearest(before.products)}`, String(dearest(products))];
  if (move.does === 'more' && ids.some((id) => shown.includes(id)))
    return ['more', 'none again', ids.filter((id) => shown.includes(id)).join(' ')];
  if (meant !== undefined && (ids.length !== 1 || ids[0] !== meant))
    return ['reference', meant, ids.join(' ')];
  return undefined;
}

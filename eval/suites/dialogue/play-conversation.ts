import type { OpenService } from '../../../src/assembly/open-service.ts';
import { buyerOf } from '../../../src/chat/buyer-of.ts';
import { type PlayedTurn, productNamed } from '../../../src/chat/desk/cases/played-turn.ts';
import { decide } from '../../../src/dialogue/decide.ts';
import type { Act } from '../../../src/domain/act.ts';
import type { WrittenConversation } from '../../../src/domain/desk/written-conversation.ts';
import type { DialogueState } from '../../../src/domain/dialogue-state.ts';
import type { Turn } from '../../../src/domain/turn.ts';
import { signIn } from './signed-in.ts';

export type PlayedService = Pick<OpenService, 'chat' | 'database' | 'shop' | 'commerce'>;

/** Holds a conversation with the whole chat, through its store, and tells what became of every turn. */
export async function playConversation(
  service: PlayedService,
  { locale, market, customer, turns }: WrittenConversation,
  signal: AbortSignal,
  nowMs: number,
): Promise<PlayedTurn[]> {
  const customerToken =
    customer === undefined
      ? undefined
      : await signIn(customer, { database: service.database, nowMs, signal });
  const start = await service.chat.start({
    locale,
    ...(market === undefined ? {} : { market }),
    ...(customerToken === undefined ? {} : { customerToken }),
  });
  const key = { conversationId: start.conversationId, token: start.token };
  const played: PlayedTurn[] = [];
  for (const { say, page } of turns) {
    const before = await stateOf(service, start.conversationId);
    const productId = page === undefined ? undefined : productNamed(page, played);
    const message = { ...key, text: say, ...(productId === undefined ? {} : { page: { productId } }) };
    const turn = await service.chat.handle(message, { signal });
    const state = await stateOf(service, start.conversationId);
    const orders = customer === undefined ? [] : await service.commerce.orders(customer, MOST_ORDERS, signal);
    const buyer = buyerOf(await service.chat.authorize(key));
    const { lines: basket } = await service.commerce.basket(buyer, signal);
    played.push({ turn, state, acts: actsOf(before, turn, productId), orders, basket });
  }
  return played;
}

const MOST_ORDERS = 20;

function actsOf(before: DialogueState, turn: Turn, pageProductId: string | undefined): Act['type'][] {
  const { language, commands, handoff } = turn;
  const context = { language, ...(pageProductId === undefined ? {} : { pageProductId }) };
  const acts = decide(before, commands, context).acts.map(({ type }) => type);
  return acts.includes('decline') && handoff?.reason === 'misunderstood' ? ['handoff'] : acts;
}

async function stateOf({ database }: PlayedService, conversationId: string): Promise<DialogueState> {
  const row = await database.query
    .selectFrom('conversations')
    .select('state')
    .where('conversationId', '=', conversationId)
    .executeTakeFirstOrThrow();
  return JSON.parse(row.state) as DialogueState;
}

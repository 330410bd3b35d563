import type { OpenService } from '../../../src/assembly/open-service.ts';
import type { Product } from '../../../src/domain/product.ts';
import { createRandom } from '../../../src/domain/random.ts';
import type { Turn } from '../../../src/domain/turn.ts';
import { answerQuestion, isEqual, type ShopperOptions } from './simulated-shopper.ts';

/** How a conversation went. */
export interface Played {
  readonly found: boolean;
  /** Messages until it was found; one more than allowed when it was not. */
  readonly turns: number;
  /** Questions asked before it was found. */
  readonly questions: number;
  readonly says: readonly string[];
}

export interface PlayOptions extends Omit<ShopperOptions, 'random'> {
  readonly chat: OpenService['chat'];
  /** What the shopper says to see further products. */
  readonly more: string;
  readonly products: ReadonlyMap<string, Product>;
  readonly mostTurns: number;
}

/** One conversation of a simulated shopper with the whole product: answers what is asked, else looks further. */
export async function playNeed(options: PlayOptions, signal: AbortSignal): Promise<Played> {
  const { chat, need, market, mostTurns, products } = options;
  const random = createRandom(need.seed);
  const started = await chat.start({ locale: `${need.language}-${market}`, market });
  const says: string[] = [];
  let questions = 0;
  let text = need.vague;
  for (let turns = 1; turns <= mostTurns; turns += 1) {
    says.push(text);
    const turn: Turn = await chat.handle(
      { conversationId: started.conversationId, token: started.token, text },
      { signal },
    );
    const isFound = turn.products.some(({ productId }) => {
      const product = products.get(productId);
      return product !== undefined && isEqual(product, { ...options, random });
    });
    if (isFound) return { found: true, turns, questions, says };
    if (turn.question !== undefined) questions += 1;
    text =
      turn.question === undefined
        ? options.more
        : answerQuestion(turn.question, turn, { ...options, random });
  }
  return { found: false, turns: mostTurns + 1, questions, says };
}

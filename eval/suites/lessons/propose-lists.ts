import type { OpenService } from '../../../src/assembly/open-service.ts';
import type { ProposedProduct } from '../../../src/domain/desk/draft.ts';
import { taughtOf } from '../../../src/ranking/lessons/lesson.ts';

/** A list as an agent would get it: what the shopper has, then what else was in question. */
export interface Proposal {
  readonly says: string;
  readonly messageId: string;
  /** Short name of the kind of thing that was asked for. */
  readonly scope: string;
  readonly products: readonly ProposedProduct[];
  readonly listed: number;
  /** The list as the shopper got it, whole. */
  readonly shown: string;
}

/** What the shop lists for some words, in a conversation of its own. @returns Undefined where it lists nothing. */
export async function propose(
  { chat, desk, database }: OpenService,
  says: string,
  signal: AbortSignal,
): Promise<Proposal | undefined> {
  const { conversationId, token } = await chat.start({ locale: 'en' });
  const turn = await chat.handle({ conversationId, token, text: says }, { signal });
  const draft = await desk.drafts.draftOf(conversationId);
  if (draft === undefined || turn.products.length === 0) return undefined;
  const { scope = '' } =
    (await database.query
      .selectFrom('impressions')
      .select('scope')
      .where('messageId', '=', turn.messageId)
      .executeTakeFirst()) ?? {};
  const products = [...turn.products, ...draft.alternatives].map(({ productId, score = 0, parts = [] }) => ({
    productId,
    score,
    taught: taughtOf(parts),
  }));
  const shown = JSON.stringify(turn.products);
  return { says, messageId: turn.messageId, scope, products, listed: turn.products.length, shown };
}

/** Place of a product, from 1; behind the last where it is not in question. */
export function placeOf({ products }: Pick<Proposal, 'products'>, productId: string): number {
  const place = products.findIndex((product) => product.productId === productId);
  return place === -1 ? products.length + 1 : place + 1;
}

/** Share of the pairs that both lists hold and that stand in the other order, in [0, 1]: Kendall's distance. */
export function orderDistance(before: Proposal, after: Proposal): number {
  const places = new Map(after.products.map(({ productId }, place) => [productId, place]));
  const both = before.products.flatMap(({ productId }) => places.get(productId) ?? []);
  let [turned, pairs] = [0, 0];
  both.forEach((upper, index) => {
    for (const lower of both.slice(index + 1)) {
      pairs += 1;
      if (lower < upper) turned += 1;
    }
  });
  return pairs === 0 ? 0 : turned / pairs;
}

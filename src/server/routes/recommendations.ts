import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { Chat } from '../../chat/chat.ts';
import type { Departments } from '../../chat/departments.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import { assertCustomer, type CustomerProof } from '../assert-customer.ts';
import { authenticationRequired } from '../caller.ts';
import { honourOptOut } from '../honour-opt-out.ts';
import { requestSignal } from '../request-signal.ts';
import { defineRoute, nothing, type Route } from '../route.ts';
import { recommendationsQuery } from '../schemas/place.ts';
import { recommendationListSchema } from '../schemas/product.ts';
import { asStranger } from './conversations.ts';
import { placeOf } from './products.ts';

export interface RecommendationRoutesOptions extends CustomerProof {
  readonly chat: Chat;
  readonly departments: Departments;
}

/**
 * What somebody may like tells what they did, so it is given only to whom it is about: to the holder of the
 * conversation's token, to a customer by the token the shop signed, or to the shop itself by the administration token.
 */
export function recommendationRoutes(options: RecommendationRoutesOptions): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/v1/recommendations',
      summary: 'Products for a conversation or a customer; for nobody: what is popular',
      tag: 'Catalogue',
      security: 'optional',
      schemas: { path: nothing, query: recommendationsQuery, body: nothing },
      responses: {
        200: { description: 'Best first', content: { 'application/json': recommendationListSchema } },
      },
      async handle({ query, token, request: asked, response }) {
        const { conversationId, customerId, limit } = query;
        if (conversationId !== undefined && customerId !== undefined) {
          throw new AssistantError('INVALID_ARGUMENT', 'Give conversationId or customerId, not both');
        }
        if (conversationId !== undefined) await assertConversation(options, asked, conversationId, token);
        if (customerId !== undefined) await assertCustomer(options, customerId, token);
        const listId = randomUUID();
        const request = {
          ...placeOf(query),
          limit,
          listId,
          seed: EVERYBODY,
          ...(conversationId !== undefined && { conversationId }),
          ...(customerId !== undefined && { customerId }),
        };
        const signal = requestSignal(response);
        const products = await options.departments.recommendations(request, signal);
        if (query.explain === undefined) return { kind: 'json', status: 200, body: { listId, products } };
        const counterfactual = await options.departments.counterfactual(request, signal);
        return { kind: 'json', status: 200, body: { listId, products, counterfactual } };
      },
    }),
  ];
}

/** Who is nobody in particular gets the list that everybody gets. */
const EVERYBODY = 'everybody';

async function assertConversation(
  { chat }: RecommendationRoutesOptions,
  request: Request,
  conversationId: string,
  token: string | undefined,
): Promise<void> {
  if (token === undefined) throw authenticationRequired();
  await asStranger(honourOptOut(chat, request, { conversationId, token }));
}

import { randomUUID } from 'node:crypto';
import type { BasketDesk, BasketWriteRequest } from '../../chat/basket-desk.ts';
import type { Chat } from '../../chat/chat.ts';
import type { CartView } from '../../domain/cart.ts';
import { sha256 } from '../caller.ts';
import { idempotencyKey } from '../mount-routes.ts';
import { defineRoute, nothing, type Route, type RouteCall } from '../route.ts';
import { addLineSchema, checkoutSchema, linePath, quantitySchema } from '../schemas/basket.ts';
import { cartSchema } from '../schemas/cart.ts';
import { conversationPath } from '../schemas/conversation.ts';
import { asStranger, conversationKey } from './conversations.ts';

const JSON_TYPE = 'application/json';
const AS_IT_IS = { 200: { description: 'The basket as it is then', content: { [JSON_TYPE]: cartSchema } } };

type Call = Pick<
  RouteCall<{ readonly conversationId: string }, unknown, unknown>,
  'path' | 'token' | 'request' | 'once'
>;

export interface BasketRoutesOptions {
  readonly chat: Chat;
  readonly desk: BasketDesk;
  /** Aborted when the server stops waiting; a write is not given up because its client left. */
  readonly shutdown: AbortSignal;
}

/** The basket of a conversation for buttons; what is said in the conversation changes the same one. */
export function basketRoutes({ chat, desk, shutdown }: BasketRoutesOptions): Route[] {
  async function requestOf(call: Call): Promise<BasketWriteRequest> {
    const key = conversationKey(call);
    const known = await asStranger(chat.authorize(key));
    const given = idempotencyKey(call.request);
    const name =
      given === undefined ? randomUUID() : sha256(`${call.request.method} ${call.request.path} ${given}`);
    return {
      visitor: { ...known, conversationId: key.conversationId },
      key: `${key.conversationId}.${name}`,
      signal: shutdown,
    };
  }

  async function change(call: Call, work: (request: BasketWriteRequest) => Promise<CartView>) {
    const request = await requestOf(call);
    const { answer } = await call.once(async () => ({
      kind: 'json',
      status: 200,
      body: await work(request),
    }));
    return answer;
  }

  return [
    defineRoute({
      method: 'get',
      path: '/v1/conversations/{conversationId}/basket',
      summary: 'What is in the basket of the shopper',
      tag: 'Basket',
      security: 'conversation',
      schemas: { path: conversationPath, query: nothing, body: nothing },
      responses: { 200: { description: 'The basket', content: { [JSON_TYPE]: cartSchema } } },
      async handle(call) {
        return { kind: 'json', status: 200, body: await desk.show(await requestOf(call)) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/v1/conversations/{conversationId}/basket',
      summary: 'Put pieces of a product into the basket',
      tag: 'Basket',
      security: 'conversation',
      schemas: { path: conversationPath, query: nothing, body: addLineSchema },
      responses: AS_IT_IS,
      handle: (call) => change(call, (request) => desk.add(call.body, request)),
    }),
    defineRoute({
      method: 'patch',
      path: '/v1/conversations/{conversationId}/basket/lines/{lineId}',
      summary: 'Change how many there are of a line',
      tag: 'Basket',
      security: 'conversation',
      schemas: { path: linePath, query: nothing, body: quantitySchema },
      responses: AS_IT_IS,
      handle: (call) =>
        change(call, (request) => desk.setQuantity(call.path.lineId, call.body.quantity, request)),
    }),
    defineRoute({
      method: 'delete',
      path: '/v1/conversations/{conversationId}/basket/lines/{lineId}',
      summary: 'Take a line out of the basket',
      tag: 'Basket',
      security: 'conversation',
      schemas: { path: linePath, query: nothing, body: nothing },
      responses: AS_IT_IS,
      handle: (call) => change(call, (request) => desk.setQuantity(call.path.lineId, 0, request)),
    }),
    defineRoute({
      method: 'post',
      path: '/v1/conversations/{conversationId}/checkout',
      summary: "The address of the shop's checkout with this basket; nothing is charged here",
      tag: 'Basket',
      security: 'conversation',
      schemas: { path: conversationPath, query: nothing, body: nothing },
      responses: {
        200: { description: 'Where it is paid for', content: { [JSON_TYPE]: checkoutSchema } },
      },
      async handle(call) {
        return { kind: 'json', status: 200, body: await desk.checkout(await requestOf(call)) };
      },
    }),
  ];
}

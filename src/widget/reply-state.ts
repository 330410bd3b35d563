import type { ProductView, Turn, TurnEvent } from '../domain/turn.ts';

/** A reply as far as it has arrived. */
export interface Reply {
  readonly messageId: string;
  readonly language: string;
  readonly text: string;
  readonly products: readonly ProductView[];
  /** Names the list where the message does not: a person made it. */
  readonly listId?: string;
  readonly chips: Turn['chips'];
  readonly question?: Turn['question'];
  readonly comparison?: Turn['comparison'];
  /** Products that fit, of which `products` are some. */
  readonly total?: Turn['total'];
  readonly sources?: Turn['sources'];
  readonly cart?: Turn['cart'];
  readonly order?: Turn['order'];
  readonly confirmation?: Turn['confirmation'];
  readonly handoff?: Turn['handoff'];
  readonly review?: Turn['review'];
  readonly isDegraded: boolean;
  readonly isComplete: boolean;
}

/** What its list is called: in events, in what is put into the basket from it, and on screen. */
export const listIdOf = ({ listId, messageId }: Reply): string => listId ?? messageId;

export const EMPTY_REPLY: Reply = {
  messageId: '',
  language: '',
  text: '',
  products: [],
  chips: [],
  isDegraded: false,
  isComplete: false,
};

export const replyOf = ({ degraded, ...turn }: Turn): Reply => ({
  ...turn,
  isDegraded: degraded?.some(({ component }) => component === 'chat-model') === true,
  isComplete: true,
});

/** Takes one event of a stream into the reply; the end replaces everything by the turn as it was stored. */
export function hear(reply: Reply, event: TurnEvent): Reply {
  switch (event.type) {
    case 'reply-start':
      return { ...EMPTY_REPLY, messageId: event.messageId, language: event.language };
    case 'products-available':
      return { ...reply, products: event.products };
    case 'reply-delta':
      return { ...reply, text: reply.text + event.text };
    case 'question':
      return { ...reply, question: event.question };
    case 'chips':
      return { ...reply, chips: event.chips };
    case 'cart-changed':
      return { ...reply, cart: event.cart };
    case 'handoff':
      return { ...reply, handoff: event.handoff };
    case 'reply-end':
      return replyOf(event.turn);
    // What is not shown, and what a newer server tells.
    default:
      return reply;
  }
}

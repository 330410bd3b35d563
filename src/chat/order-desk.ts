import type { Buyer } from '../domain/commerce.ts';
import type { OpenForm, OpenOffer, OpenProposal } from '../domain/dialogue-state.ts';
import type { OrderView } from '../domain/order-view.ts';
import type { Product } from '../domain/product.ts';
import type { ReplyStep } from '../domain/reply-plan.ts';
import type { Degradation } from '../domain/turn.ts';
import type { CommerceBackend } from '../ports/commerce-backend.ts';
import type { OrderWords } from '../reply/replier.ts';
import type { OfferedVariant } from './product-view.ts';
import type { TurnContext } from './turn-context.ts';

/** What acts about orders are carried out with: only where the shop has proved who it is. */
export interface OrderDesk {
  readonly commerce: CommerceBackend;
  readonly buyer: Buyer & { readonly customerId: string };
  readonly words: OrderWords;
  readonly context: TurnContext;
  readonly signal: AbortSignal;
}

/** What an act about orders came to. */
export interface OrderResult {
  readonly step: ReplyStep;
  readonly form?: Omit<OpenForm, 'turn'>;
  readonly proposal?: Omit<OpenProposal, 'turn'>;
  readonly offer?: OpenOffer;
  readonly order?: OrderView;
  /** Nothing more can be done about it here: a person is offered. */
  readonly isStuck?: boolean;
  /** A person takes over. */
  readonly isHandedOver?: boolean;
  readonly degraded?: readonly Degradation[];
  /** On screen, to be pointed at. */
  readonly shown?: readonly { readonly product: Product; readonly offered: OfferedVariant }[];
}

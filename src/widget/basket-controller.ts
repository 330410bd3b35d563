import type { CartLineView, CartView } from '../domain/cart.ts';
import type { BasketAnswer, BasketClient, BasketFailure, Wish } from './basket-client.ts';

interface OpenConversation {
  readonly conversationId: string;
  readonly token: string;
}

/** How the last thing that was done to a product or a line ended, as the server told it. */
export type BasketOutcome =
  /** `line`: as it is in the basket now; absent when it is out. */
  | { readonly kind: 'done'; readonly line?: CartLineView }
  | { readonly kind: 'failed'; readonly failure: BasketFailure; readonly retry?: () => Promise<void> };

export interface BasketOptions {
  readonly client: BasketClient;
  readonly conversation: () => OpenConversation | undefined;
  /** Something changed that is on screen. */
  readonly changed: () => void;
  readonly newKey: () => string;
}

/** Goes with a line that was taken out, so that it can be put back. */
interface TakenOut {
  readonly line: CartLineView;
}

export const CHECKOUT = 'checkout';

/**
 * The basket on screen: always as the server told it last, never as it is hoped to be. What is tapped is sent one after the other,
 * each tap with a key of its own that also its repetition bears.
 */
export class BasketController {
  cart: CartView | undefined;
  /** The basket could not be read. */
  failure: BasketFailure | undefined;
  takenOut: TakenOut | undefined;
  readonly #options: BasketOptions;
  readonly #pending = new Set<string>();
  readonly #outcomes = new Map<string, BasketOutcome>();
  #queue: Promise<unknown> = Promise.resolve();
  #conversationId: string | undefined;
  /** Grows with every basket that a change or a turn told: what was asked for before is older. */
  #told = 0;
  /** Rereads are numbered; of two on their way, the one that was asked later is the newer, whichever comes first. */
  #asked = 0;
  #reread = 0;

  constructor(options: BasketOptions) {
    this.#options = options;
  }

  isPending = (target: string): boolean => this.#pending.has(target);
  outcome = (target: string): BasketOutcome | undefined => this.#outcomes.get(target);

  /** A basket that the server told of elsewhere: in a turn. */
  take(cart: CartView): void {
    this.#show(cart);
    this.#told += 1;
  }

  /** Asks how it is now. Another tab, or the shop itself, may have changed it. */
  async reread(): Promise<void> {
    this.#forgetOther();
    const conversation = this.#options.conversation();
    if (conversation === undefined || this.#pending.size > 0) return;
    const told = this.#told;
    this.#asked += 1;
    const number = this.#asked;
    const answer = await this.#options.client.show(conversation);
    if (told !== this.#told || number < this.#reread || this.#pending.size > 0) return;
    this.#reread = number;
    if (answer.kind === 'done') this.#show(answer.value);
    else this.failure = answer.failure;
    this.#options.changed();
  }

  #show(cart: CartView): void {
    this.cart = cart;
    this.failure = undefined;
  }

  /** @param target Where the outcome is shown. */
  async add(wish: Wish, target: string): Promise<void> {
    await this.#write(
      target,
      (client, conversation, key) => client.add(conversation, wish, key),
      (cart) =>
        changedLine(cart, ({ productId, variantId }) =>
          wish.variantId === undefined ? productId === wish.productId : variantId === wish.variantId,
        ),
    );
  }

  /** @param quantity 0 takes it out. */
  async setQuantity(line: CartLineView, quantity: number): Promise<void> {
    const { lineId } = line;
    await this.#write(
      lineId,
      (client, conversation, key) => client.setQuantity(conversation, lineId, quantity, key),
      (cart) => {
        const now = cart.lines.find((each) => each.lineId === lineId);
        this.takenOut = now === undefined ? { line } : undefined;
        return now;
      },
    );
  }

  /** Puts back what was taken out last. */
  async putBack(): Promise<void> {
    const { takenOut } = this;
    if (takenOut === undefined) return;
    const { productId, variantId, quantity, lineId } = takenOut.line;
    await this.add({ productId, variantId, quantity }, lineId);
    if (this.#outcomes.get(lineId)?.kind === 'done') this.takenOut = undefined;
    this.#options.changed();
  }

  /** @returns Where it is paid for; undefined when it cannot be, which the outcome explains. */
  async checkout(): Promise<string | undefined> {
    const conversation = this.#options.conversation();
    if (conversation === undefined || this.#pending.has(CHECKOUT)) return undefined;
    this.#begin(CHECKOUT);
    const answer = await this.#options.client.checkout(conversation);
    this.#end(CHECKOUT, answer.kind === 'failed' ? answer : undefined);
    return answer.kind === 'done' ? answer.value.url : undefined;
  }

  /** What an outcome was told of is read; a later one begins anew. */
  forgetOutcome(target: string): void {
    this.#outcomes.delete(target);
  }

  async #write(
    target: string,
    work: (
      client: BasketClient,
      conversation: OpenConversation,
      key: string,
    ) => Promise<BasketAnswer<CartView>>,
    lineOf: (cart: CartView) => CartLineView | undefined,
    key = this.#options.newKey(),
  ): Promise<void> {
    this.#forgetOther();
    const conversation = this.#options.conversation();
    if (conversation === undefined || this.#pending.has(target)) return;
    this.#begin(target);
    const turn = this.#queue.then(() => work(this.#options.client, conversation, key));
    this.#queue = turn;
    const answer = await turn;
    if (conversation.conversationId !== this.#conversationId) return this.#end(target, undefined);
    if (answer.kind === 'failed') {
      const retry = () => this.#write(target, work, lineOf, key);
      this.#end(target, { ...answer, ...(mayTryAgain(answer.failure) && { retry }) });
      return;
    }
    this.take(answer.value);
    const line = lineOf(answer.value);
    this.#end(target, { kind: 'done', ...(line !== undefined && { line }) });
  }

  #begin(target: string): void {
    this.#pending.add(target);
    this.#outcomes.delete(target);
    this.#options.changed();
  }

  #end(target: string, outcome: BasketOutcome | undefined): void {
    this.#pending.delete(target);
    if (outcome !== undefined) this.#outcomes.set(target, outcome);
    this.#options.changed();
  }

  /** A new conversation has a basket of its own. */
  #forgetOther(): void {
    const now = this.#options.conversation()?.conversationId;
    if (now === this.#conversationId || now === undefined) return;
    if (this.#conversationId !== undefined) {
      this.cart = undefined;
      this.takenOut = undefined;
      this.#outcomes.clear();
    }
    this.#conversationId = now;
  }
}

const changedLine = (
  { lines, changedLineIds }: CartView,
  isIt: (line: CartLineView) => boolean,
): CartLineView | undefined =>
  lines.find((line) => changedLineIds.includes(line.lineId) && isIt(line)) ?? lines.find(isIt);

/** What a later attempt may bring: nobody knows whether it was done, or it was too much at once. */
const mayTryAgain = ({ code }: BasketFailure): boolean => AGAIN.has(code);
const AGAIN: ReadonlySet<string> = new Set([
  'offline',
  'COMMERCE_UNAVAILABLE',
  'COMMERCE_FAILED',
  'TOO_MANY_REQUESTS',
  'INTERNAL',
  'STORAGE_UNAVAILABLE',
  'NOT_READY',
]);

import type { OrderWrite, PaymentMethod } from '../../../../src/domain/commerce.ts';
import type { Turn } from '../../../../src/domain/turn.ts';
import { toGoldWrite, WRITING_TOOLS } from '../gold-writes.ts';
import type { RawAction, RawShop, RawTask } from '../raw-shop.ts';
import { answerForm, type Intention } from './answer-form.ts';
import { sayWish } from './say-wish.ts';
import type { ServedOrders, Talk } from './served-orders.ts';

/** How one write of a task went, for whoever has to mend it. */
export interface PlayedWrite {
  readonly write: OrderWrite;
  /** Whether the shopper was shown what would happen, and said yes. */
  readonly confirmed: boolean;
  /** Asked back and answered before that. */
  readonly questions: number;
  /** All that was said, "> " before what the shopper said. */
  readonly said: readonly string[];
}

export interface PlayedTask {
  readonly writes: readonly PlayedWrite[];
  /** How often a person was called for, and how often one was asked for. */
  readonly handoffs: number;
  readonly transfers: number;
}

export interface Stage {
  readonly raw: RawShop;
  readonly served: ServedOrders;
  /** Told what is meant before it is said, and the actions of the task before it: what a model will be asked. */
  readonly beforeWrite?: (action: RawAction, write: OrderWrite, earlier: readonly RawAction[]) => void;
  readonly signal: AbortSignal;
}

const TRANSFER = 'transfer_to_human_agents';
const A_PERSON = 'I would like to speak to a person, please.';

/** That one wish may lead to: the lines, its replacement and the way to pay for each of many. */
const MOST_QUESTIONS = 30;

/**
 * Holds the conversations of a task over HTTP, one for each customer of it: every write is asked for in a sentence, what is asked back is
 * answered by what the task means, and what is then shown is agreed to. Of what hands over to a person, a person is asked for; what only
 * reads is not said.
 */
export async function playTask({ actions }: RawTask, stage: Stage): Promise<PlayedTask> {
  const { raw, served, signal } = stage;
  const talks = new Map<string, Talk>();
  const writes: PlayedWrite[] = [];
  let [handoffs, transfers] = [0, 0];
  const ownerOf = (orderNumber: string) => raw.orders[orderNumber]?.user_id;
  for (const [index, action] of actions.entries()) {
    if (action.name === TRANSFER) {
      const talk = [...talks.values()].at(-1) ?? (await served.talk());
      transfers += 1;
      handoffs += (await talk.say(A_PERSON)).handoff === undefined ? 0 : 1;
    }
    if (!WRITING_TOOLS.has(action.name)) continue;
    const gold = await toGoldWrite(action, served.backend, { ownerOf, signal });
    if (gold === undefined) continue;
    const { customerId = '' } = gold.buyer;
    const talk = talks.get(customerId) ?? (await served.talk(customerId));
    talks.set(customerId, talk);
    stage.beforeWrite?.(action, gold.write, actions.slice(0, index));
    writes.push(await playWrite(gold.write, customerId, talk, stage));
  }
  return { writes, handoffs, transfers };
}

/** @returns What was said until there was nothing more to say. */
export async function playWrite(
  write: OrderWrite,
  customerId: string,
  talk: Talk,
  { raw, served, signal }: Stage,
): Promise<PlayedWrite> {
  const order =
    'orderNumber' in write ? await served.backend.order(customerId, write.orderNumber, signal) : undefined;
  const account = await served.backend.account(customerId, signal);
  const said: string[] = [];
  const say = async (text: string): Promise<Turn> => {
    const turn = await talk.say(text);
    said.push(`> ${text}`, turn.text);
    return turn;
  };
  const intention: Intention = {
    write,
    methods: account?.methods ?? [],
    optionsOf: (variantId: string) => optionsOf(raw, variantId),
    ...(order === undefined ? {} : { order }),
  };
  const answers: string[] = [];
  let turn = await say(sayWish(write));
  while (answers.length < MOST_QUESTIONS) {
    if (turn.confirmation !== undefined) {
      const confirmed = isMeant(turn.confirmation.effects, intention);
      await say(confirmed ? 'yes' : 'no');
      return { write, confirmed, questions: answers.length, said };
    }
    const answer = turn.handoff === undefined ? answerForm(turn, intention, answers) : undefined;
    if (answer === undefined) break;
    turn = await say(answer);
    answers.push(answer);
  }
  return { write, confirmed: false, questions: answers.length, said };
}

/** Whether what is paid or paid back goes the way the shopper has in mind; only one way may have been left. */
function isMeant(effects: readonly string[], { write, methods }: Intention): boolean {
  const others = methods.filter(({ methodId }) => 'methodId' in write && methodId !== write.methodId);
  const isPaid = (method: PaymentMethod) => effects.some((effect) => effect.includes(method.label));
  return write.type === 'change-payment' || !others.some(isPaid);
}

function optionsOf({ products }: RawShop, variantId: string): readonly string[] {
  const variant = Object.values(products).find(({ variants }) => variants[variantId] !== undefined);
  return Object.values(variant?.variants[variantId]?.options ?? {});
}

import type { OrderAct } from '../domain/order-act.ts';
import type { SetAct } from '../domain/set-step.ts';
import type { Degradation } from '../domain/turn.ts';
import type { Prompt } from '../ports/prompt.ts';
import type { ModelTool, ToolModel } from '../ports/tool-model.ts';
import { advanceWrite } from './carry-out-order-form.ts';
import { handoffStep } from './handoff-step.ts';
import type { OrderDesk, OrderResult } from './order-desk.ts';
import { createOrderTools } from './tools/order-tools.ts';
import type { TurnContext } from './turn-context.ts';
import { toDegradation } from './understand-message.ts';

/** A model that works with tools, and what it is told. */
export interface ToolHelp {
  readonly model: ToolModel;
  readonly prompts: { readonly orderHelp: Prompt; readonly planSet: Prompt };
}

/** The same for one turn. */
export interface ToolTurn extends ToolHelp {
  /** Models are not asked any more. */
  readonly signal: AbortSignal;
  /** Of a whole run, milliseconds. */
  readonly deadlineMs: number;
}

/** Calls of tools in one run. */
const MOST_CALLS = 6;
const MOST_TOKENS = 700;

/** Acts of which several things may be said at once, in words that no form reads. */
const HELPED: ReadonlySet<string> = new Set<OrderAct['type'] | SetAct['type']>([
  'order-status',
  'order-wish',
  'order-answer',
  'order-ask-again',
  'plan-set',
]);

/** Whether a model with tools may do better than what is embedded. */
export const isHelped = ({ type }: { readonly type: string }): boolean => HELPED.has(type);

/**
 * An order wish looked into by a model with tools. What it comes to is a question, a proposal or a refusal by the shop's rules, in the
 * words of templates: the model chooses what is looked into, and nothing is written.
 *
 * @param embedded What it comes to without a model: kept where the model proposes nothing, or fails.
 */
export async function helpWithOrder(
  act: OrderAct,
  desk: OrderDesk,
  embedded: OrderResult,
): Promise<OrderResult> {
  const { context } = desk;
  const { tools: help } = context;
  const isAnswered = act.type === 'order-answer' && embedded.proposal !== undefined;
  if (help === undefined || !isHelped(act) || isAnswered) return embedded;
  const { tools, outcome } = createOrderTools(desk, { isReading: act.type === 'order-status' });
  const form = 'form' in act ? act.form : undefined;
  const messages = help.prompts.orderHelp.render({
    wish: 'wish' in act ? act.wish : (form?.wish ?? act.type),
    known: form?.write ?? ('orderNumber' in act ? { orderNumber: act.orderNumber } : {}),
    today: new Date(context.nowMs).toISOString().slice(0, 10),
    utterance: context.utterance ?? '',
  });
  const degraded = await runTools(
    { purpose: 'orders', prompt: help.prompts.orderHelp, messages, tools },
    context,
    help,
  );
  const { write, isHandedOver } = outcome();
  if (degraded !== undefined) return { ...embedded, degraded: [degraded] };
  if (write !== undefined) return await advanceWrite(write, '', desk);
  return isHandedOver ? { step: handoffStep('order', context), isHandedOver } : embedded;
}

interface Run {
  readonly purpose: 'orders' | 'plan';
  readonly prompt: Prompt;
  readonly messages: ReturnType<Prompt['render']>;
  readonly tools: readonly ModelTool[];
  readonly isSettled?: () => boolean;
}

/** @returns What went wrong; undefined when the run came to its end. Never rejects, unless the turn is given up. */
export async function runTools(
  { prompt, ...run }: Run,
  { spender }: TurnContext,
  { model, signal, deadlineMs }: ToolTurn,
): Promise<Degradation | undefined> {
  try {
    await model.run(
      {
        ...run,
        prompt: `${prompt.id}@${prompt.version}`,
        maxTokens: MOST_TOKENS,
        temperature: 0,
        mostCalls: MOST_CALLS,
        deadlineMs,
        ...(spender === undefined ? {} : { spender }),
      },
      signal,
    );
    return undefined;
  } catch (error) {
    return toDegradation('chat-model', error);
  }
}

import { channelLimits } from '../domain/channel.ts';
import type { ComposedReply, ReplyPlan } from '../domain/reply-plan.ts';
import type { Degradation, Question, Turn, TurnEvent } from '../domain/turn.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import type { Spender, TokenUsage } from '../ports/chat-model.ts';
import type { RemovedSentence } from '../reply/check-claims.ts';
import { isModelWorded } from '../reply/model-reply.ts';
import type { Replier } from '../reply/replier.ts';
import type { TurnContext } from './turn-context.ts';
import { ABANDONED, toDegradation } from './understand-message.ts';

/**
 * A model that words a plan; what it writes is checked against the plan before a character of it is given on.
 * `interrupted`: it failed after its first words, and the template said the rest.
 */
export type ModelReply = (
  plan: ReplyPlan,
  draft: ComposedReply,
  options: {
    readonly signal: AbortSignal;
    readonly spender?: Spender;
    readonly onDelta: (text: string) => void;
  },
) => Promise<
  ComposedReply & {
    readonly usage: TokenUsage;
    readonly interrupted?: ErrorCode;
    readonly removed?: readonly RemovedSentence[];
  }
>;

export interface Wording extends Pick<TurnContext, 'backAt'> {
  readonly replier: Replier;
  readonly modelReply?: ModelReply;
}

export interface Worded extends ComposedReply {
  readonly by: Exclude<Turn['repliedBy'], 'person'>;
  readonly usage: TokenUsage;
  readonly degraded: readonly Degradation[];
  /** What a model wrote and the check of its claims cut; absent when the template spoke. */
  readonly removed?: readonly RemovedSentence[];
}

interface WordingOptions {
  /** The turn is given up, and nothing is said. */
  readonly signal: AbortSignal;
  /** Models are not asked any more; as `signal` when absent. */
  readonly models?: AbortSignal;
  readonly spender?: Spender | undefined;
}

/** Characters that a model is told to keep to (`prompts/reply.md`): where fewer are read, the template speaks. */
const LONGEST_WORDED = 600;

/** What is in a picture is said first, in the words of its template, whoever words the rest. */
export async function wordReply(
  rooms: Wording,
  plan: ReplyPlan,
  emit: (event: TurnEvent) => void,
  options: WordingOptions,
): Promise<Worded> {
  const steps = plan.steps.filter(({ act }) => act === 'picture');
  const rest = { ...plan, steps: plan.steps.filter(({ act }) => act !== 'picture') };
  if (steps.length === 0 || !canBeWorded(rooms, rest)) return await wordPlan(rooms, plan, emit, options);
  const text = `${rooms.replier.compose({ ...plan, steps }).text} `;
  emit({ type: 'reply-delta', text });
  const worded = await wordPlan(rooms, rest, emit, options);
  return { ...worded, text: `${text}${worded.text}` };
}

const canBeWorded = (rooms: Wording, plan: ReplyPlan): rooms is Wording & { modelReply: ModelReply } =>
  rooms.modelReply !== undefined &&
  channelLimits(plan.channel).textCharacters >= LONGEST_WORDED &&
  isModelWorded(plan);

/** The template is the floor: a model may word the plan, and when it fails before its first words the template speaks. */
async function wordPlan(
  rooms: Wording,
  plan: ReplyPlan,
  emit: (event: TurnEvent) => void,
  { signal, models, spender }: WordingOptions,
): Promise<Worded> {
  const draft = rooms.replier.compose(plan);
  let sent = '';
  const onDelta = (text: string) => {
    sent += text;
    emit({ type: 'reply-delta', text });
  };
  const noTokens = { inputTokens: 0, outputTokens: 0 };
  if (!canBeWorded(rooms, plan)) {
    onDelta(draft.text);
    return { ...draft, by: 'embedded', usage: noTokens, degraded: [] };
  }
  try {
    const { text, claims, usage, interrupted, removed } = await rooms.modelReply(plan, draft, {
      signal: models ?? signal,
      onDelta,
      ...(spender === undefined ? {} : { spender }),
    });
    const degraded: Degradation[] =
      interrupted === undefined
        ? []
        : [{ component: 'chat-model', reason: models?.aborted === true ? ABANDONED : interrupted }];
    return { text, claims, usage, by: 'model', degraded, ...(removed === undefined ? {} : { removed }) };
  } catch (error) {
    if (signal.aborted) throw new AssistantError('INTERNAL', 'The turn was given up', { cause: error });
    const degraded = [toDegradation('chat-model', error)];
    // What was already read cannot be taken back: it is kept, and the template does not say it a second time.
    if (sent !== '')
      return {
        text: sent,
        claims: draft.claims.filter(({ text }) => sent.includes(text)),
        by: 'model',
        usage: noTokens,
        degraded,
      };
    onDelta(draft.text);
    return { ...draft, by: 'embedded', usage: noTokens, degraded };
  }
}

/** A question is said last, in the words of its template, whoever worded the rest. */
export function askAfter(
  worded: Worded,
  question: Question | undefined,
  emit: (event: TurnEvent) => void,
): Worded {
  if (question === undefined) return worded;
  const asked = worded.text === '' ? question.text : ` ${question.text}`;
  emit({ type: 'reply-delta', text: asked });
  emit({ type: 'question', question });
  return { ...worded, text: `${worded.text}${asked}` };
}

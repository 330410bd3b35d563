import type { Language } from '../domain/locale.ts';
import type { ComposedReply, ReplyPlan } from '../domain/reply-plan.ts';
import type { Claim } from '../domain/turn.ts';
import { AssistantError, isAssistantError } from '../errors/assistant-error.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import type { ChatModel, Spender, TokenUsage } from '../ports/chat-model.ts';
import type { Prompt } from '../ports/prompt.ts';
import { createClaimChecker } from './check-claims.ts';
import type { RemovalReason } from './check-claims-rules.ts';
import { createSentenceSplitter } from './check-claims-text.ts';
import { describePlan } from './model-reply-facts.ts';

export interface ModelReplyOptions {
  readonly chatModel: ChatModel;
  /** `prompts/reply.md`. */
  readonly prompt: Prompt;
  readonly plan: ReplyPlan;
  /** The template's text for the same plan: the model words it anew, and what it must admit is taken from it. */
  readonly draft: ComposedReply;
  readonly signal: AbortSignal;
  readonly spender?: Spender;
  /** Hears text that has passed the check, in order. */
  readonly onDelta: (text: string) => void;
  /** The language of a text, or undefined when it cannot tell; beside the check of every sentence. */
  readonly detectLanguage?: (text: string) => Language | undefined;
}

export interface ModelReply {
  readonly text: string;
  readonly claims: readonly Claim[];
  readonly usage: TokenUsage;
  readonly by: 'model';
  /** Why each sentence that was cut was cut. */
  readonly removed: readonly RemovalReason[];
  /** The model failed after something had been heard; `text` is what had passed until then. */
  readonly interrupted?: ErrorCode;
}

const MAX_OUTPUT_TOKENS = 350;
/** Checked characters that are held until the language is certain. */
const LANGUAGE_SAMPLE = 40;
/** Evidence of what a reply must not pass over in silence. */
const MUST_BE_SAID = /^(?:relaxed|unknown)\b/;

/**
 * Whether words of a model can better the template for this plan. Where the shop states nothing, or an act has to be
 * exact, the template speaks: a list that is empty or at its end, an answer that is not known, a question back, a handoff.
 */
export function isModelWorded(plan: ReplyPlan): boolean {
  return (
    plan.steps.length > 0 &&
    plan.steps.every((step) => {
      switch (step.act) {
        case 'show':
          return step.products.length > 0 && !step.exhausted;
        case 'answer':
          return (step.values?.length ?? 0) > 0 || step.passage !== undefined;
        case 'compare':
        case 'explain':
          return true;
        default:
          return false;
      }
    })
  );
}

/**
 * Words of a model for a plan, streamed after the check of its claims. What the template admits and the model left out
 * (a wish given up, a thing the shop does not know) is added in the template's words; so is the whole template when
 * nothing with a fact in it passed.
 *
 * @throws {AssistantError} only while nothing was heard, so that the caller can say the draft instead: MODEL_* of the port;
 *   MODEL_INVALID_ANSWER when nothing useful passed or the language is wrong.
 */
export async function streamModelReply(options: ModelReplyOptions): Promise<ModelReply> {
  const { chatModel, prompt, plan, draft, signal, spender, onDelta } = options;
  const checker = createClaimChecker(plan, draft);
  let held = '';
  let emitted = '';
  let usage: TokenUsage = { inputTokens: 0, outputTokens: 0 };
  let interrupted: ErrorCode | undefined;

  function emit(text: string, isLast = false): void {
    held += text;
    if (held === '' || (emitted === '' && held.length < LANGUAGE_SAMPLE && !isLast)) return;
    if (emitted === '') assertLanguage(held, plan.language, options.detectLanguage);
    const delta = held;
    held = '';
    emitted += delta;
    onDelta(delta);
  }

  try {
    const messages = prompt.render({
      language: plan.language,
      facts: describePlan(plan),
      draft: draft.text,
    });
    const request = {
      messages,
      maxTokens: MAX_OUTPUT_TOKENS,
      temperature: 0.4,
      purpose: 'reply' as const,
      prompt: `${prompt.id}@${prompt.version}`,
      ...(spender === undefined ? {} : { spender }),
    };
    for await (const chunk of chatModel.stream(request, signal)) {
      if (chunk.type === 'usage') usage = chunk.usage;
      else emit(checker.push(chunk.text));
    }
  } catch (error) {
    if (emitted === '' || !isAssistantError(error)) throw error;
    interrupted = error.code;
  }
  const checked = checker.end();
  const isUseful = checked.text !== '' && (checked.claims.length > 0 || draft.claims.length === 0);
  if (!isUseful && emitted === '') {
    throw new AssistantError('MODEL_INVALID_ANSWER', 'Nothing useful the model wrote could be said', {
      details: { removed: checked.removed.map(({ reason }) => reason) },
    });
  }
  const added = isUseful ? omittedAdmissions(checked.text, draft) : [draft];
  const rest = checked.text.slice(emitted.length + held.length);
  emit(`${rest}${added.map(({ text }) => ` ${text}`).join('')}`, true);
  return {
    text: emitted,
    claims: [...checked.claims, ...added.flatMap(({ claims }) => claims)],
    usage,
    by: 'model',
    removed: checked.removed.map(({ reason }) => reason),
    ...(interrupted === undefined ? {} : { interrupted }),
  };
}

/** Sentences of the draft that admit something the text does not mention. */
function omittedAdmissions(text: string, draft: ComposedReply): ComposedReply[] {
  const mentioned = text.toLowerCase();
  const missing = draft.claims.filter(
    (claim) => MUST_BE_SAID.test(claim.evidence) && !mentioned.includes(claim.text.toLowerCase()),
  );
  if (missing.length === 0) return [];
  const splitter = createSentenceSplitter([]);
  return [...splitter.push(draft.text), ...splitter.end()].flatMap((sentence) => {
    const claims = missing.filter((claim) => sentence.text.includes(claim.text));
    return claims.length === 0 ? [] : [{ text: sentence.text, claims }];
  });
}

function assertLanguage(
  text: string,
  expected: Language,
  detectLanguage: ((text: string) => Language | undefined) | undefined,
): void {
  const detected = detectLanguage?.(text);
  if (detected === undefined || detected === expected) return;
  throw new AssistantError('MODEL_INVALID_ANSWER', `The model wrote ${detected} instead of ${expected}`, {
    details: { detected, expected },
  });
}

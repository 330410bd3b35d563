import type { Language } from '../domain/locale.ts';
import type { ComposedReply, ReplyPlan } from '../domain/reply-plan.ts';
import type { Claim } from '../domain/turn.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { ChatModel, TokenUsage } from '../ports/chat-model.ts';
import type { Prompt } from '../ports/prompt.ts';
import { createClaimChecker } from './check-claims.ts';
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
  /** Sentences that were cut, for the log. */
  readonly removed: number;
}

const MAX_OUTPUT_TOKENS = 350;
/** Checked characters that are held until the language is certain. */
const LANGUAGE_SAMPLE = 40;
/** Evidence of what a reply must not pass over in silence. */
const MUST_BE_SAID = /^(?:relaxed|unknown|exhausted)\b/;

/**
 * Words of a model for a plan, streamed after the check of its claims. What the template admits and the model left out
 * (a wish given up, a thing the shop does not know) is added in the template's words.
 *
 * @throws {AssistantError} MODEL_* of the port; MODEL_INVALID_ANSWER when nothing useful passed or the language is wrong.
 *   `details.emitted` tells whether something was already heard: if not, the caller says the draft instead; if so, what
 *   was heard stays, it was true.
 */
export async function streamModelReply(options: ModelReplyOptions): Promise<ModelReply> {
  const { chatModel, prompt, plan, draft, signal, onDelta } = options;
  const checker = createClaimChecker(plan, draft);
  let held = '';
  let emitted = '';
  let usage: TokenUsage = { inputTokens: 0, outputTokens: 0 };

  function emit(text: string, isLast: boolean): void {
    held += text;
    if (held === '' || (emitted === '' && held.length < LANGUAGE_SAMPLE && !isLast)) return;
    if (emitted === '') assertLanguage(held, plan.language, options.detectLanguage);
    const delta = held;
    held = '';
    emitted += delta;
    onDelta(delta);
  }

  try {
    const request = {
      messages: prompt.render({ language: plan.language, facts: describePlan(plan), draft: draft.text }),
      maxTokens: MAX_OUTPUT_TOKENS,
      temperature: 0.4,
    };
    for await (const chunk of chatModel.stream(request, signal)) {
      if (chunk.type === 'usage') usage = chunk.usage;
      else emit(checker.push(chunk.text), false);
    }
    const checked = checker.end();
    if (checked.text === '') {
      throw new AssistantError('MODEL_INVALID_ANSWER', 'Nothing the model wrote could be said', {
        details: { removed: checked.removed.map(({ reason }) => reason) },
      });
    }
    const admitted = omittedAdmissions(checked.text, draft);
    emit(
      `${checked.text.slice(emitted.length + held.length)}${admitted.map(({ text }) => ` ${text}`).join('')}`,
      true,
    );
    return {
      text: emitted,
      claims: [...checked.claims, ...admitted.flatMap(({ claims }) => claims)],
      usage,
      by: 'model',
      removed: checked.removed.length,
    };
  } catch (error) {
    throw withEmitted(error, emitted);
  }
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

function withEmitted(error: unknown, emitted: string): unknown {
  if (!(error instanceof AssistantError)) return error;
  return new AssistantError(error.code, error.message, {
    details: { ...error.details, emitted: emitted !== '' },
    cause: error.cause,
  });
}

import type { Language } from '../domain/locale.ts';
import type { ComposedReply, ReplyPlan } from '../domain/reply-plan.ts';
import type { Claim } from '../domain/turn.ts';
import { formalityIn, PLAIN_VOICE, type Voice } from '../domain/voice.ts';
import { AssistantError, isAssistantError } from '../errors/assistant-error.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import type { ChatMessage, ChatModel, Spender, TokenUsage } from '../ports/chat-model.ts';
import type { Prompt } from '../ports/prompt.ts';
import { type CheckedReply, createClaimChecker, type RemovedSentence } from './check-claims.ts';
import { plannedProducts } from './check-claims-facts.ts';
import { createSentenceSplitter } from './check-claims-text.ts';
import { describePlan } from './model-reply-facts.ts';

export interface ModelReplyOptions {
  readonly chatModel: ChatModel;
  /** `prompts/reply.md`. */
  readonly prompt: Prompt;
  /** `prompts/reply-language.md`: asks once more after an answer in another language; absent: the template speaks. */
  readonly languagePrompt?: Prompt;
  readonly plan: ReplyPlan;
  /** How the shop speaks; formal and plain when absent. */
  readonly voice?: Voice;
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
  /** What was cut, and why. */
  readonly removed: readonly RemovedSentence[];
  /** The model failed after something had been heard; `text` is what had passed until then. */
  readonly interrupted?: ErrorCode;
}

const MAX_OUTPUT_TOKENS = 350;
/** Characters in which the language shows, even where nothing of them may be said. */
const LANGUAGE_SAMPLE = 120;
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
 * (a wish given up, a thing the shop does not know, the answer to what was asked) is added in the template's words; so is the whole
 * template when nothing with a fact in it passed. An answer in another language is asked for once more, before anything was heard.
 *
 * @throws {AssistantError} only while nothing was heard, so that the caller can say the draft instead: MODEL_* of the port;
 *   MODEL_INVALID_ANSWER when nothing useful passed or the language is wrong twice.
 */
export async function streamModelReply(options: ModelReplyOptions): Promise<ModelReply> {
  const { plan, draft, prompt, languagePrompt, signal, voice = PLAIN_VOICE } = options;
  const variables = {
    language: plan.language,
    address: formalityIn(voice, plan.language, plan.market),
    tone: voice.tone,
    house: voice.sentences ?? [],
    facts: describePlan(plan),
    draft: draft.text,
  };
  try {
    return await wordOnce(options, prompt.render(variables));
  } catch (error) {
    const written = languageWritten(error);
    if (written === undefined || languagePrompt === undefined || signal.aborted) throw error;
    return await wordOnce(options, languagePrompt.render({ ...variables, written }));
  }
}

async function wordOnce(options: ModelReplyOptions, messages: readonly ChatMessage[]): Promise<ModelReply> {
  const { chatModel, plan, draft, signal, spender, onDelta } = options;
  const instructions = messages.flatMap(({ role, content }) => (role === 'system' ? content : [])).join('\n');
  const checker = createClaimChecker(plan, draft, { instructions });
  const names = plannedProducts(plan).map(({ view }) => view.title);
  let written = '';
  let held = '';
  let emitted = '';
  let usage: TokenUsage = { inputTokens: 0, outputTokens: 0 };
  let interrupted: ErrorCode | undefined;

  function emit(text: string): void {
    held += text;
    if (held === '') return;
    // What passed whole is of words of the language; where something was cut, it may be because of it.
    if (emitted === '' && checker.hasCut()) assertLanguage(written);
    const delta = held;
    held = '';
    emitted += delta;
    onDelta(delta);
  }

  /** Names are in whatever language they are. */
  function assertLanguage(text: string): void {
    const detected = options.detectLanguage?.(names.reduce((rest, name) => rest.replaceAll(name, ' '), text));
    if (detected === undefined || detected === plan.language) return;
    throw new AssistantError(
      'MODEL_INVALID_ANSWER',
      `The model wrote ${detected} instead of ${plan.language}`,
      { details: { detected, expected: plan.language } },
    );
  }

  function hear(text: string): void {
    const had = written.length;
    if (had < LANGUAGE_SAMPLE) written += text;
    emit(checker.push(text));
    // Nothing of it may be said: soon it is known whether that is because of its language.
    if (emitted === '' && had < LANGUAGE_SAMPLE && written.length >= LANGUAGE_SAMPLE) assertLanguage(written);
  }

  try {
    const request = {
      messages,
      maxTokens: MAX_OUTPUT_TOKENS,
      temperature: 0.4,
      purpose: 'reply' as const,
      ...(spender === undefined ? {} : { spender }),
    };
    for await (const chunk of chatModel.stream(request, signal)) {
      if (chunk.type === 'usage') usage = chunk.usage;
      else hear(chunk.text);
    }
  } catch (error) {
    if (emitted === '' || !isAssistantError(error)) throw error;
    interrupted = error.code;
  }
  const checked = checker.end();
  const isUseful = checked.text !== '' && (checked.claims.length > 0 || draft.claims.length === 0);
  if (!isUseful && emitted === '') {
    assertLanguage(written);
    throw new AssistantError('MODEL_INVALID_ANSWER', 'Nothing useful the model wrote could be said', {
      details: { removed: checked.removed.map(({ reason }) => reason) },
    });
  }
  const added = isUseful ? omittedFacts(checked, plan, draft) : [draft];
  const rest = checked.text.slice(emitted.length + held.length);
  emit(`${rest}${added.map(({ text }) => ` ${text}`).join('')}`);
  return {
    text: emitted,
    claims: [...checked.claims, ...added.flatMap(({ claims }) => claims)],
    usage,
    by: 'model',
    removed: checked.removed,
    ...(interrupted === undefined ? {} : { interrupted }),
  };
}

function languageWritten(error: unknown): string | undefined {
  const detected = isAssistantError(error) ? error.details?.detected : undefined;
  return typeof detected === 'string' ? detected : undefined;
}

/** Sentences of the draft that admit something the text does not mention, or answer what was asked where the text does not. */
function omittedFacts(
  { text, claims }: CheckedReply,
  plan: ReplyPlan,
  draft: ComposedReply,
): ComposedReply[] {
  const mentioned = text.toLowerCase();
  const unanswered = plan.steps
    .flatMap((step) =>
      step.act === 'answer' && step.attribute !== undefined ? `attribute:${step.attribute}` : [],
    )
    .filter((field) => !claims.some(({ evidence }) => evidence.endsWith(`#${field}`)));
  const missing = draft.claims.filter(
    ({ text: said, evidence }) =>
      unanswered.some((field) => evidence.endsWith(`#${field}`)) ||
      (MUST_BE_SAID.test(evidence) && !mentioned.includes(said.toLowerCase())),
  );
  if (missing.length === 0) return [];
  const splitter = createSentenceSplitter([]);
  return [...splitter.push(draft.text), ...splitter.end()].flatMap((sentence) => {
    const proved = missing.filter((claim) => sentence.text.includes(claim.text));
    return proved.length === 0 ? [] : [{ text: sentence.text, claims: proved }];
  });
}

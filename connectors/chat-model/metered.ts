import * as z from 'zod';
import { isAssistantError } from '../../src/errors/assistant-error.ts';
import type { ChatMessage, ChatModel, ChatRequest, TokenUsage } from '../../src/ports/chat-model.ts';
import type { ModelLedger } from '../../src/ports/model-ledger.ts';
import type { ToolModel, ToolRequest } from '../../src/ports/tool-model.ts';

export interface MeterOptions {
  readonly ledger: ModelLedger;
  /** The most tokens that a prompt has, with the JSON schemas that are sent along. */
  readonly boundTokens: (messages: readonly ChatMessage[], schemas: string) => number;
}

/** Longest answer of a tool that is reckoned with, in tokens; what it really was is settled. */
const TOKENS_OF_TOOL_ANSWER = 1_000;
/** Of its tokens a text may have, when a budget is nearly spent. */
const SCARCE_SHARE = 0.5;

/** A language model that asks the ledger before each call and tells it, and who asked, what the call cost. Belongs around one model. */
export function meterChatModel(model: ChatModel, options: MeterOptions): ChatModel {
  return {
    name: model.name,
    async parse(request, form, signal) {
      const most = mostOf(request, options.boundTokens(request.messages, schemaText(form.schema)));
      const meter = await openMeter(model.name, request, most, options);
      try {
        const answer = await model.parse(request, form, signal);
        await meter.close(answer.usage);
        return answer;
      } catch (error) {
        await meter.fail(error);
        throw error;
      }
    },
    async *stream(request, signal) {
      const most = mostOf(request, options.boundTokens(request.messages, ''));
      const meter = await openMeter(model.name, request, most, options);
      let usage: TokenUsage | undefined;
      let failure: unknown;
      try {
        for await (const chunk of model.stream(meter.isScarce ? shortened(request) : request, signal)) {
          if (chunk.type === 'usage') usage = chunk.usage;
          yield chunk;
        }
      } catch (error) {
        failure = error;
        throw error;
      } finally {
        // Without an end, also when the reader left, the model may have written on.
        if (failure === undefined) await meter.close(usage);
        else await meter.fail(failure);
      }
    },
    isAvailable: () => model.isAvailable(),
    close: () => model.close(),
  };
}

/** The same for a model with tools: a run is one call, with all its steps. */
export function meterToolModel(model: ToolModel, options: MeterOptions): ToolModel {
  return {
    name: model.name,
    async run(request, signal) {
      const most = mostOfRun(request, options);
      const meter = await openMeter(model.name, request, most, options);
      try {
        const answer = await model.run(request, signal);
        await meter.close(answer.usage);
        return answer;
      } catch (error) {
        await meter.fail(error);
        throw error;
      }
    },
    isAvailable: () => model.isAvailable(),
    close: () => model.close(),
  };
}

interface Meter {
  readonly isScarce: boolean;
  /** Where the endpoint did not count, it costs the most that it may have. */
  close(usage: TokenUsage | undefined): Promise<void>;
  fail(error: unknown): Promise<void>;
}

async function openMeter(
  model: string,
  request: ChatRequest,
  most: TokenUsage,
  { ledger }: MeterOptions,
): Promise<Meter> {
  const { purpose, spender, prompt } = request;
  const reservation = await ledger.reserve({
    model,
    purpose,
    ...most,
    ...(spender === undefined ? {} : { spender }),
  });
  const startedMs = performance.now();
  let isOpen = true;
  async function end(usage: TokenUsage, failed?: string): Promise<void> {
    if (!isOpen) return;
    isOpen = false;
    const elapsedMs = performance.now() - startedMs;
    spender?.onCall?.({
      purpose,
      model,
      ...(prompt === undefined ? {} : { prompt }),
      ...usage,
      elapsedMs,
      ...(failed === undefined ? {} : { failed }),
    });
    await reservation.settle(usage, failed === undefined ? 'answered' : 'failed');
  }
  return {
    isScarce: reservation.isScarce,
    close: (usage) => end(isCounted(usage) ? usage : most),
    fail: (error) => end(consumed(error) ?? most, isAssistantError(error) ? error.code : 'INTERNAL'),
  };
}

/** Some endpoints that do not count say nothing of it, some say zero. */
const isCounted = (usage: TokenUsage | undefined): usage is TokenUsage =>
  usage !== undefined && usage.isGuess !== true && usage.inputTokens + usage.outputTokens > 0;

const NOTHING: TokenUsage = { inputTokens: 0, outputTokens: 0 };
const usageSchema = z.object({
  inputTokens: z.number().min(0),
  outputTokens: z.number().min(0),
  isGuess: z.literal(false).optional(),
});

/** No connection came about. */
const UNREACHED: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** What a failed call cost, where it is known: what the endpoint counted, or nothing where no model can have worked on it. */
function consumed(error: unknown): TokenUsage | undefined {
  if (!isAssistantError(error)) return undefined;
  const { usage, circuit, busy, status } = error.details;
  const { data: counted } = usageSchema.safeParse(usage);
  if (counted !== undefined) return { inputTokens: counted.inputTokens, outputTokens: counted.outputTokens };
  const { cause } = error;
  const isUnreached = cause instanceof Error && 'code' in cause && UNREACHED.has(cause.code);
  const isRefused = typeof status === 'number' && status >= 400;
  return circuit === 'open' || busy === true || isRefused || isUnreached ? NOTHING : undefined;
}

const mostOf = (request: ChatRequest, inputTokens: number): TokenUsage => ({
  inputTokens,
  outputTokens: request.maxTokens,
});

/** Each step of a run reads again what was said before it. */
function mostOfRun(request: ToolRequest, { boundTokens }: MeterOptions): TokenUsage {
  const schemas = request.tools.map(
    ({ name, description, parameters }) => `${name}${description}${schemaText(parameters)}`,
  );
  const steps = request.mostCalls + 1;
  const added = request.maxTokens + TOKENS_OF_TOOL_ANSWER;
  return {
    inputTokens: steps * boundTokens(request.messages, schemas.join('')) + (added * steps * (steps - 1)) / 2,
    outputTokens: steps * request.maxTokens,
  };
}

const shortened = (request: ChatRequest): ChatRequest => ({
  ...request,
  maxTokens: Math.ceil(request.maxTokens * SCARCE_SHARE),
});

const schemaTexts = new WeakMap<z.ZodType, string>();

function schemaText(schema: z.ZodType): string {
  const known = schemaTexts.get(schema);
  if (known !== undefined) return known;
  const text = JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any' }));
  schemaTexts.set(schema, text);
  return text;
}

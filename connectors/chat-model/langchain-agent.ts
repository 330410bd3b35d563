import type { AIMessage } from '@langchain/core/messages';
import * as z from 'zod';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { TokenUsage } from '../../src/ports/chat-model.ts';
import type { ModelTool, ToolModel, ToolRequest } from '../../src/ports/tool-model.ts';
import { type CallGuard, givenUp, untilAborted } from './call-guard.ts';
import { addUsage, type OpenLangChainModel, toLangChainMessages, usageOf } from './langchain-model.ts';
import { toModelError } from './model-error.ts';
import { createDialect } from './request-dialect.ts';
import { createToolRun, type ToolRun } from './tool-run.ts';

export interface LangChainAgentOptions {
  /** As configured, "openai:gpt-5-mini". */
  readonly name: string;
  readonly open: OpenLangChainModel;
  /** That of the same model's other calls. */
  readonly guard: CallGuard;
  /** A longer text is cut there. */
  readonly maxAnswerCharacters?: number;
}

/**
 * A model with tools in LangChain's agent loop. The loop asks the model and carries messages; which tool may run, how often and how long
 * is ours (`createToolRun`, the guard). After the last call the model is asked once more, without tools, for its words.
 */
export function createLangChainAgent(options: LangChainAgentOptions): ToolModel {
  const { name, open, guard, maxAnswerCharacters = 8_000 } = options;
  const speak = createDialect({
    format: 'text',
    tokenLimit: 'max_tokens',
    temperature: true,
    streamUsage: false,
  });

  return {
    name,
    async run(request, signal) {
      const ended = new AbortController();
      const deadline = setTimeout(() => ended.abort(timedOut(request.deadlineMs)), request.deadlineMs);
      const limit = AbortSignal.any([signal, ended.signal]);
      const run = createToolRun(request.tools, { mostCalls: request.mostCalls, signal: limit });
      try {
        const work = speak('tools', (spoken) => runLoop(request, run, limit, spoken.temperature));
        const { fault, ...answer } = await untilAborted(work, limit);
        if (fault !== undefined) throw fault.error;
        return answer;
      } catch (error) {
        if (!limit.aborted) throw error;
        throw givenUp(limit);
      } finally {
        clearTimeout(deadline);
        // What is still asked of the model is given up with the run.
        ended.abort();
      }
    },
    isAvailable: () => guard.isAvailable(),
    async close() {
      guard.close();
    },
  };

  /** LangChain wraps in layers what a part of its loop threw: what it was is kept beside it. */
  async function runLoop(request: ToolRequest, run: ToolRun, signal: AbortSignal, withTemperature: boolean) {
    const { maxTokens, temperature } = request;
    const model = await open(withTemperature ? { maxTokens, temperature } : { maxTokens });
    const { AIMessage: Answer, createAgent, createMiddleware, tool, ToolMessage } = await import('langchain');
    const startedMs = performance.now();
    let usage: TokenUsage = { inputTokens: 0, outputTokens: 0 };
    let asked = 0;
    let ofModel: AssistantError | undefined;
    let fault: { readonly error: unknown } | undefined;
    const leash = createMiddleware({
      name: 'leash',
      async wrapModelCall(modelRequest, handler) {
        if (request.isSettled?.() === true) return new Answer({ content: '', id: 'settled' });
        const mayCall = run.hasCallsLeft();
        const ask = async () => await handler(mayCall ? modelRequest : { ...modelRequest, tools: [] });
        const timeoutMs = Math.max(1, request.deadlineMs - (performance.now() - startedMs));
        const answer = await guard
          .run(() => ask().catch((error: unknown) => Promise.reject(toModelError(error))), {
            timeoutMs,
            signal,
          })
          .catch((error: unknown) => {
            ofModel = toModelError(error);
            throw ofModel;
          });
        usage = addUsage(usage, usageOf(answer) ?? { inputTokens: 0, outputTokens: 0 });
        asked += 1;
        return ownAnswer(Answer, answer, { asked, mayCall });
      },
      async wrapToolCall({ toolCall }) {
        const content = await run.answer(toolCall.name, toolCall.args).catch((error: unknown) => {
          fault = { error };
          throw error;
        });
        return new ToolMessage({ content, name: toolCall.name, tool_call_id: toolCall.id ?? '' });
      },
    });
    const agent = createAgent({
      model,
      tools: request.tools.map((one) => tool(neverRun, describe(one))),
      middleware: [leash],
    });
    try {
      const { messages } = await agent.invoke(
        { messages: await toLangChainMessages(request.messages) },
        // A step for asking and one for the calls, and one for the words.
        { signal, recursionLimit: 2 * request.mostCalls + 5 },
      );
      const text = messages.at(-1)?.text ?? '';
      return { text: text.slice(0, maxAnswerCharacters), calls: run.calls, usage, fault };
    } catch (error) {
      if (fault !== undefined) return { text: '', calls: run.calls, usage, fault };
      throw ofModel ?? error;
    }
  }
}

/** Calls are answered by the run before LangChain would call a tool itself. */
async function neverRun(): Promise<never> {
  throw new AssistantError('INTERNAL', 'A tool was called beside its run');
}

const describe = ({ name, description, parameters }: ModelTool) => ({
  name,
  description,
  schema: z.toJSONSchema(parameters, { io: 'input' }),
});

/**
 * The answer under ids of our own: LangChain joins messages of the same id, and an endpoint that repeats its ids would lose what was
 * said. Without calls where none may be made.
 */
function ownAnswer(
  Answer: typeof AIMessage,
  answer: AIMessage,
  { asked, mayCall }: { readonly asked: number; readonly mayCall: boolean },
): AIMessage {
  const calls = mayCall ? (answer.tool_calls ?? []) : [];
  const broken = mayCall ? (answer.invalid_tool_calls ?? []) : [];
  return new Answer({
    content: answer.text,
    id: `answer-${asked}`,
    tool_calls: [...calls, ...broken].map(({ name, args }, index) => ({
      name: name ?? '',
      // Arguments that are no JSON stay what they are: of no tool's shape.
      args: typeof args === 'object' ? args : { '': args },
      id: `call-${asked}-${index + 1}`,
      type: 'tool_call' as const,
    })),
  });
}

const timedOut = (timeoutMs: number): AssistantError =>
  new AssistantError('MODEL_TIMEOUT', `The model did not finish in ${timeoutMs} ms`, {
    details: { timeoutMs },
  });

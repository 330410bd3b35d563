import { isAssistantError } from '../../src/errors/assistant-error.ts';
import { fenceData } from '../../src/ports/fence-data.ts';
import type { ModelTool, ToolCall } from '../../src/ports/tool-model.ts';

/** Characters of an answer that a model is given to read. */
const LONGEST_ANSWER = 12_000;
const MOST_PROBLEMS = 10;

export interface ToolRun {
  /** Every call that was answered, in order. */
  readonly calls: readonly ToolCall[];
  /** False once the run has had its calls. */
  hasCallsLeft(): boolean;
  /**
   * Answers one call: calls that come together are made one after the other, so that they are counted, and act, in their order.
   *
   * @returns Fenced data for the model. What is not allowed, of another shape or one too many is answered and not run.
   * @throws What a tool threw, unless it is an error of ours.
   */
  answer(name: string, given: unknown): Promise<string>;
}

/** The calls of one run: an allow-list, a limit, and answers that are data and nothing else. */
export function createToolRun(
  tools: readonly ModelTool[],
  { mostCalls, signal }: { readonly mostCalls: number; readonly signal: AbortSignal },
): ToolRun {
  const calls: ToolCall[] = [];
  let before: Promise<unknown> = Promise.resolve();

  async function answer(name: string, given: unknown): Promise<string> {
    signal.throwIfAborted();
    if (calls.length >= mostCalls) return fence({ error: 'no-calls-left' });
    const note = (accepted: boolean) => calls.push({ name, given, accepted });
    const tool = tools.find((one) => one.name === name);
    if (tool === undefined) {
      note(false);
      return fence({ error: 'unknown-tool', tools: tools.map((one) => one.name) });
    }
    const parsed = tool.parameters.safeParse(given);
    if (!parsed.success) {
      note(false);
      const problems = parsed.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`);
      return fence({ error: 'wrong-arguments', problems: problems.slice(0, MOST_PROBLEMS) });
    }
    const place = note(true) - 1;
    try {
      return fence(await tool.call(parsed.data, signal));
    } catch (error) {
      calls[place] = { name, given, accepted: false };
      if (!isAssistantError(error) || signal.aborted) throw error;
      return fence({ error: error.code, message: error.message });
    }
  }

  return {
    calls,
    hasCallsLeft: () => calls.length < mostCalls,
    answer(name, given) {
      const answered = before.then(() => answer(name, given));
      before = answered.catch(() => undefined);
      return answered;
    },
  };
}

const fence = (value: unknown): string => `<data>\n${fenceData(value).slice(0, LONGEST_ANSWER)}\n</data>`;

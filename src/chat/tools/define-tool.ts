import type * as z from 'zod';
import type { Capability, CapableTool } from './allow-tools.ts';

/** What a model sees of a tool, and what answers it. */
export interface ToolDefinition<Given> {
  readonly name: string;
  readonly description: string;
  readonly capabilities: readonly Capability[];
  readonly parameters: z.ZodType<Given>;
  /** @returns JSON. */
  readonly answer: (given: Given, signal: AbortSignal) => unknown;
}

/** A tool whose answer is given what was parsed, whoever calls it. */
export const defineTool = <Given>({ answer, ...tool }: ToolDefinition<Given>): CapableTool => ({
  ...tool,
  call: async (given, signal) => await answer(tool.parameters.parse(given), signal),
});

import { AssistantError } from '../../errors/assistant-error.ts';
import type { ModelTool } from '../../ports/tool-model.ts';

/**
 * What a tool brings into a run. `untrusted`: it gives the model words that anybody may have written. `private`: it reads what belongs to
 * one person. `acting`: what comes of it reaches the shopper, a person or the shop's systems.
 */
export type Capability = 'untrusted' | 'private' | 'acting';

const CAPABILITIES: ReadonlySet<string> = new Set<Capability>(['untrusted', 'private', 'acting']);

/** A tool that says what it is able to do. */
export interface CapableTool extends ModelTool {
  /** At least one. */
  readonly capabilities: readonly Capability[];
}

/**
 * The tools that a model may be given together: at most two of the three capabilities, so that words written by others can never make a
 * model carry out what is private.
 *
 * @throws {AssistantError} INTERNAL for the third capability, for an unknown one, for a tool that states none, and for a name that is
 *   there twice.
 * @see Meta AI, "Agents Rule of Two", 2025; Beurer-Kellner et al., "Design Patterns for Securing LLM Agents against Prompt Injections",
 *   arXiv 2506.08837.
 */
export function allowTools(tools: readonly CapableTool[]): readonly ModelTool[] {
  const stated = tools.flatMap(({ capabilities }) => capabilities);
  const unknown = stated.find((capability) => !CAPABILITIES.has(capability));
  if (unknown !== undefined) throw refused(`"${unknown}" is no capability`);
  const silent = tools.find(({ capabilities }) => capabilities.length === 0);
  if (silent !== undefined) throw refused(`"${silent.name}" states no capability`);
  if (new Set(stated).size === CAPABILITIES.size)
    throw refused('untrusted words, private data and acting never meet in one run');
  if (new Set(tools.map(({ name }) => name)).size < tools.length) throw refused('two have one name');
  return tools.map(({ name, description, parameters, call }) => ({ name, description, parameters, call }));
}

const refused = (why: string): AssistantError =>
  new AssistantError('INTERNAL', `These tools are not given to a model: ${why}`);

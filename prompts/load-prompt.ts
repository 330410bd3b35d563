import { readFile } from 'node:fs/promises';
import { Liquid, type Template } from 'liquidjs';
import { parse as parseYaml } from 'yaml';
import * as z from 'zod';
import { AssistantError } from '../src/errors/assistant-error.ts';
import type { ChatMessage } from '../src/ports/chat-model.ts';
import { fenceData } from '../src/ports/fence-data.ts';
import type { Prompt } from '../src/ports/prompt.ts';

/** A prompt file, whole. */
export interface PromptFile extends Prompt {
  /** The form of the answer: the name of a schema, or "text". */
  readonly output: string;
  /** Models it was measured with. */
  readonly models: readonly string[];
}

const frontMatterSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.int().min(1),
  variables: z.array(z.string().regex(/^[a-z][A-Za-z0-9]*$/)).min(1),
  output: z.string().min(1),
  models: z.array(z.string().min(1)),
});

/** Beside this file, and two levels up once it is compiled into `dist/prompts`. */
const PROMPTS_DIRECTORY = new URL(import.meta.url.endsWith('.ts') ? './' : '../../prompts/', import.meta.url);

/** @throws {AssistantError} CONFIGURATION_INVALID when the file is missing or not a prompt. */
export async function loadPrompt(id: string, directory: URL = PROMPTS_DIRECTORY): Promise<PromptFile> {
  let text: string;
  try {
    text = await readFile(new URL(`${id}.md`, directory), 'utf8');
  } catch (cause) {
    throw new AssistantError('CONFIGURATION_INVALID', `The prompt "${id}" cannot be read`, { cause });
  }
  return parsePrompt(text);
}

/**
 * Reads a prompt: YAML front matter, then Liquid templates under the headings `# System`, `# User` and `# Assistant`,
 * one message each. The headings are found before anything is filled in, so that no value can begin a message.
 *
 * Values go through the filter `data` (`fenceData`), so that no value can close its fence, or say what nobody sees.
 *
 * @throws {AssistantError} CONFIGURATION_INVALID, also when template and front matter name different variables.
 */
export function parsePrompt(text: string): PromptFile {
  const parts = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text);
  const frontMatter = frontMatterSchema.safeParse(readYaml(parts?.[1] ?? ''));
  if (!frontMatter.success) throw invalid(`its front matter: ${z.prettifyError(frontMatter.error)}`);
  const liquid = createLiquid();
  const messages = splitMessages(parts?.[2] ?? '').map(({ role, template }) => ({
    role,
    template: parseTemplate(liquid, template),
  }));
  if (messages.length === 0) throw invalid('it has no "# System" or "# User" part');
  const used = new Set(messages.flatMap(({ template }) => liquid.globalVariablesSync(template)));
  const declared = new Set(frontMatter.data.variables);
  const different = [...used.symmetricDifference(declared)];
  if (different.length > 0) throw invalid(`front matter and template differ in: ${different.join(', ')}`);
  return {
    ...frontMatter.data,
    render: (variables) => renderPrompt(liquid, messages, declared, variables),
  };
}

type MessageTemplate<T> = { readonly role: ChatMessage['role']; readonly template: T };

function renderPrompt(
  liquid: Liquid,
  messages: readonly MessageTemplate<Template[]>[],
  declared: ReadonlySet<string>,
  variables: Readonly<Record<string, unknown>>,
): readonly ChatMessage[] {
  const different = [...declared.symmetricDifference(new Set(Object.keys(variables)))];
  if (different.length > 0) {
    throw new AssistantError('INVALID_ARGUMENT', `The prompt's variables differ in: ${different.join(', ')}`);
  }
  return messages.map(({ role, template }) => ({
    role,
    content: String(liquid.renderSync(template, { ...variables })).trim(),
  }));
}

function createLiquid(): Liquid {
  const liquid = new Liquid({ strictVariables: true, strictFilters: true, ownPropertyOnly: true });
  liquid.registerFilter('data', fenceData);
  return liquid;
}

function splitMessages(body: string): MessageTemplate<string>[] {
  const pieces = body.split(/^# (System|User|Assistant)[ \t]*\r?$/m);
  const roles = { System: 'system', User: 'user', Assistant: 'assistant' } as const;
  const messages: MessageTemplate<string>[] = [];
  for (let index = 1; index < pieces.length; index += 2) {
    const heading = pieces[index];
    if (heading !== 'System' && heading !== 'User' && heading !== 'Assistant') continue;
    messages.push({ role: roles[heading], template: pieces[index + 1] ?? '' });
  }
  return messages;
}

function parseTemplate(liquid: Liquid, template: string): Template[] {
  try {
    return liquid.parse(template);
  } catch (cause) {
    throw new AssistantError('CONFIGURATION_INVALID', 'A prompt has a fault in its template', { cause });
  }
}

function readYaml(text: string): unknown {
  try {
    return parseYaml(text);
  } catch {
    return undefined;
  }
}

const invalid = (fault: string): AssistantError =>
  new AssistantError('CONFIGURATION_INVALID', `A prompt is not valid: ${fault}`);

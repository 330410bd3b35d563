import type { ModelAnswer, ModelRequest } from './model-double.ts';

const UNSURE = JSON.stringify({ language: 'en', confidence: 0, commands: [{ type: 'out-of-scope' }] });

/** A model that leaves the understanding to the rules, and says what it was given to say. */
export function answerHonestly({ asked, messages }: ModelRequest): ModelAnswer {
  if (asked === 'understand') return { text: UNSURE };
  if (asked === 'tools') return { text: 'That is all.' };
  return { text: draftOf(messages.at(-1)?.content ?? '') };
}

/** The template's words, as they stand in the prompt of a reply. */
function draftOf(prompt: string): string {
  const json = /<data>\s*(?<json>[\s\S]*?)\s*<\/data>/u.exec(prompt)?.groups?.json ?? '{}';
  const { draft = '' } = JSON.parse(json) as { readonly draft?: string };
  return draft;
}

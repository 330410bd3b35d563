import * as z from 'zod';
import type { Language } from '../domain/locale.ts';
import type { ChatImage, ChatModel, Spender } from '../ports/chat-model.ts';
import type { Prompt } from '../ports/prompt.ts';
import { hidePrivateParts } from './model-parser-privacy.ts';

/** What is seen in a picture, in the language that was asked for: letters, digits and single spaces; "" is not seen. */
export type PictureWords = Readonly<Record<(typeof PICTURE_FIELDS)[number], string>>;

/** What is said of a thing in a picture, what tells most first. */
export const PICTURE_FIELDS = ['kind', 'color', 'material', 'pattern', 'style'] as const;

/**
 * Has a model look at a picture.
 *
 * @returns undefined when it sees nothing that could be looked for.
 * @throws {AssistantError} MODEL_* of the port, BUDGET_EXCEEDED.
 */
export type ReadPicture = (
  image: ChatImage,
  asked: { readonly language: Language; readonly signal: AbortSignal; readonly spender?: Spender },
) => Promise<PictureWords | undefined>;

const answerSchema = z.object({
  found: z.boolean(),
  kind: z.string(),
  color: z.string(),
  material: z.string(),
  pattern: z.string(),
  style: z.string(),
});

const MAX_OUTPUT_TOKENS = 400;
const MOST_WORDS = 3;
const LONGEST_FIELD = 40;

/** @param options.prompt `prompts/see.md`. */
export function createPictureReader({
  chatModel,
  prompt,
}: {
  readonly chatModel: ChatModel;
  readonly prompt: Prompt;
}): ReadPicture {
  const form = { name: prompt.id, schema: answerSchema };
  return async (image, { language, signal, spender }) => {
    const messages = prompt
      .render({ language })
      .map((message) => (message.role === 'user' ? { ...message, images: [image] } : message));
    const request = {
      messages,
      maxTokens: MAX_OUTPUT_TOKENS,
      temperature: 0,
      purpose: 'see' as const,
      prompt: `${prompt.id}@${prompt.version}`,
      ...(spender === undefined ? {} : { spender }),
    };
    const { value } = await chatModel.parse(request, form, signal);
    const { found, kind, color, material, pattern, style } = value;
    const words = {
      kind: plainWords(kind),
      color: plainWords(color),
      material: plainWords(material),
      pattern: plainWords(pattern),
      style: plainWords(style),
    };
    return found && words.kind !== '' ? words : undefined;
  };
}

/** At most three words without marks; what could be a number or an address of somebody is not read out. */
function plainWords(text: string): string {
  const words = text
    .slice(0, 4 * LONGEST_FIELD)
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{Nd}]+/gu, ' ')
    .trim()
    .split(' ')
    .slice(0, MOST_WORDS)
    .join(' ');
  const isPrivate = hidePrivateParts(text) !== text || hidePrivateParts(words) !== words;
  return isPrivate || words.length > LONGEST_FIELD ? '' : words;
}

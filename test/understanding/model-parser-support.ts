import { createScriptedChatModel } from '../../connectors/chat-model/scripted.ts';
import { loadPrompt } from '../../prompts/load-prompt.ts';
import type { Command } from '../../src/domain/command.ts';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import { createModelParser, type ModelVocabulary } from '../../src/understanding/model-parser.ts';
import type { ParseContext } from '../../src/understanding/parser.ts';

export const prompt = await loadPrompt('understand');
export const repairPrompt = await loadPrompt('understand-repair');
export const signal = new AbortController().signal;

/** Sells red and blue wool scarves of Norrland. */
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  type: { scarf: 'scarf', schal: 'scarf' },
  color: { red: 'red', rot: 'red', blue: 'blue', blau: 'blue' },
  material: { wool: 'wool' },
  brand: { norrland: 'Norrland' },
};
export const vocabulary: ModelVocabulary = {
  capabilities: {
    attributes: [
      ...Object.entries(VALUES).map(([attribute, values]) => ({
        attribute,
        values: [...new Set(Object.values(values))],
      })),
      { attribute: 'price' },
      { attribute: 'weight' },
    ],
  },
  describe: () => 'color: red, blue; material: wool; brand: Norrland; type: scarf',
  isAttribute: (attribute) => attribute === 'price' || Object.hasOwn(VALUES, attribute),
  ground(attribute, value) {
    const known = VALUES[attribute]?.[value.toLowerCase()];
    return { attribute, value: known ?? value, known: known !== undefined };
  },
  amountOf: (attribute, value) => (attribute === 'weight' && /^\d+ g$/.test(value) ? value : undefined),
};

export const context: ParseContext = {
  language: 'en',
  locale: 'en-US',
  market: { country: 'US', currency: 'USD', languages: ['en'] },
  turn: 3,
  pageProductId: 'page-1',
  state: {
    turn: 2,
    language: 'en',
    need: {
      ...EMPTY_NEED,
      query: 'warm',
      constraints: [
        {
          attribute: 'price',
          operator: 'lt',
          value: 6_000,
          strength: 'hard',
          words: 'under 60',
          confidence: 1,
          sourceTurn: 1,
          known: true,
        },
      ],
    },
    shown: [
      {
        productId: 'p-1',
        variantId: 'v-1',
        title: 'Alpine\u202E Scarf',
        priceMinor: 4_990,
        currency: 'USD',
        attributes: { color: ['blue'] },
      },
    ],
    seen: [],
    handedOff: false,
    opened: [],
  },
};

export const command = (type: string, fields: Record<string, unknown> = {}) => ({
  type,
  query: null,
  constraints: [],
  drop: [],
  pull: null,
  references: [],
  recipient: null,
  occasion: null,
  attribute: null,
  reason: null,
  ...fields,
});
export const constraint = (
  attribute: string,
  operator: string,
  value: unknown,
  words: string | null = null,
) => ({
  attribute,
  operator,
  value,
  currency: null,
  strength: 'hard',
  words,
});
export const reference = (kind: string, fields: Record<string, unknown> = {}) => ({
  kind,
  position: null,
  attribute: null,
  value: null,
  extreme: null,
  productId: null,
  ...fields,
});

export async function understand(utterance: string, answer: unknown, over: Partial<ParseContext> = {}) {
  const chatModel = createScriptedChatModel({
    answers: [typeof answer === 'string' ? answer : JSON.stringify(answer)],
  });
  const parser = createModelParser({ chatModel, vocabulary, prompt, repairPrompt, deadlineMs: 1_000 });
  const understood = await parser.parse(utterance, { ...context, ...over }, signal);
  return { ...understood, asked: chatModel.requests[0]?.messages ?? [] };
}

export const answer = (...commands: readonly unknown[]) => ({ language: 'en', confidence: 0.9, commands });

export async function commands(utterance: string, ...said: readonly unknown[]): Promise<readonly Command[]> {
  return (await understand(utterance, answer(...said))).commands;
}

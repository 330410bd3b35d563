import * as z from 'zod';

const text = z.string().trim();
const optionalText = text.optional().transform((value) => (value === '' ? undefined : value));
const url = optionalText.pipe(z.url({ protocol: /^https?$/ }).optional());
const milliseconds = (fallback: number, { from = 1 } = {}) =>
  z.coerce.number().int().min(from).max(600_000).default(fallback);
const count = (fallback: number, max = 1_000_000_000) =>
  z.coerce.number().int().min(0).max(max).default(fallback);
const onOff = z
  .enum(['on', 'off'])
  .default('off')
  .transform((value) => value === 'on');

/** How language models are reached; everything about them but what they may cost in all. */
export const modelSettings = {
  CHAT_MODEL: text
    .default('')
    .transform((value) =>
      value
        .split(',')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== ''),
    )
    .refine(
      (models) => models.every((model) => /^[a-z][a-z0-9_-]*:\S+$/.test(model)),
      'must be "<provider>:<model name>", several separated by commas',
    )
    .describe(
      'Language models, as "openai:<name>, anthropic:<name>": the next is asked where one fails; empty: the embedded parser and templates',
    ),
  CHAT_API: z
    .enum(['chat', 'responses'])
    .default('chat')
    .describe('Interface that "openai:" models are asked by: chat completions, or OpenAI\'s Responses'),
  CHAT_BASE_URL: url.describe('OpenAI-compatible endpoint of "openai:" models; empty: OpenAI'),
  CHAT_API_KEY: optionalText.describe(
    'Key for "openai:" models; other providers have theirs in their usual variable',
  ),
  CHAT_OPTIONS: text
    .default('{}')
    .transform((value, context): unknown => {
      try {
        return JSON.parse(value);
      } catch {
        context.addIssue('must be JSON');
        return {};
      }
    })
    .pipe(
      z.record(z.string(), z.record(z.string(), z.unknown()), {
        error: 'must be a JSON object of an object for each model or provider',
      }),
    )
    .describe(
      'JSON object with what single models or providers need beyond, as {"ollama": {"baseUrl": "http://127.0.0.1:11434"}}',
    ),
  CHAT_PARSE_TIMEOUT_MS: milliseconds(4_000).describe('Longest wait for the model to understand a message'),
  CHAT_REPLY_TIMEOUT_MS: milliseconds(8_000).describe('Longest wait for the first words of a model reply'),
  CHAT_TURN_TIMEOUT_MS: milliseconds(15_000).describe('Longest time models may take of one turn, all in all'),
  CHAT_HEDGE_AFTER_MS: milliseconds(0, { from: 0 }).describe(
    'When a second request is sent beside one that is not answered yet, at most one in twenty calls; 0: never',
  ),
  CHAT_CIRCUIT_OPEN_MS: milliseconds(15_000).describe(
    'How long a model that failed repeatedly is left alone before it is tried once',
  ),
  CHAT_MODERATION: onOff.describe(
    'Whether messages are also judged by the moderation of OpenAI\'s endpoint: "on" or "off"',
  ),
  CHAT_VISION: onOff.describe(
    'Whether the models take pictures, so that shoppers may attach one to a message: "on" or "off"',
  ),
  LIMIT_IMAGE_BYTES: count(2_097_152, 20_000_000).describe('Largest picture that a shopper may attach'),
  CHAT_INPUT_PRICE_MICROS: count(0).describe(
    'Price of a million input tokens, in millionths of a currency unit',
  ),
  CHAT_OUTPUT_PRICE_MICROS: count(0).describe(
    'Price of a million output tokens, in millionths of a currency unit',
  ),
  CHAT_ACTIVE_PARAMETERS_BILLION: z.coerce
    .number()
    .min(0)
    .max(10_000)
    .default(8)
    .describe('Active parameters of the model, for the energy estimate'),
  LIMIT_MODEL_CACHE: count(1_000, 100_000).describe(
    'Answers of the model to messages without anything personal that are kept in memory',
  ),
};

/** A model of the user's own key or endpoint needs one of them, where we speak with it ourselves. */
export function checkModelSettings(
  given: Readonly<Partial<Record<string, string>>>,
  prefix: string,
): string[] {
  const { CHAT_MODEL: models, CHAT_BASE_URL: baseUrl, CHAT_API_KEY: key, CHAT_OPTIONS: options } = given;
  if (models === undefined) {
    return [
      ...(baseUrl === undefined
        ? []
        : [`${prefix}CHAT_BASE_URL: is set but ${prefix}CHAT_MODEL is not; set both or neither`]),
      ...(given.CHAT_VISION === 'on'
        ? [`${prefix}CHAT_VISION: is on but ${prefix}CHAT_MODEL is not set; no model would see`]
        : []),
    ];
  }
  const isOurs = models.split(',').some((model) => model.trim().startsWith('openai:'));
  const hasPlace = baseUrl !== undefined || key !== undefined || options?.includes('"openai') === true;
  return isOurs && !hasPlace
    ? [
        `${prefix}CHAT_MODEL: needs ${prefix}CHAT_API_KEY, or ${prefix}CHAT_BASE_URL of an endpoint without a key`,
      ]
    : [];
}

import * as z from 'zod';
import { AssistantError } from '../errors/assistant-error.ts';
import { budgetSettings } from './budget-settings.ts';
import { commerceSettings } from './commerce-settings.ts';
import { checkDeskSettings, deskSettings } from './desk-settings.ts';
import { documentSettings } from './document-settings.ts';
import { checkModelSettings, modelSettings } from './model-settings.ts';
import { searchSettings } from './search-settings.ts';
import { checkShopifySettings } from './shopify-settings.ts';
import { turnSettings } from './turn-settings.ts';
import { voiceSettings } from './voice-settings.ts';
import { widgetSettings } from './widget-settings.ts';

const text = z.string().trim();
const optionalText = text.optional().transform((value) => (value === '' ? undefined : value));
const url = optionalText.pipe(z.url({ protocol: /^https?$/ }).optional());
const milliseconds = (fallback: number) => z.coerce.number().int().min(1).max(600_000).default(fallback);
const listOf = text.default('').transform((value) =>
  value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== ''),
);
const count = (fallback: number, max = 1_000_000_000) =>
  z.coerce.number().int().min(0).max(max).default(fallback);

/** Every setting, by the name of its environment variable without `FLOORWALKER_`. */
export const settingsSchema = z.object({
  DATA: text
    .min(1)
    .default('.floorwalker')
    .describe('Directory that holds everything the embedded engines keep'),
  HOST: text.min(1).default('127.0.0.1').describe('Address to listen on'),
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(8787)
    .describe('Port to listen on; 0 picks a free one'),
  PUBLIC_URL: url.describe('Address shoppers reach the server at, when a proxy stands before it'),
  ALLOWED_ORIGINS: listOf.describe('Origins of shop pages that may call the server, separated by commas'),
  TRUSTED_PROXIES: listOf.describe('Addresses of proxies whose X-Forwarded-For counts, separated by commas'),
  SYNONYMS: optionalText.describe(
    'File with synonyms, a rule a line; taken over at a start when it changed since the last one',
  ),
  WEIGHTS: optionalText.describe(
    'JSON file with changes of the ranking weights; taken over at a start when it changed since the last one',
  ),
  SENSITIVE_CATEGORIES: listOf.describe(
    'Categories ("Care > Intimate") whose products are never named as the cause of a suggestion, separated by commas; beside those that are sensitive by their name',
  ),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('Least weighty lines of the log that are written; the log goes to standard error'),
  ADMIN_TOKEN: optionalText.describe(
    'Bearer token of the shop itself, for asking what any of its customers may like and for its synonyms',
  ),
  CUSTOMER_TOKEN_SECRET: optionalText.describe(
    'Shared secret (HS256, at least 32 characters) the shop signs customer tokens with; without it they are refused',
  ),
  ...modelSettings,
  EMBEDDING_MODEL: optionalText.describe(
    'Embedding model, as "openai:<name>"; empty: vectors trained on the catalogue',
  ),
  EMBEDDING_BASE_URL: url.describe('OpenAI-compatible endpoint of the embedding model'),
  EMBEDDING_API_KEY: optionalText.describe('Key for the embedding model'),
  EMBEDDING_QUERY_TIMEOUT_MS: milliseconds(1_500).describe('Longest wait for the vector of a query'),
  QDRANT_URL: url.describe('Qdrant server (1.12 or younger) for the product index; empty: in process'),
  QDRANT_API_KEY: optionalText.describe('Key for Qdrant; a server on another machine must have one'),
  QDRANT_COLLECTION: text
    .regex(/^[\w-]{1,100}$/, 'must be letters, digits, "_" or "-"')
    .default('floorwalker')
    .describe('Alias of the collection in Qdrant; one running server for each'),
  QDRANT_TIMEOUT_MS: milliseconds(2_000).describe('Longest wait for one answer of Qdrant to a search'),
  QDRANT_WRITE_TIMEOUT_MS: milliseconds(30_000).describe('Longest wait for one change of Qdrant'),
  EXPLORATION: z
    .enum(['off', 'thompson', 'linucb'])
    .default('thompson')
    .describe(
      'What tries other ways to rank and learns which of them bring more; "off" always ranks as usual',
    ),
  EXPLORATION_SHARE: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(0.05)
    .describe('Largest share of the lists that other ways to rank are tried on'),
  ...searchSettings,
  ...budgetSettings,
  ...commerceSettings,
  ...turnSettings,
  ...voiceSettings,
  ...widgetSettings,
  ...deskSettings,
  LIMIT_MESSAGE_CHARACTERS: count(4_000, 100_000).describe(
    'Longest message of a shopper, in Unicode code points',
  ),
  LIMIT_BODY_BYTES: count(131_072, 10_000_000).describe('Largest request body'),
  LIMIT_EVENT_BODY_BYTES: count(1_048_576, 100_000_000).describe('Largest body of a request with events'),
  LIMIT_EVENT_BATCH: count(1_000, 10_000).describe('Most events in one request'),
  LIMIT_VISIT_EVENTS_PER_MINUTE: count(240).describe(
    'Events of one visit in a minute that somebody is known by; what comes faster is kept without a person',
  ),
  LIMIT_ONLINE_SHOPPERS: count(50_000).describe('Shoppers whose latest actions are held in memory'),
  LIMIT_ONLINE_BYTES: count(134_217_728).describe('Memory for the latest actions of shoppers'),
  LIMIT_IMPRESSION_DAYS: count(90, 10_000).describe('Days that what was shown to whom is kept for learning'),
  LIMIT_RULES: count(1_000, 10_000).describe('Most rules of the merchant, those that ended among them'),
  LIMIT_RULE_DAYS: count(400, 3_660).describe('Farthest end of a rule, in days from when it is written'),
  LIMIT_SYNONYMS: count(10_000, 100_000).describe('Most rules in the set of synonyms'),
  LIMIT_SYNONYM_BODY_BYTES: count(2_097_152, 100_000_000).describe('Largest body of a request with synonyms'),
  ...documentSettings,
  LIMIT_REQUESTS_PER_MINUTE: count(3_000).describe('Requests of one address in a minute'),
  LIMIT_MESSAGES_PER_MINUTE: count(120).describe('Messages of one conversation in a minute'),
  LIMIT_CONVERSATIONS_PER_HOUR: count(3_000).describe('New conversations of one address in an hour'),
  LIMIT_STREAMS_PER_CONVERSATION: count(5, 100).describe('Open streams of one conversation'),
});

export type Settings = z.infer<typeof settingsSchema>;

export const ENVIRONMENT_PREFIX = 'FLOORWALKER_';

/** Settings whose values are never printed. */
export const SECRET_SETTINGS: ReadonlySet<keyof Settings> = new Set([
  'ADMIN_TOKEN',
  'CUSTOMER_TOKEN_SECRET',
  'CHAT_API_KEY',
  'CHAT_OPTIONS',
  'EMBEDDING_API_KEY',
  'QDRANT_API_KEY',
  'SHOPIFY_STOREFRONT_TOKEN',
  'SHOPIFY_ADMIN_TOKEN',
  'DESK_OIDC_CLIENT_SECRET',
]);

/**
 * Reads the whole configuration from an environment. Pure.
 *
 * @throws {AssistantError} CONFIGURATION_INVALID with `details.problems`, one line per fault, naming the variable and
 *   never its value: all faults together.
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given: Partial<Record<string, string>> = {};
  const problems: string[] = [];
  for (const [name, value] of Object.entries(environment)) {
    if (!name.startsWith(ENVIRONMENT_PREFIX) || value === undefined) continue;
    const key = name.slice(ENVIRONMENT_PREFIX.length);
    if (!Object.hasOwn(settingsSchema.shape, key)) problems.push(`${name}: there is no such setting`);
    else if (value.trim() !== '') given[key] = value.trim();
  }
  const parsed = settingsSchema.safeParse(given);
  for (const { path, message } of parsed.error?.issues ?? [])
    problems.push(`${ENVIRONMENT_PREFIX}${path.join('.')}: ${message}`);
  problems.push(...crossChecks(given));
  if (!parsed.success || problems.length > 0) {
    throw new AssistantError('CONFIGURATION_INVALID', problems.join('; '), { details: { problems } });
  }
  return parsed.data;
}

/** What holds between settings, told from their words: a fault in one of them hides no fault in another. */
function crossChecks(given: Readonly<Partial<Record<keyof Settings, string>>>): string[] {
  const problems = [
    ...checkModelSettings(given, ENVIRONMENT_PREFIX),
    ...checkShopifySettings(given, ENVIRONMENT_PREFIX),
    ...checkDeskSettings(given, ENVIRONMENT_PREFIX),
  ];
  const model = given.EMBEDDING_MODEL;
  const name = `${ENVIRONMENT_PREFIX}EMBEDDING_MODEL`;
  if (model !== undefined && !/^openai:.+/.test(model))
    problems.push(`${name}: must be "openai:<model name>"`);
  if (model === undefined && given.EMBEDDING_BASE_URL !== undefined) {
    problems.push(`${ENVIRONMENT_PREFIX}EMBEDDING_BASE_URL: is set but ${name} is not; set both or neither`);
  }
  if (
    model !== undefined &&
    given.EMBEDDING_BASE_URL === undefined &&
    given.EMBEDDING_API_KEY === undefined
  ) {
    problems.push(
      `${name}: needs ${ENVIRONMENT_PREFIX}EMBEDDING_API_KEY, or ${ENVIRONMENT_PREFIX}EMBEDDING_BASE_URL of an endpoint without a key`,
    );
  }
  if (given.QDRANT_API_KEY !== undefined && given.QDRANT_URL === undefined) {
    problems.push(
      `${ENVIRONMENT_PREFIX}QDRANT_API_KEY: is set but ${ENVIRONMENT_PREFIX}QDRANT_URL is not; set both or neither`,
    );
  }
  if (given.QDRANT_API_KEY === undefined && !isLoopback(given.QDRANT_URL)) {
    problems.push(
      `${ENVIRONMENT_PREFIX}QDRANT_URL: is another machine, so ${ENVIRONMENT_PREFIX}QDRANT_API_KEY is needed: a Qdrant without a key is open to all`,
    );
  }
  if (given.CUSTOMER_TOKEN_SECRET !== undefined && given.CUSTOMER_TOKEN_SECRET.length < 32) {
    problems.push(`${ENVIRONMENT_PREFIX}CUSTOMER_TOKEN_SECRET: must have at least 32 characters`);
  }
  return problems;
}

/** Whether an address stays on this machine; none, and what is no address, leaves it neither. */
function isLoopback(address: string | undefined): boolean {
  const url = address === undefined ? null : URL.parse(address);
  return url === null || /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
}

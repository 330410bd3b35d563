import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { AssistantError } from '../../../src/errors/assistant-error.ts';

const parts = z.array(z.string().min(1));

/** What must be so after a turn; what is not named is not judged. How each part is written stands in eval/README.md. */
const expectationSchema = z.strictObject({
  /** Types in order, each with parts that the command must have. */
  commands: parts.optional(),
  /** What is done about it, in order. */
  act: parts.optional(),
  /** Slots that the need must have, and must not have. */
  need: parts.optional(),
  notNeed: parts.optional(),
  /** Holds for the shopper whatever is wanted. */
  preferences: parts.optional(),
  /** Limits that every product shown keeps, and that none keeps. At least one product must be shown. */
  all: parts.optional(),
  none: parts.optional(),
  products: z
    .strictObject({
      count: z.int().min(0).optional(),
      min: z.int().min(0).optional(),
      /** Exactly these, in any order: ids, or `@2.1` for the first product of the second turn. */
      ids: parts.optional(),
      /** The same list as after that turn, in that order. */
      sameAs: z.int().min(1).optional(),
      /** None of the products of that turn. */
      notOf: z.int().min(1).optional(),
      /** Every price is below the dearest (above the cheapest) of that turn. */
      cheaperThan: z.int().min(1).optional(),
      dearerThan: z.int().min(1).optional(),
    })
    .optional(),
  /** Reason why a person is asked to take over; null: none is. */
  handoff: z.string().nullable().optional(),
  /** Whether a wish had to be given up for the list. */
  relaxed: z.boolean().optional(),
  language: z.string().optional(),
  /** Chips that lead on are offered, at least so many. */
  chips: z.int().min(0).optional(),
  /** The order that is told about, with its status: "10023 delivered". */
  order: z.string().optional(),
  /** Whether a summary waits for a yes. */
  confirms: z.boolean().optional(),
  /** Orders of the customer with their status, as the shop's system holds them after the turn. */
  stored: parts.optional(),
  /** Lines of the basket, all of them in order, as the shop's system holds them after the turn; see `judgeBasket`. */
  basket: z.array(z.string().min(1)).optional(),
});
export type Expectation = z.infer<typeof expectationSchema>;

const conversationSchema = z.strictObject({
  id: z.string().min(1),
  /** What people do in it. */
  group: z.string().min(1),
  /** BCP 47. */
  locale: z.string().min(2),
  /** ISO 3166-1 alpha-2; as the locale tells when absent. */
  market: z.string().length(2).optional(),
  /** Who is signed in, of `eval/cases/orders`; nobody when absent. */
  customer: z.string().optional(),
  turns: z
    .array(
      z.strictObject({
        say: z.string().min(1),
        /** Id of the product whose page is open, or `@1.2` for the second product of the first turn. */
        page: z.string().optional(),
        expect: expectationSchema.optional(),
      }),
    )
    .min(1),
});
export type WrittenConversation = z.infer<typeof conversationSchema>;

/**
 * All conversations of a folder, one JSON object a line of its `.jsonl` files.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for a line that is none, for an id that is there twice, and for a folder without any.
 */
export function readConversations(folder: string): WrittenConversation[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  const read = files.toSorted().flatMap((name) => readFile(join(folder, name)));
  const ids = Map.groupBy(read, ({ id }) => id);
  const repeated = [...ids].find(([, members]) => members.length > 1)?.[0];
  if (repeated !== undefined)
    throw new AssistantError('INVALID_ARGUMENT', `There are two conversations "${repeated}" in ${folder}`);
  if (read.length === 0)
    throw new AssistantError('INVALID_ARGUMENT', `There is no conversation in ${folder}`);
  return read;
}

function readFile(file: string): WrittenConversation[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const parsed = conversationSchema.safeParse(parseJson(line));
      if (parsed.success) return [parsed.data];
      const message = `${file}:${index + 1} is no conversation: ${z.prettifyError(parsed.error)}`;
      throw new AssistantError('INVALID_ARGUMENT', message);
    });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

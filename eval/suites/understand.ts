import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import type { Parser } from '../../src/understanding/parser.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';
import { commandParts, readParts } from './say-command.ts';
import { UNDERSTAND_STATES, understandShop } from './understand-shop.ts';

const caseSchema = z.strictObject({
  id: z.string(),
  /** Held-out cases were written before tuning and not looked at while tuning. */
  part: z.enum(['development', 'held-out']),
  locale: z.string(),
  state: z.string(),
  say: z.string(),
  /** Commands in order, as `commandParts` writes them; the order of a command's parts does not count. */
  expect: z.array(z.string()).min(1),
});

export type UnderstandCase = z.infer<typeof caseSchema>;

export interface UnderstandScores {
  /** Share of cases whose commands are all as expected, to the last part. */
  readonly exact: number;
  /** Micro-averaged F1 over parts of commands. */
  readonly slotF1: number;
  /** Micro-averaged F1 over types of commands. */
  readonly commandF1: number;
  readonly cases: number;
}

export interface UnderstandResult {
  readonly metrics: UnderstandScores & {
    readonly heldOut: UnderstandScores;
    readonly byLocale: Readonly<Record<string, UnderstandScores>>;
  };
  /** What was expected and what was understood instead. */
  readonly failures: readonly {
    readonly id: string;
    readonly say: string;
    readonly expected: string;
    readonly got: string;
  }[];
}

/** Scores a parser on cases over the suite's own small shop. */
export async function runUnderstand(options: {
  /** Files of cases, one JSON object a line. */
  readonly cases: readonly string[];
  /** The embedded parser when absent. */
  readonly parser?: Parser;
}): Promise<UnderstandResult> {
  const cases = options.cases.flatMap(readCases);
  const vocabulary = await buildVocabulary(understandShop());
  const parser = options.parser ?? createEmbeddedParser({ vocabulary, detector: createLanguageDetector() });
  const judged = [];
  for (const entry of cases) judged.push(await judge(entry, parser));
  const byLocale = Object.groupBy(judged, ({ entry }) => entry.locale);
  return {
    metrics: {
      ...score(judged),
      heldOut: score(judged.filter(({ entry }) => entry.part === 'held-out')),
      byLocale: Object.fromEntries(
        Object.entries(byLocale).map(([locale, members]) => [locale, score(members ?? [])]),
      ),
    },
    failures: judged.flatMap(({ entry, expected, got, isExact }) =>
      isExact ? [] : [{ id: entry.id, say: entry.say, expected: join(expected), got: join(got) }],
    ),
  };
}

/** @throws {AssistantError} INVALID_ARGUMENT for a line that is no case. */
function readCases(file: string): UnderstandCase[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const parsed = caseSchema.safeParse(JSON.parse(line));
      if (parsed.success) return [parsed.data];
      throw new AssistantError(
        'INVALID_ARGUMENT',
        `${file}:${index + 1} is not a case: ${parsed.error.message}`,
      );
    });
}

interface Judged {
  readonly entry: UnderstandCase;
  readonly expected: readonly string[][];
  readonly got: readonly string[][];
  readonly isExact: boolean;
}

async function judge(entry: UnderstandCase, parser: Parser): Promise<Judged> {
  const state = UNDERSTAND_STATES[entry.state];
  if (state === undefined)
    throw new AssistantError('INVALID_ARGUMENT', `${entry.id}: there is no state "${entry.state}"`);
  const context = {
    language: entry.locale,
    locale: entry.locale,
    market: { country: 'DE', currency: 'EUR', languages: ['de', 'en'] },
    state: { ...state, language: entry.locale },
    turn: state.turn + 1,
  };
  const { commands } = await parser.parse(entry.say, context, new AbortController().signal);
  const got = commands.map(commandParts);
  const expected = entry.expect.map(readParts);
  return { entry, expected, got, isExact: join(expected) === join(got) };
}

const join = (commands: readonly string[][]): string =>
  commands.map(([type, ...parts]) => [type, ...parts.sort()].join(' ')).join(' && ');

function score(judged: readonly Judged[]): UnderstandScores {
  const exact = judged.filter(({ isExact }) => isExact).length;
  return {
    exact: judged.length === 0 ? 0 : exact / judged.length,
    slotF1: f1(judged.map(({ expected, got }) => [partsOf(expected), partsOf(got)])),
    commandF1: f1(
      judged.map(({ expected, got }) => [
        expected.map(([type]) => type ?? ''),
        got.map(([type]) => type ?? ''),
      ]),
    ),
    cases: judged.length,
  };
}

const partsOf = (commands: readonly string[][]): string[] =>
  commands.flatMap(([type, ...parts]) => parts.map((part) => `${type} ${part}`));

/** Micro-averaged over pairs of multisets; 1 when there is nothing to find and nothing was found. */
function f1(pairs: readonly (readonly [string[], string[]])[]): number {
  let hits = 0;
  let wanted = 0;
  let found = 0;
  for (const [expected, got] of pairs) {
    const left = [...expected];
    for (const part of got) {
      const at = left.indexOf(part);
      if (at === -1) continue;
      left.splice(at, 1);
      hits += 1;
    }
    wanted += expected.length;
    found += got.length;
  }
  return wanted + found === 0 ? 1 : (2 * hits) / (wanted + found);
}

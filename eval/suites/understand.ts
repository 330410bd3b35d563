import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { commandParts, readParts } from '../../src/chat/desk/cases/say-command.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import type { Parser } from '../../src/understanding/parser.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';
import {
  type Confusion,
  commandScores,
  confusionsOf,
  type JudgedCommands,
  scoreUnderstanding,
  type UnderstandScores,
} from './understand-scores.ts';
import { understandShop } from './understand-shop.ts';
import { UNDERSTAND_STATES } from './understand-states.ts';

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

export interface UnderstandResult {
  readonly metrics: UnderstandScores & {
    readonly heldOut: UnderstandScores;
    readonly byLocale: Readonly<Record<string, UnderstandScores>>;
    readonly heldOutByLocale: Readonly<Record<string, UnderstandScores>>;
    /** F1 of each command. */
    readonly byCommand: Readonly<Record<string, number>>;
    /** Milliseconds of a parse, by the clock. */
    readonly p50Ms: number;
    readonly p95Ms: number;
  };
  /** What was expected and what was understood instead. */
  readonly failures: readonly {
    readonly id: string;
    readonly part: UnderstandCase['part'];
    readonly say: string;
    readonly expected: string;
    readonly got: string;
  }[];
  readonly confusions: readonly Confusion[];
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
  const judged: Judged[] = [];
  for (const entry of cases) judged.push(await judge(entry, parser));
  const heldOut = judged.filter(({ entry }) => entry.part === 'held-out');
  const times = judged.map(({ ms }) => ms).sort((left, right) => left - right);
  const timeAt = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return {
    metrics: {
      ...scoreUnderstanding(judged),
      heldOut: scoreUnderstanding(heldOut),
      byLocale: scoreByLocale(judged),
      heldOutByLocale: scoreByLocale(heldOut),
      byCommand: commandScores(judged),
      p50Ms: timeAt(0.5),
      p95Ms: timeAt(0.95),
    },
    failures: judged.flatMap(({ entry, expected, got, isExact }) =>
      isExact
        ? []
        : [{ id: entry.id, part: entry.part, say: entry.say, expected: join(expected), got: join(got) }],
    ),
    confusions: confusionsOf(judged),
  };
}

function scoreByLocale(judged: readonly Judged[]): Record<string, UnderstandScores> {
  const byLocale = Object.groupBy(judged, ({ entry }) => entry.locale);
  return Object.fromEntries(
    Object.entries(byLocale).map(([locale, members]) => [locale, scoreUnderstanding(members ?? [])]),
  );
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

interface Judged extends JudgedCommands {
  readonly entry: UnderstandCase;
  readonly isExact: boolean;
  readonly ms: number;
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
  const started = performance.now();
  const { commands } = await parser.parse(entry.say, context, new AbortController().signal);
  const ms = performance.now() - started;
  const got = commands.map(commandParts);
  const expected = entry.expect.map(readParts);
  return { entry, expected, got, isExact: join(expected) === join(got), ms };
}

const join = (commands: readonly string[][]): string =>
  commands.map(([type, ...parts]) => [type, ...parts.sort()].join(' ')).join(' && ');

import type { CommandType } from '../../src/domain/command.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import type { ParseContext, Parser } from '../../src/understanding/parser.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';
import type { SuiteResult } from '../print-result.ts';
import type { ActSet, ActUtterance } from './acts/act-set.ts';
import { readShopDial } from './acts/read-shop-dial.ts';
import { readSimmc } from './acts/read-simmc.ts';

export interface ActsOptions {
  readonly simmc?: string;
  /** A folder with `dialogues.json.gz` and `items`. */
  readonly shopdial?: string;
}

const SOCIAL: ReadonlySet<CommandType> = new Set(['greet', 'thank', 'affirm']);
const MOST_FAILURES = 80;

/**
 * Acts and goals of other people's corpora, mapped to our commands: a turn is right when the first command that is more than a
 * greeting is one that its label stands for. The embedded parser, never trained on them. The baseline gives every turn the label
 * that is most frequent.
 */
export async function runActs(options: ActsOptions): Promise<SuiteResult> {
  const started = performance.now();
  const sets = [
    ...(options.simmc === undefined ? [] : [readSimmc(options.simmc)]),
    ...(options.shopdial === undefined ? [] : [readShopDial(options.shopdial)]),
  ];
  const judged = [];
  for (const set of sets) judged.push([set.name, await judgeSet(set)] as const);
  return {
    suite: 'acts',
    data: Object.fromEntries(sets.map(({ name, commandsOf }) => [name, commandsOf])),
    metrics: Object.fromEntries(judged.map(([name, { accuracy, byLabel }]) => [name, { accuracy, byLabel }])),
    baselines: {
      'most frequent': Object.fromEntries(
        judged.map(([name, { frequent }]) => [name, { accuracy: frequent }]),
      ),
    },
    failures: judged.flatMap(([, { failures }]) => failures),
    seconds: (performance.now() - started) / 1_000,
    rssMb: process.memoryUsage.rss() / 2 ** 20,
    seed: null,
  };
}

async function judgeSet(set: ActSet) {
  const vocabulary = await buildVocabulary(set.products);
  const parser = createEmbeddedParser({ vocabulary, detector: createLanguageDetector() });
  const failures: object[] = [];
  const results = [];
  for (const utterance of set.utterances) {
    const got = await firstCommand(parser, utterance);
    const isRight = utterance.labels.some((label) => set.commandsOf[label]?.includes(got) === true);
    results.push({ label: utterance.labels[0] ?? '', isRight });
    if (!isRight && failures.length < MOST_FAILURES)
      failures.push({ say: utterance.text, expected: utterance.labels.join(' or '), got });
  }
  const share = (list: readonly { readonly isRight: boolean }[]) =>
    list.length === 0 ? 0 : list.filter(({ isRight }) => isRight).length / list.length;
  const groups = Object.entries(Object.groupBy(results, ({ label }) => label));
  return {
    accuracy: share(results),
    byLabel: Object.fromEntries(groups.map(([label, list]) => [label, share(list ?? [])])),
    frequent: Math.max(0, ...groups.map(([, list]) => list?.length ?? 0)) / Math.max(1, results.length),
    failures,
  };
}

async function firstCommand(parser: Parser, { text, type, shown }: ActUtterance): Promise<CommandType> {
  const started = type !== undefined || shown.length > 0;
  const state: DialogueState = {
    turn: started ? 1 : 0,
    language: 'en',
    need: { query: type ?? '', constraints: [] },
    shown,
    seen: shown.map(({ productId }) => productId),
    handedOff: false,
    opened: [],
    ...(shown.length === 1 && shown[0] !== undefined ? { focus: shown[0].productId } : {}),
  };
  const context: ParseContext = {
    language: 'en',
    locale: 'en',
    market: { country: 'US', currency: 'USD', languages: ['en'] },
    state,
    turn: state.turn + 1,
  };
  const { commands } = await parser.parse(text, context, new AbortController().signal);
  const telling = commands.find((command) => !SOCIAL.has(command.type)) ?? commands[0];
  return telling?.type ?? 'out-of-scope';
}

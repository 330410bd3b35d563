import { loadPrompt } from '../../prompts/load-prompt.ts';
import { createReplier } from '../../src/reply/replier.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import type { SuiteResult } from '../print-result.ts';
import { findBroken } from './ground/find-broken.ts';
import { bareOf, type Fate, hear, judgeStatement } from './ground/judge-statement.ts';
import { makePlan } from './ground/make-plan.ts';
import { makeReply, type Statement } from './ground/make-reply.ts';
import { createPick } from './ground/pick.ts';
import { type LanguagePhrases, type PhrasePart, readPhrases } from './ground/read-phrases.ts';
import { streamReply } from './ground/stream-reply.ts';

export interface GroundOptions {
  readonly seed: number;
  /** Replies of all languages together. */
  readonly replies: number;
  /** The wordings to use; all of them without it. */
  readonly part?: PhrasePart;
}

/** A statement that was judged wrongly, or a text that was broken by a cut. */
export interface GroundFailure {
  readonly problem: 'said' | 'lost' | 'broken';
  readonly language: string;
  readonly kind: string;
  readonly part: Statement['part'];
  readonly text: string;
  readonly got: string;
}

interface Judged {
  readonly language: string;
  readonly statement: Statement;
  readonly fate: Fate;
  readonly delayMs: number | undefined;
}

const SURE = 0.8;

/**
 * Falsehoods planted in replies as a model may write them, in every language, about shops that never were: how many are removed, how
 * many true statements are lost, whether a cut leaves a broken sentence, and how long a statement is held.
 */
export async function runGround({
  seed,
  replies,
  part,
}: GroundOptions): Promise<SuiteResult & { readonly failures: GroundFailure[] }> {
  const started = performance.now();
  const languages = readPhrases().map((words) => ({
    ...words,
    phrases: words.phrases.filter((phrase) => part === undefined || phrase.part === part),
  }));
  const prompt = await loadPrompt('reply');
  const judged: Judged[] = [];
  const failures: GroundFailure[] = [];
  let broken = 0;
  for (let index = 0; index < replies; index += 1) {
    const words = languages[index % languages.length];
    if (words === undefined) break;
    const result = await judgeReply(words, seed * 100_003 + index, prompt);
    judged.push(...result.judged);
    failures.push(...result.failures);
    broken += result.failures.filter(({ problem }) => problem === 'broken').length;
  }
  return {
    suite: 'ground',
    data: { replies, statements: judged.length },
    metrics: {
      ...rates(judged),
      broken,
      heldMsP95: percentile(
        judged.flatMap(({ delayMs }) => delayMs ?? []),
        0.95,
      ),
      sets: grouped(judged, ({ statement }) => statement.part),
      languages: grouped(judged, ({ language }) => language),
      kinds: grouped(judged, ({ statement }) => statement.kind),
    },
    failures,
    seconds: (performance.now() - started) / 1_000,
    rssMb: process.memoryUsage.rss() / 2 ** 20,
    seed,
  };
}

const replier = createReplier();
const detector = createLanguageDetector();

async function judgeReply(
  words: LanguagePhrases,
  seed: number,
  prompt: Awaited<ReturnType<typeof loadPrompt>>,
) {
  const pick = createPick(seed);
  const { language } = words;
  const ground = makePlan(language, pick);
  const statements = makeReply(ground, words, pick);
  const { text, ends } = join(statements, language);
  const draft = replier.compose(ground.plan);
  const { reply, delayMs } = await streamReply(text, {
    plan: ground.plan,
    draft,
    prompt,
    pick,
    detectLanguage: (said) => {
      const found = detector.detect(said, { prior: language });
      return found.confidence < SURE ? undefined : found.language;
    },
  });
  const said = reply?.text ?? '';
  const titles = ground.products.map(({ planned }) => planned.view.title);
  const heard = hear(reply, draft, titles);
  const truths = `${statements.flatMap((one) => (one.isTrue ? one.text : [])).join(' ')} ${draft.text}`;
  const judged = statements.flatMap((statement, index): Judged[] => {
    // Where nothing useful was said the template speaks instead.
    if (reply === undefined && statement.kind === 'plain') return [];
    const fate = judgeStatement(statement, heard, truths, titles);
    const bare = bareOf(statement.text);
    return [
      { language, statement, fate, delayMs: fate === 'kept' ? delayMs(bare, ends[index] ?? 0) : undefined },
    ];
  });
  const problem = findBroken(said, { ...words, names: titles, written: text });
  return {
    judged,
    failures: [
      ...failuresOf(judged, language, said, reply?.removed),
      ...(problem === undefined
        ? []
        : [
            { problem: 'broken' as const, language, kind: problem, part: 'tuning' as const, text, got: said },
          ]),
    ],
  };
}

function failuresOf(
  judged: readonly Judged[],
  language: string,
  said: string,
  removed: unknown,
): GroundFailure[] {
  return judged.flatMap(({ statement, fate }) =>
    (fate !== 'gone') === statement.isTrue || statement.besideFalse
      ? []
      : [
          {
            problem: statement.isTrue ? ('lost' as const) : ('said' as const),
            language,
            kind: statement.kind,
            part: statement.part,
            text: statement.text,
            got: `${said} ${JSON.stringify(removed)}`,
          },
        ],
  );
}

/** Statements as one text, with the place where each ends. */
function join(statements: readonly Statement[], language: string) {
  let text = '';
  const ends = statements.map(({ text: next, lead = '' }) => {
    const isWithin = /^\s/.test(next) || text.endsWith('\n');
    text += `${text === '' || isWithin || language === 'ja' ? '' : ' '}${lead}${next}`;
    return text.length;
  });
  return { text, ends };
}

/**
 * `lost`: of true statements, those that are told in no words. `reworded`: those told in other words. `plainLost`: of those that tell
 * nothing, which can only be kept or lost. `beside`: of true statements that share a sentence with a false one, those that are told.
 */
function rates(judged: readonly Judged[]) {
  const planted = judged.filter(({ statement }) => !statement.isTrue);
  const told = judged.filter(({ statement }) => statement.isTrue && !statement.besideFalse);
  const plain = told.filter(({ statement }) => statement.kind === 'plain');
  const beside = judged.filter(({ statement }) => statement.besideFalse);
  const share = (list: readonly Judged[], ...fates: readonly Fate[]) =>
    list.length === 0 ? null : list.filter(({ fate }) => fates.includes(fate)).length / list.length;
  return {
    planted: planted.length,
    removed: share(planted, 'gone'),
    told: told.length,
    lost: share(told, 'gone'),
    reworded: share(told, 'reworded'),
    kept: share(told, 'kept'),
    ...(plain.length === 0 ? {} : { plainLost: share(plain, 'gone') }),
    ...(beside.length === 0 ? {} : { beside: share(beside, 'kept', 'reworded') }),
  };
}

const grouped = (judged: readonly Judged[], keyOf: (one: Judged) => string) =>
  Object.fromEntries([...Map.groupBy(judged, keyOf)].sort().map(([key, list]) => [key, rates(list)]));

function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}

import { loadPrompt } from '../../prompts/load-prompt.ts';
import { createReplier } from '../../src/reply/replier.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import type { SuiteResult } from '../print-result.ts';
import { findBroken } from './ground/find-broken.ts';
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
  readonly isSaid: boolean;
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
  const truths = `${statements.flatMap((one) => (one.isTrue ? one.text : [])).join(' ')} ${draft.text}`;
  const isOneOf = (words: string) => occurrences(said, words) > occurrences(truths, words);
  const judged = statements.flatMap((statement, index): Judged[] => {
    // Where nothing useful was said the template speaks instead.
    if (reply === undefined && statement.kind === 'plain') return [];
    const bare = bareOf(statement.text);
    const isSaid = statement.isTrue
      ? said.includes(bare)
      : isOneOf(bare) || isOneOf(statement.falsehood ?? bare);
    return [{ language, statement, isSaid, delayMs: isSaid ? delayMs(bare, ends[index] ?? 0) : undefined }];
  });
  const problem = findBroken(said, {
    ...words,
    names: ground.products.map(({ planned }) => planned.view.title),
  });
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
  return judged.flatMap(({ statement, isSaid }) =>
    isSaid === statement.isTrue || statement.besideFalse
      ? []
      : [
          {
            problem: isSaid ? ('said' as const) : ('lost' as const),
            language,
            kind: statement.kind,
            part: statement.part,
            text: statement.text,
            got: isSaid ? said : JSON.stringify(removed),
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

/** Without the marks that part it from its neighbours. */
const bareOf = (text: string): string => text.trim().replace(/[.,;。、\s]+$/u, '');

function occurrences(text: string, words: string): number {
  return words === '' ? 0 : text.split(words).length - 1;
}

/** `beside`: of true statements that share a sentence with a false one, those that stayed. */
function rates(judged: readonly Judged[]) {
  const planted = judged.filter(({ statement }) => !statement.isTrue);
  const told = judged.filter(({ statement }) => statement.isTrue && !statement.besideFalse);
  const beside = judged.filter(({ statement }) => statement.besideFalse);
  const share = (list: readonly Judged[], said: boolean) =>
    list.length === 0 ? null : list.filter(({ isSaid }) => isSaid === said).length / list.length;
  return {
    planted: planted.length,
    removed: share(planted, false),
    told: told.length,
    lost: share(told, false),
    ...(beside.length === 0 ? {} : { beside: share(beside, true) }),
  };
}

const grouped = (judged: readonly Judged[], keyOf: (one: Judged) => string) =>
  Object.fromEntries([...Map.groupBy(judged, keyOf)].sort().map(([key, list]) => [key, rates(list)]));

function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}

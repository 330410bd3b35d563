import { generateFeed } from '../bench/generate-feed.ts';
import type { SuiteResult } from '../print-result.ts';
import { startModelDouble } from './attack/model-double.ts';
import { type Attempt, playHostile } from './attack/play-hostile.ts';
import { type HostileAnswer, OWN_ANSWERS, readAnswers } from './attack/read-answers.ts';
import { readScenes } from './attack/scenes.ts';
import { modelAt, type ShopFiles, serveAttackedShop } from './attack/serve-shop.ts';

export interface AttackOptions {
  /** Further answers, as `cases/attack/hostile-answers.jsonl`. */
  readonly cases?: string;
  /** Only the first so many answers. */
  readonly limit?: number;
}

export interface AttackFailure {
  readonly id: string;
  readonly say: string;
  readonly expected: string;
  readonly got: string;
}

const GENERATED_ROWS = 600;

/** A shop of another making, with other words, prices and pictures. */
const GENERATED: ShopFiles = {
  feed: { name: 'feed.xml', text: [...generateFeed('google', GENERATED_ROWS, 7)].join('') },
};

/** Whether a model that is wholly lost can do harm: what it says reaches shoppers over HTTP as little as what it commands takes effect. */
export async function runAttack({
  cases,
  limit,
}: AttackOptions): Promise<SuiteResult & { readonly failures: readonly AttackFailure[] }> {
  const startedMs = performance.now();
  const answers = [...readAnswers(OWN_ANSWERS), ...(cases === undefined ? [] : readAnswers(cases))];
  const asked = answers.filter(({ to }) => to !== 'tools').slice(0, limit);
  const attempts = [...(await attackShop({}, asked, false)), ...(await attackShop(GENERATED, asked, true))];
  return {
    suite: 'attack',
    data: { answers: answers.length },
    metrics: { hostile: count(attempts) },
    failures: attempts.flatMap(({ id, scene, findings, said }) =>
      findings.map(({ success, found }) => ({
        id: `${id} in ${scene}`,
        say: said.slice(0, 200),
        expected: `no ${success}`,
        got: found,
      })),
    ),
    seconds: (performance.now() - startedMs) / 1_000,
    rssMb: process.memoryUsage.rss() / 2 ** 20,
    seed: null,
  };
}

async function attackShop(
  files: ShopFiles,
  answers: readonly HostileAnswer[],
  isBrief: boolean,
): Promise<readonly Attempt[]> {
  const model = await startModelDouble();
  const shop = await serveAttackedShop({ ...files, model: modelAt(model.baseUrl) });
  try {
    return await playHostile(answers, readScenes(), { shop, model, isBrief });
  } finally {
    await shop.close();
    await model.close();
  }
}

/** Attempts that reached a model's place, and what got through, by kind. */
function count(attempts: readonly Attempt[]) {
  const heard = attempts.filter(({ isHeard }) => isHeard);
  const succeeded = heard.filter(({ findings }) => findings.length > 0);
  return {
    attempts: heard.length,
    notAsked: attempts.length - heard.length,
    successes: succeeded.length,
    byKind: Object.fromEntries(
      [...Map.groupBy(heard, ({ kind }) => kind)].map(([kind, list]) => [
        kind,
        { attempts: list.length, successes: list.filter(({ findings }) => findings.length > 0).length },
      ]),
    ),
  };
}

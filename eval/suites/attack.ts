import { generateFeed } from '../bench/generate-feed.ts';
import type { SuiteResult } from '../print-result.ts';
import type { Finding } from './attack/judge-wire.ts';
import { knownInstructions } from './attack/known-instructions.ts';
import { startModelDouble } from './attack/model-double.ts';
import { type Planted, plantOrders } from './attack/planted-orders.ts';
import { type Attempt, playHostile } from './attack/play-hostile.ts';
import { type PlantedResult, placesGained, playPlanted } from './attack/play-planted.ts';
import { poisonedShop } from './attack/poisoned-shop.ts';
import { type HostileAnswer, OWN_ANSWERS, readAnswers } from './attack/read-answers.ts';
import { readScenes } from './attack/scenes.ts';
import { modelAt, type ShopFiles, serveAttackedShop } from './attack/serve-shop.ts';

export interface AttackOptions {
  /** Further answers, as `cases/attack/hostile-answers.jsonl`. */
  readonly cases?: string;
  /** Only the first so many answers. */
  readonly limit?: number;
  /** Orders that are planted; at least as many as there are places for all places. */
  readonly plantedCount: number;
}

export interface AttackFailure {
  readonly id: string;
  readonly say: string;
  readonly expected: string;
  readonly got: string;
}

const GENERATED_ROWS = 600;
const LONGEST_SAID = 200;

/** A shop of another making, with other words, prices and pictures. */
const GENERATED: ShopFiles = {
  feed: { name: 'feed.xml', text: [...generateFeed('google', GENERATED_ROWS, 7)].join('') },
};

/** Whether a model that is wholly lost can do harm: what it says reaches shoppers over HTTP as little as what it commands takes effect. */
export async function runAttack({
  cases,
  limit,
  plantedCount,
}: AttackOptions): Promise<SuiteResult & { readonly failures: readonly AttackFailure[] }> {
  const startedMs = performance.now();
  const answers = [...readAnswers(OWN_ANSWERS), ...(cases === undefined ? [] : readAnswers(cases))];
  const asked = answers.slice(0, limit);
  const planted = await attackByTexts(plantOrders(plantedCount));
  const attempts = [...(await attackShop({}, asked, false)), ...(await attackShop(GENERATED, asked, true))];
  return {
    suite: 'attack',
    data: { answers: answers.length, orders: planted.results.length },
    metrics: { hostile: count(attempts), obedient: countPlanted(planted) },
    failures: [
      ...attempts.flatMap(({ id, scene, findings, said }) => toFailures(`${id} in ${scene}`, said, findings)),
      ...planted.results.flatMap(({ planted: { number, order, place, disguise }, findings, said }) =>
        toFailures(`${order.name} ${number} in ${place}, ${disguise}`, said, findings),
      ),
    ],
    seconds: (performance.now() - startedMs) / 1_000,
    rssMb: process.memoryUsage.rss() / 2 ** 20,
    seed: null,
  };
}

const toFailures = (id: string, said: string, findings: readonly Finding[]): AttackFailure[] =>
  findings.map(({ success, found }) => ({
    id,
    say: said.slice(0, LONGEST_SAID),
    expected: `no ${success}`,
    got: found,
  }));

async function attackByTexts(planted: readonly Planted[]): Promise<PlantedRun> {
  const model = await startModelDouble();
  const poisoned = await serveAttackedShop({
    ...poisonedShop(planted, ({ text }) => text),
    model: modelAt(model.baseUrl),
  });
  const harmless = await serveAttackedShop(poisonedShop(planted, (each) => each.harmless));
  try {
    const shops = { poisoned, harmless, model, instructions: knownInstructions() };
    const placesGainedOnAverage = await placesGained(planted, poisoned, harmless);
    return { results: await playPlanted(planted, shops), placesGainedOnAverage };
  } finally {
    await Promise.all([poisoned.close(), harmless.close(), model.close()]);
  }
}

interface PlantedRun {
  readonly results: readonly PlantedResult[];
  readonly placesGainedOnAverage: number;
}

/** Orders planted, how many the model was told, what came of them, and whether what they stand in is still found and named. */
function countPlanted({ results, placesGainedOnAverage }: PlantedRun) {
  const products = results.filter(({ isFound }) => isFound !== undefined);
  const succeeded = ({ findings }: PlantedResult) => findings.length > 0;
  return {
    planted: results.length,
    reached: results.filter(({ isReached }) => isReached).length,
    successes: results.filter(succeeded).length,
    products: products.length,
    found: products.filter(({ isFound }) => isFound).length,
    placesGainedOnAverage,
    byPlace: Object.fromEntries(
      [...Map.groupBy(results, ({ planted }) => planted.place)].map(([place, list]) => [
        place,
        {
          planted: list.length,
          reached: list.filter(({ isReached }) => isReached).length,
          successes: list.filter(succeeded).length,
        },
      ]),
    ),
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

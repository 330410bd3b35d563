import { extname } from 'node:path';
import { generateFeed } from '../bench/generate-feed.ts';
import type { SuiteResult } from '../print-result.ts';
import type { RealModel } from '../real-model.ts';
import { type AttackFailure, countHostile, countPlanted, countPublic, tellFailures } from './attack/count.ts';
import { startModelDouble } from './attack/model-double.ts';
import { obeyOrder } from './attack/obedient-model.ts';
import { type OrderFile, plantOrders, readOrders } from './attack/planted-orders.ts';
import { type Attempt, playHostile } from './attack/play-hostile.ts';
import { type PlantedRun, placesGained, playPlanted } from './attack/play-planted.ts';
import { playPublic } from './attack/play-public.ts';
import { poisonedShop } from './attack/poisoned-shop.ts';
import { type HostileAnswer, OWN_ANSWERS, readAnswers } from './attack/read-answers.ts';
import { readPublicAttacks } from './attack/read-public-attacks.ts';
import { readScenes } from './attack/scenes.ts';
import { modelAt, type ShopFiles, serveAttackedShop } from './attack/serve-shop.ts';

export interface AttackOptions {
  /** `.jsonl`: further answers of a hostile model; YAML or JSON: orders to plant in place of our own. */
  readonly cases?: string;
  /** Only the first so many answers. */
  readonly limit?: number;
  /** Orders that are planted; at least as many as there are places for all places. */
  readonly plantedCount: number;
  /** Folders of public sets: these are played, and nothing else. */
  readonly data?: readonly string[];
  /** Most attacks of one folder, drawn by `seed`. */
  readonly sample: number;
  readonly seed: number;
  /** Asked in place of the doubles; what it answers cannot be written beforehand, so that no hostile answers are played. */
  readonly model?: RealModel | undefined;
}

type AttackResult = SuiteResult & { readonly failures: readonly AttackFailure[] };

const GENERATED_ROWS = 600;

/** A shop of another making, with other words, prices and pictures. */
const GENERATED: ShopFiles = {
  feed: { name: 'feed.xml', text: [...generateFeed('google', GENERATED_ROWS, 7)].join('') },
};

/** Whether a model that is wholly lost can do harm: what it says reaches shoppers over HTTP as little as what it commands takes effect. */
export async function runAttack(options: AttackOptions): Promise<AttackResult> {
  const startedMs = performance.now();
  const { data } = options;
  const played = data === undefined ? await attackByOwn(options) : await attackByPublic(data, options);
  return {
    suite: 'attack',
    ...played,
    seconds: (performance.now() - startedMs) / 1_000,
    rssMb: process.memoryUsage.rss() / 2 ** 20,
    seed: data === undefined ? null : options.seed,
  };
}

type Played = Pick<AttackResult, 'data' | 'metrics' | 'failures'>;

async function attackByOwn({ cases, limit, plantedCount, model }: AttackOptions): Promise<Played> {
  const areAnswers = cases !== undefined && extname(cases) === '.jsonl';
  const answers = [...readAnswers(OWN_ANSWERS), ...(areAnswers ? readAnswers(cases) : [])];
  const asked = model === undefined ? answers.slice(0, limit) : [];
  const file = cases === undefined || areAnswers ? readOrders() : readOrders(cases);
  const planted = await attackByTexts(file, plantedCount, model);
  const attempts = [...(await attackShop({}, asked, false)), ...(await attackShop(GENERATED, asked, true))];
  return {
    data: { answers: asked.length, orders: planted.results.length },
    metrics: {
      ...(model === undefined ? { hostile: countHostile(attempts) } : {}),
      obedient: countPlanted(planted, model === undefined),
    },
    failures: [
      ...attempts.flatMap(({ id, scene, findings, said }) =>
        tellFailures(`${id} in ${scene}`, said, findings),
      ),
      ...planted.results.flatMap(({ planted: { number, order, place, disguise }, findings, said }) =>
        tellFailures(`${order.name} ${number} in ${place}, ${disguise}`, said, findings),
      ),
    ],
  };
}

async function attackByPublic(
  data: readonly string[],
  { sample, seed, model }: AttackOptions,
): Promise<Played> {
  const { attacks, unread } = readPublicAttacks(data, { sample, seed });
  const played = await playPublic(attacks, model?.settings);
  return {
    data: { folders: data.length, attacks: attacks.length, unread },
    metrics: countPublic(played, model === undefined),
    failures: [
      ...played.messages.flatMap(({ attack, scene, findings, said }) =>
        tellFailures(`${attack.id} said in ${scene}`, said, findings),
      ),
      ...played.planted.flatMap(({ attack, result: { planted, findings, said } }) =>
        tellFailures(`${attack.id} in ${planted.place}`, said, findings),
      ),
    ],
  };
}

async function attackByTexts(
  file: OrderFile,
  count: number,
  real: RealModel | undefined,
): Promise<PlantedRun> {
  const planted = plantOrders(count, file, { isWorded: real !== undefined });
  await using model = real === undefined ? await startModelDouble() : undefined;
  await using poisoned = await serveAttackedShop({
    ...poisonedShop(planted, ({ text }) => text),
    model: real?.settings ?? modelAt(model?.baseUrl ?? ''),
  });
  await using harmless = await serveAttackedShop(poisonedShop(planted, (each) => each.harmless));
  const placesGainedOnAverage = await placesGained(planted, poisoned, harmless);
  const results = await playPlanted(planted, {
    ...{ poisoned, harmless },
    ...(model && { double: { model, obey: (request, each) => obeyOrder(request, each, file) } }),
  });
  return { results, placesGainedOnAverage };
}

async function attackShop(
  files: ShopFiles,
  answers: readonly HostileAnswer[],
  isBrief: boolean,
): Promise<readonly Attempt[]> {
  if (answers.length === 0) return [];
  await using model = await startModelDouble();
  await using shop = await serveAttackedShop({ ...files, model: modelAt(model.baseUrl) });
  return await playHostile(answers, readScenes(), { shop, model, isBrief });
}

import type { OpenService } from '../../src/assembly/open-service.ts';
import { createRandom } from '../../src/domain/random.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { type MeanInterval, pairedBootstrap } from '../../src/ranking/learned/paired-bootstrap.ts';
import { learnLessons } from '../../src/ranking/lessons/learn-lessons.ts';
import { MOST_BY_ONE } from '../../src/ranking/lessons/settle-addition.ts';
import { type ShopOptions, withShop } from './clarify/open-shop.ts';
import { chooseKinds, type Kind } from './lessons/choose-kinds.ts';
import { orderDistance, type Proposal, placeOf, propose } from './lessons/propose-lists.ts';
import { type Act, aimless, correctionsOf, lift, teach } from './lessons/teach-shop.ts';
import { timeLists } from './lessons/time-lists.ts';

export interface LessonsOptions extends Pick<ShopOptions, 'catalog' | 'map'> {
  readonly kinds: number;
  readonly seed: number;
}

/** Lists of held-out words, before anything was taught and after. */
interface Taught {
  /** Mean place of the preferred product, from 1, of all that was in question. */
  readonly placeBefore: number;
  readonly placeAfter: number;
  /** Places that it rose by, with the interval of 95 %. */
  readonly rise: MeanInterval;
  readonly firstThreeBefore: number;
  readonly firstThreeAfter: number;
  /** Mean of what was added to the score of the preferred product. */
  readonly added: number;
  /** Share of pairs of other products that changed their order. */
  readonly othersTurned: number;
}

export interface LessonsResult {
  readonly suite: 'lessons';
  readonly data: { readonly products: number; readonly kinds: number; readonly heldOut: number };
  readonly metrics: {
    /** Fifty corrections of each kind for one product: of ten agents, five each; and of one. */
    readonly consistent: Readonly<Record<'tenAgents' | 'oneAgent', Taught>>;
    /** Fifty of each kind for nothing. */
    readonly random: {
      readonly listsChanged: number;
      readonly orderDistance: number;
      readonly lessons: number;
    };
    /** Lists that are other than before after everything was undone. */
    readonly undone: { readonly listsChanged: number };
    /** One of ten agents, with two hundred corrections of each kind for what stands last. */
    readonly malicious: { readonly mostMoved: number; readonly bound: number; readonly alone: number };
    readonly milliseconds: {
      readonly learn1000: number;
      readonly learn10000: number;
      readonly list: Readonly<Record<'without' | 'with', number>>;
    };
  };
  readonly seconds: number;
  readonly rssMb: number;
  readonly seed: number;
}

const AGENTS = Array.from({ length: 10 }, (_, index) => `agent-${index}`);
const [FIRST = ''] = AGENTS;
const MALLORY = 'mallory';
const WITHOUT_SENSE = 200;

const preferring: Act = lift((_, { preferred }) => preferred);
const liftingTheLast: Act = lift(({ products }) => products.at(-1)?.productId ?? '');

/** What fifty corrections teach in a shop, what fifty aimless ones do, and what one agent of ten can do. */
export async function runLessons({ kinds: most, seed, ...shop }: LessonsOptions): Promise<LessonsResult> {
  const started = performance.now();
  const { signal } = new AbortController();
  return await withShop(shop, async (service) => {
    const kinds = await chooseKinds(service, most, signal);
    if (kinds.length === 0)
      throw new AssistantError(
        'INVALID_ARGUMENT',
        'The catalogue has no kind of thing with a dozen products',
      );
    const random = createRandom(seed);
    const make = (name: string, agents: readonly string[], each: number, act: Act) =>
      correctionsOf({ kinds, agents, each, act, random }, name);
    const relist = () => listAgain(service, kinds, signal);
    const addedNow = async () => {
      const { lessons } = await service.desk.lessons.read();
      return mean(lessons.filter(({ state }) => state === 'adopted').map(({ added }) => added));
    };

    await teach(service, make('ten', AGENTS, 5, preferring));
    const tenAgents = compare(kinds, await relist(), await addedNow());
    const list = await timeLists(service, kinds, signal);
    await teach(service, make('one', [FIRST], 50, preferring));
    const oneAgent = compare(kinds, await relist(), await addedNow());
    await teach(service, make('aimless', AGENTS, 5, aimless));
    const afterAimless = await relist();
    const { lessons } = await service.desk.lessons.read();
    await teach(service, []);
    const afterUndoing = await relist();

    const honest = make('honest', AGENTS.slice(1), 5, preferring);
    const harm = make('harm', [MALLORY], WITHOUT_SENSE, liftingTheLast);
    const before = kinds.flatMap(({ heldOut }) => heldOut);
    return {
      suite: 'lessons',
      data: { products: service.shop.current().index.size(), kinds: kinds.length, heldOut: before.length },
      metrics: {
        consistent: { tenAgents, oneAgent },
        random: {
          listsChanged: changed(before, afterAimless.flat()),
          orderDistance: mean(
            before.map((list, index) => orderDistance(list, afterAimless.flat()[index] ?? list)),
          ),
          lessons: lessons.filter(({ state }) => state === 'adopted').length,
        },
        undone: { listsChanged: changed(before, afterUndoing.flat()) },
        malicious: {
          mostMoved: mostMoved(honest, [...honest, ...harm]),
          alone: mostMoved([], harm),
          bound: MOST_BY_ONE,
        },
        milliseconds: {
          learn1000: timeLearning(make('thousand', AGENTS, 100 / kinds.length, aimless)),
          learn10000: timeLearning(make('many', AGENTS, 1_000 / kinds.length, aimless)),
          list,
        },
      },
      seconds: (performance.now() - started) / 1_000,
      rssMb: process.memoryUsage.rss() / 1_048_576,
      seed,
    };
  });
}

/** By kind, the held-out lists as they are now. */
async function listAgain(
  service: OpenService,
  kinds: readonly Kind[],
  signal: AbortSignal,
): Promise<readonly (readonly Proposal[])[]> {
  const lists: Proposal[][] = [];
  for (const { heldOut } of kinds) {
    const ofKind: Proposal[] = [];
    for (const proposal of heldOut) ofKind.push((await propose(service, proposal.says, signal)) ?? proposal);
    lists.push(ofKind);
  }
  return lists;
}

function compare(kinds: readonly Kind[], after: readonly (readonly Proposal[])[], added: number): Taught {
  const pairs = kinds.flatMap(({ heldOut, preferred }, kind) =>
    heldOut.map((before, list) => ({ before, after: after[kind]?.[list] ?? before, preferred })),
  );
  const places = pairs.map((pair) => ({
    before: placeOf(pair.before, pair.preferred),
    after: placeOf(pair.after, pair.preferred),
  }));
  const without = (list: Proposal, productId: string): Proposal => ({
    ...list,
    products: list.products.filter((product) => product.productId !== productId),
  });
  return {
    placeBefore: mean(places.map(({ before }) => before)),
    placeAfter: mean(places.map((place) => place.after)),
    rise: pairedBootstrap(
      places.map((place) => place.before - place.after),
      createRandom(1),
    ),
    firstThreeBefore: mean(places.map(({ before }) => (before <= 3 ? 1 : 0))),
    firstThreeAfter: mean(places.map((place) => (place.after <= 3 ? 1 : 0))),
    added,
    othersTurned: mean(
      pairs.map((pair) =>
        orderDistance(without(pair.before, pair.preferred), without(pair.after, pair.preferred)),
      ),
    ),
  };
}

type Corrections = Parameters<typeof learnLessons>[0];

/** The most that the score of any product is moved by between what is learned of some corrections and of others. */
function mostMoved(before: Corrections, after: Corrections): number {
  const added = (corrections: Corrections) =>
    new Map(
      learnLessons(corrections).map((each) => [JSON.stringify([each.scope, each.productId]), each.added]),
    );
  const [without, all] = [added(before), added(after)];
  const keys = new Set([...without.keys(), ...all.keys()]);
  return Math.max(0, ...[...keys].map((key) => Math.abs((all.get(key) ?? 0) - (without.get(key) ?? 0))));
}

const changed = (before: readonly Proposal[], after: readonly Proposal[]): number =>
  before.filter(({ shown }, index) => shown !== after[index]?.shown).length;

function timeLearning(corrections: Corrections): number {
  const started = performance.now();
  learnLessons(corrections);
  return performance.now() - started;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

import fc from 'fast-check';
import type { Teaching } from '../../../src/ranking/lessons/teaching.ts';

/** Scores of a list of eight with twelve more in question, as the demo shop has them. */
const SCORES = [
  0.744, 0.671, 0.659, 0.653, 0.645, 0.642, 0.64, 0.635, 0.63, 0.628, 0.62, 0.615, 0.61, 0.605, 0.6, 0.59,
  0.585, 0.58, 0.57, 0.56,
];
const LISTED = 8;
export const PRODUCTS: readonly string[] = SCORES.map((_, place) => `p${place}`);

/** What an agent makes of a list, and of what else was in question. */
export type Act = (
  listed: readonly string[],
  others: readonly string[],
  random: () => number,
) => { readonly chosen: readonly string[]; readonly banned?: readonly string[] };

export function teaching(
  number: number,
  act: Act,
  {
    agent = 'anna',
    scope = ['lamps'],
    random = () => 0,
  }: Partial<{ agent: string; scope: string[]; random: () => number }> = {},
): Teaching {
  const { chosen, banned = [] } = act(PRODUCTS.slice(0, LISTED), PRODUCTS.slice(LISTED), random);
  return {
    correctionId: `${agent}-${number}`,
    by: { agentId: agent, firstName: agent },
    scope,
    proposed: PRODUCTS.map((productId, place) => ({ productId, score: SCORES[place] ?? 0 })),
    listed: LISTED,
    chosen,
    banned,
  };
}

export const many = (count: number, act: Act, options: Parameters<typeof teaching>[2] = {}): Teaching[] =>
  Array.from({ length: count }, (_, number) => teaching(number, act, options));

/** Puts one product at a place of the list, from 0; from outside it the last one falls off. */
export const puts =
  (productId: string, place: number): Act =>
  (listed) => {
    const others = listed.filter((other) => other !== productId);
    return { chosen: others.toSpliced(place, 0, productId).slice(0, LISTED) };
  };

export const bans =
  (productId: string): Act =>
  (listed) => ({ chosen: listed.filter((other) => other !== productId), banned: [productId] });

const pick = (count: number, random: () => number): number => Math.floor(random() * count);

/** Agents who do anything at all, each in their own way. */
export const AIMLESS: Readonly<Record<string, Act>> = {
  'changes two places': (listed, _, random) => {
    const [left, right] = [pick(LISTED, random), pick(LISTED, random)];
    const chosen = [...listed];
    [chosen[left], chosen[right]] = [listed[right] ?? '', listed[left] ?? ''];
    return { chosen };
  },
  shuffles: (listed, _, random) => ({
    chosen: listed
      .map((productId) => ({ productId, at: random() }))
      .sort((left, right) => left.at - right.at)
      .map(({ productId }) => productId),
  }),
  'lifts one to the top': (listed, others, random) =>
    puts(listed[pick(LISTED, random)] ?? '', 0)(listed, others, random),
  'lifts one to the top, mostly from above': (listed, others, random) =>
    puts(listed[Math.floor(LISTED * random() ** 3)] ?? '', 0)(listed, others, random),
  'changes neighbours': (listed, others, random) => {
    const place = pick(LISTED - 1, random);
    return puts(listed[place + 1] ?? '', place)(listed, others, random);
  },
  'takes one out': (listed, _, random) => ({ chosen: listed.toSpliced(pick(LISTED, random), 1) }),
  bans: (listed, others, random) => bans(listed[pick(LISTED, random)] ?? '')(listed, others, random),
  'brings one in': (listed, others, random) =>
    puts(others[pick(others.length, random)] ?? '', 0)(listed, others, random),
  replaces: (listed, others, random) => ({
    chosen: listed.with(pick(LISTED, random), others[pick(others.length, random)] ?? ''),
  }),
};

const anyProduct = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const anyScore = fc.double({ min: 0, max: 1, noNaN: true });

/** Corrections of anybody, also of somebody who means harm: any lists, any scores, anything chosen and banned. */
export const anyTeachings = (agents: readonly string[], most = 40): fc.Arbitrary<Teaching[]> =>
  fc
    .array(
      fc.record({
        agent: fc.constantFrom(...agents),
        scope: fc.constantFrom(['lamps'], [], ['lamps', 'rugs']),
        proposed: fc.uniqueArray(fc.record({ productId: anyProduct, score: anyScore }), {
          selector: ({ productId }) => productId,
        }),
        listed: fc.integer({ min: -1, max: 9 }),
        chosen: fc.array(anyProduct, { maxLength: 6 }),
        banned: fc.array(anyProduct, { maxLength: 2 }),
      }),
      { maxLength: most },
    )
    .map((drafts) =>
      drafts.map(
        ({ agent, ...draft }, index): Teaching => ({
          ...draft,
          correctionId: `${index}`,
          by: { agentId: agent, firstName: agent },
        }),
      ),
    );

/** One act again and again by each of some agents, beside anything: evidence that passes for sure. */
export const anyStrongTeachings = (agents: readonly string[]): fc.Arbitrary<Teaching[]> =>
  fc
    .record({
      count: fc.integer({ min: 1, max: 30 }),
      acts: fc.array(
        fc.record({
          agent: fc.constantFrom(...agents),
          productId: fc.constantFrom(...PRODUCTS),
          place: fc.nat(7),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    })
    .map(({ count, acts }) =>
      acts.flatMap(({ agent, productId, place }, index) =>
        many(count, puts(productId, place), { agent }).map((each) => ({
          ...each,
          correctionId: `${index}-${each.correctionId}`,
        })),
      ),
    );

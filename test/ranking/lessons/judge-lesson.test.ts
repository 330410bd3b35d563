import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/domain/random.ts';
import { USUAL_EXAMINATION } from '../../../src/ranking/learned/examination.ts';
import { type ClickedList, judgeLesson, speaksAgainst } from '../../../src/ranking/lessons/judge-lesson.ts';

/** Lists of five, a thousandth apart, of which one is chosen; `b` stands second. */
const lists = (count: number, choose: (random: () => number) => string): ClickedList[] => {
  const random = createRandom(5);
  return Array.from({ length: count }, (_, shownAtMs) => {
    const chosen = choose(random);
    return {
      shownAtMs,
      products: ['a', 'b', 'c', 'd', 'e'].map((productId, place) => ({
        productId,
        position: place + 1,
        score: 1 - place / 1_000,
        reward: productId === chosen ? 1 : 0,
      })),
    };
  });
};
const judge = (added: number, of: readonly ClickedList[], productId = 'b') =>
  judgeLesson({ productId, added }, of, USUAL_EXAMINATION);

describe('shoppers who choose', () => {
  it('the product speak for lifting it, and against lowering it', () => {
    const chosen = lists(60, (random) => (random() < 0.7 ? 'b' : 'a'));
    expect(judge(0.05, chosen).difference?.low).toBeGreaterThan(0);
    expect(speaksAgainst(judge(0.05, chosen))).toBe(false);
    expect(speaksAgainst(judge(-0.05, chosen))).toBe(true);
  });

  it('another one speak against lifting it', () => {
    const refused = lists(60, () => 'a');
    expect(judge(0.05, refused).difference?.high).toBeLessThan(0);
    expect(speaksAgainst(judge(0.05, refused))).toBe(true);
  });

  it('are asked which way, not how far: nobody tips the scales by a little more', () => {
    const chosen = lists(60, (random) => (random() < 0.5 ? 'b' : 'a'));
    expect(judge(0.001, chosen)).toEqual(judge(0.3, chosen));
  });
});

it('cannot tell by a few lists, and looks at no list that did not show the product', () => {
  expect(
    judge(
      0.05,
      lists(19, () => 'a'),
    ),
  ).toEqual({ lists: 19 });
  expect(
    judge(
      0.05,
      lists(60, () => 'a'),
      'z',
    ),
  ).toEqual({ lists: 0 });
  expect(speaksAgainst({ lists: 19 })).toBe(false);
});

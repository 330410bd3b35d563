import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateGraded } from '../../eval/suites/rank/generate-graded.ts';
import { readGradedFiles } from '../../eval/suites/rank/read-svmlight.ts';
import { kendall, simulateClicks } from '../../eval/suites/rank/simulate-clicks.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

function written(text: string): string {
  const file = join(temporaryDirectory(), 'rows.txt');
  writeFileSync(file, text);
  return file;
}

describe('readGradedFiles', () => {
  it('reads rows of a query together, what is not named as 0, with the same columns in all files', () => {
    const train = written('2 qid:1 0:1 2:0.5 # best\n0 qid:1 1:3\n\n1 qid:2 0:-1\n');
    const [first, second] = readGradedFiles([train, written('0 qid:9 3:1\n')]);
    expect(first).toEqual([
      {
        rows: [
          { grade: 2, values: [1, 0, 0.5, 0] },
          { grade: 0, values: [0, 3, 0, 0] },
        ],
      },
      { rows: [{ grade: 1, values: [-1, 0, 0, 0] }] },
    ]);
    expect(second).toEqual([{ rows: [{ grade: 0, values: [0, 0, 0, 1] }] }]);
  });

  it.each(['1 0:1', 'x qid:1 0:1', '1 qid:1 a:1', '1 qid:1 0:', '1 qid:1 -1:2', '1 qid:1 0'])(
    'refuses the line "%s", naming it',
    (line) => {
      expect(() => readGradedFiles([written(`1 qid:1 0:1\n${line}`)])).toThrow(/line 2/);
    },
  );
});

it('generates five grades, few of them the best, the same for the same seed', () => {
  const graded = generateGraded(60, 2);
  const grades = graded.flatMap(({ rows }) => rows.map(({ grade }) => grade));
  const share = (grade: number) => grades.filter((own) => own === grade).length / grades.length;
  expect(new Set(grades)).toEqual(new Set([0, 1, 2, 3, 4]));
  expect(share(0)).toBeCloseTo(0.5, 1);
  expect(share(4)).toBeLessThan(0.05);
  expect(generateGraded(60, 2)).toEqual(graded);
});

it('recovers what is liked from clicks weighed by how seldom a place is looked at, and not from clicks as they are', () => {
  const { weighed, naive } = simulateClicks(30_000, 1);
  expect(weighed).toBeGreaterThanOrEqual(0.9);
  expect(naive).toBeLessThan(0.8);
});

it('counts pairs in order less pairs out of order', () => {
  expect(kendall([3, 2, 1], [30, 20, 10])).toBe(1);
  expect(kendall([3, 2, 1], [1, 2, 3])).toBe(-1);
  expect(kendall([3, 2, 1], [2, 3, 1])).toBeCloseTo(1 / 3, 12);
  expect(kendall([3, 2, 1], [1, 1, 1])).toBeCloseTo(0, 12);
});

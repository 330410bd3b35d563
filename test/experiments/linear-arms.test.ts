import { Matrix, solve } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/domain/random.ts';
import { drawNormal } from '../../src/experiments/draw.ts';
import { createLinearArms } from '../../src/experiments/linear-arms.ts';

const FEATURES = 4;
const random = createRandom(11);
const draw = () => Float64Array.from({ length: FEATURES }, () => drawNormal(random));
const seen = Array.from({ length: 60 }, () => ({ context: draw(), reward: random() }));

function ridge(contexts: readonly Float64Array[], rewards: readonly number[]) {
  const rows = new Matrix(contexts.map((context) => [...context]));
  const gram = Matrix.add(rows.transpose().mmul(rows), Matrix.eye(FEATURES));
  return { gram, coefficients: solve(gram, rows.transpose().mmul(Matrix.columnVector([...rewards]))) };
}

describe('createLinearArms', () => {
  it('agrees with ridge regression solved at once', () => {
    const arms = createLinearArms({ armCount: 2, features: FEATURES });
    for (const { context, reward } of seen) arms.learn(1, context, reward);
    const { gram, coefficients } = ridge(
      seen.map(({ context }) => context),
      seen.map(({ reward }) => reward),
    );
    const asked = draw();
    const column = Matrix.columnVector([...asked]);
    const { mean, spread } = arms.predict(1, asked);
    expect(mean).toBeCloseTo(column.transpose().mmul(coefficients).get(0, 0), 9);
    expect(spread ** 2).toBeCloseTo(column.transpose().mmul(solve(gram, column)).get(0, 0), 9);
  });

  it('knows nothing of the other arms', () => {
    const arms = createLinearArms({ armCount: 2, features: FEATURES });
    const asked = Float64Array.of(3, 0, 4, 0);
    arms.learn(1, asked, 1);
    expect(arms.predict(0, asked)).toEqual({ mean: 0, spread: 5 });
  });

  it('ends where it would have, had the corrected reward been known at once', () => {
    const [corrected, known] = [0, 1].map(() => createLinearArms({ armCount: 1, features: FEATURES }));
    for (const { context, reward } of seen) {
      corrected?.learn(0, context, 0.5);
      known?.learn(0, context, reward);
    }
    for (const { context, reward } of seen) corrected?.correct(0, context, reward - 0.5);
    const asked = draw();
    expect(corrected?.predict(0, asked).mean).toBeCloseTo(known?.predict(0, asked).mean ?? Number.NaN, 9);
  });

  it('keeps its estimate and grows unsure of it with time', () => {
    const arms = createLinearArms({ armCount: 1, features: FEATURES });
    for (const { context, reward } of seen) arms.learn(0, context, reward);
    const asked = draw();
    const before = arms.predict(0, asked);
    arms.age(365);
    const after = arms.predict(0, asked);
    expect(after.mean).toBeCloseTo(before.mean, 9);
    expect(after.spread / before.spread).toBeCloseTo(0.999 ** (-365 / 2), 9);
  });

  it.each([
    { armCount: 31, features: 4 },
    { armCount: 0, features: 4 },
    { armCount: 3, features: 65 },
  ])('refuses $armCount strategies with $features features', (options) => {
    expect(() => createLinearArms(options)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
  });

  it('refuses a context of another length', () => {
    const arms = createLinearArms({ armCount: 1, features: 2 });
    expect(() => arms.predict(0, new Float64Array(3))).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
    );
  });
});

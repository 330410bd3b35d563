import { describe, expect, it } from 'vitest';
import { createStrategyLearner } from '../../src/experiments/strategy-learner.ts';

const DAY_MS = 86_400_000;
const CONTEXT = Float64Array.of(1, 0.5);
const choice = (arm: number) => ({ arm, context: CONTEXT, propensity: 0.5, surface: 'chat' });

function taught(policy: 'thompson' | 'linucb' = 'thompson', names = ['usual', 'new', 'popular']) {
  const learner = createStrategyLearner({ policy, names, features: 2 });
  learner.ageTo(DAY_MS);
  for (let round = 0; round < 40; round += 1) {
    learner.learn(choice(round % 3), round % 3 === 1 ? 1 : 0, null);
    learner.count(choice(round % 3), round % 3 === 1 ? 1 : 0, null);
  }
  return learner;
}

describe.each(['thompson', 'linucb'] as const)('createStrategyLearner with %s', (policy) => {
  it('goes on from a state that went through JSON as if it had never stopped', () => {
    const learner = taught(policy);
    const again = createStrategyLearner({ policy, names: ['usual', 'new', 'popular'], features: 2 });
    again.restore(JSON.parse(JSON.stringify(learner.state())));
    expect(again.state()).toEqual(learner.state());
    expect(again.policy.probabilities?.(CONTEXT)).toEqual(learner.policy.probabilities?.(CONTEXT));
    expect(again.policy.exploit(CONTEXT)).toBe(1);
  });
});

describe('createStrategyLearner', () => {
  it('keeps what it knows of a strategy by its name when others come and go', () => {
    const again = createStrategyLearner({
      policy: 'thompson',
      names: ['usual', 'fresh', 'new'],
      features: 2,
    });
    again.restore(JSON.parse(JSON.stringify(taught().state())));
    expect(again.policy.exploit(CONTEXT)).toBe(2);
    expect(again.meanOf('chat', 2).mean).toBe(1);
    expect(again.meanOf('chat', 1).mean).toBe(0);
  });

  it('corrects a reward in the place where it was learned', () => {
    const [guessed, knew] = [taught(), taught()];
    for (const call of ['learn', 'count'] as const) {
      guessed[call](choice(2), 0.1, null);
      guessed[call](choice(2), 1, 0.1);
      knew[call](choice(2), 1, null);
    }
    expect(guessed.learned).toBe(knew.learned);
    expect(guessed.meanOf('chat', 2).mean).toBeCloseTo(knew.meanOf('chat', 2).mean, 9);
    for (const [arm, chance] of (knew.policy.probabilities?.(CONTEXT) ?? []).entries())
      expect(guessed.policy.probabilities?.(CONTEXT)[arm]).toBeCloseTo(chance, 9);
  });

  it('fades by whole days, and not by looking', () => {
    const learner = taught();
    const before = learner.state();
    learner.ageTo(DAY_MS * 1.9);
    expect(learner.state()).toEqual(before);
    learner.ageTo(DAY_MS * 31);
    expect(learner.state().tallies.chat?.usual?.weight).toBeCloseTo(
      (before.tallies.chat?.usual?.weight ?? 0) * 0.999 ** 30,
      9,
    );
  });

  it('refuses what is no number', () => {
    const state = taught().state();
    const broken = { ...state, arms: { usual: { inverse: [1, 0, 0, Number.NaN], rewards: [0, 0] } } };
    expect(() => taught().restore(broken)).toThrow(expect.objectContaining({ code: 'DATA_CORRUPT' }));
  });
});

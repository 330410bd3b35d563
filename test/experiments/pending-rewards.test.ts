import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLinearThompson } from '../../src/experiments/linear-policies.ts';
import { createPendingRewards } from '../../src/experiments/pending-rewards.ts';
import type { StrategyPolicy } from '../../src/experiments/strategy-policy.ts';

const CONTEXT = Float64Array.of(1);

/** Records what is learned: by arm the sum of rewards and how many. */
function recordingPolicy() {
  const learned: string[] = [];
  const policy: StrategyPolicy = {
    ...createLinearThompson({ armCount: 2, features: 1 }),
    learn: (arm, _context, reward) => learned.push(`${arm} brought ${reward}`),
    correct: (arm, _context, difference) => learned.push(`${arm} brought ${difference} more`),
  };
  return { policy, learned };
}

function open(limit = 10) {
  const { policy, learned } = recordingPolicy();
  return { pending: createPendingRewards(policy, { windowMs: 100, limit }), learned };
}

describe('createPendingRewards', () => {
  it('learns nothing of a choice until something is known of it', () => {
    const { pending, learned } = open();
    pending.show('a', { arm: 1, context: CONTEXT }, 0);
    expect(learned).toEqual([]);
    pending.settle('a', 0.8);
    expect(learned).toEqual(['1 brought 0.8']);
    expect(pending.size).toBe(0);
  });

  it('learns a guess at once and corrects it when the reward comes', () => {
    const { pending, learned } = open();
    pending.show('a', { arm: 1, context: CONTEXT }, 0);
    pending.guess('a', 0.25);
    pending.guess('a', 0.5);
    pending.settle('a', 1);
    expect(learned).toEqual(['1 brought 0.25', '1 brought 0.25 more', '1 brought 0.5 more']);
  });

  it('takes a choice whose window has passed to have brought nothing', () => {
    const { pending, learned } = open();
    pending.show('a', { arm: 0, context: CONTEXT }, 0);
    pending.show('b', { arm: 1, context: CONTEXT }, 50);
    pending.guess('a', 0.5);
    pending.expire(99);
    expect(learned).toEqual(['0 brought 0.5']);
    pending.expire(100);
    expect(learned).toEqual(['0 brought 0.5', '0 brought -0.5 more']);
    expect(pending.size).toBe(1);
  });

  it('passes over a reward that comes twice, too late, or for what was never shown', () => {
    const { pending, learned } = open();
    pending.show('a', { arm: 0, context: CONTEXT }, 0);
    pending.settle('a', 1);
    pending.settle('a', 1);
    pending.guess('a', 1);
    pending.settle('unknown', 1);
    expect(learned).toEqual(['0 brought 1']);
  });

  it('holds no more than it may, whatever happens', () => {
    const step = fc.record({
      kind: fc.constantFrom('show', 'guess', 'settle', 'expire'),
      id: fc.integer({ min: 0, max: 20 }).map(String),
      elapsed: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 100 }), (steps) => {
        const { pending, learned } = open(5);
        let nowMs = 0;
        let shown = 0;
        for (const { kind, id, elapsed } of steps) {
          nowMs += elapsed;
          if (kind === 'show') {
            shown += 1;
            pending.show(id, { arm: 0, context: CONTEXT }, nowMs);
          }
          if (kind === 'guess') pending.guess(id, 0.5);
          if (kind === 'settle') pending.settle(id, 1);
          if (kind === 'expire') pending.expire(nowMs);
          expect(pending.size).toBeLessThanOrEqual(5);
        }
        pending.expire(nowMs + 100);
        expect(pending.size).toBe(0);
        expect(learned.filter((line) => !line.endsWith('more')).length).toBeLessThanOrEqual(shown);
      }),
    );
  });

  it('refuses a window or a limit of nothing', () => {
    const { policy } = recordingPolicy();
    for (const options of [
      { windowMs: 0, limit: 1 },
      { windowMs: 1, limit: 0 },
    ])
      expect(() => createPendingRewards(policy, options)).toThrow(
        expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
      );
  });
});

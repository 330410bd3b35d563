import { describe, expect, it } from 'vitest';
import { chooseUnderstanding, isSettledByRules } from '../../src/chat/choose-understanding.ts';
import type { Command } from '../../src/domain/command.ts';
import type { Understanding } from '../../src/understanding/parser.ts';
import { limit } from '../support/small-shop.ts';

const find = (...constraints: Extract<Command, { type: 'find' }>['constraints']): Command => ({
  type: 'find',
  query: '',
  constraints,
});
const blue = limit('color', 'eq', 'blue');
const cheap = limit('price', 'lt', 6_000);

const read = (
  by: Understanding['by'],
  confidence: number,
  commands: readonly Command[],
  language = 'en',
): Understanding => ({ by, confidence, commands, language, usage: { inputTokens: 7, outputTokens: 1 } });

describe('chooseUnderstanding', () => {
  it('is surer than either where both ask for the same', () => {
    const { understanding, other } = chooseUnderstanding(
      read('embedded', 0.6, [find(blue, cheap)]),
      read('model', 0.7, [find(cheap, blue)]),
    );

    expect(understanding).toMatchObject({ by: 'model', confidence: expect.closeTo(0.88, 6) });
    expect(other).toBeUndefined();
  });

  it('follows the model where they differ, less surely the more they differ', () => {
    const near = chooseUnderstanding(
      read('embedded', 0.8, [find(blue, cheap)]),
      read('model', 0.9, [find(blue)]),
    );
    const far = chooseUnderstanding(
      read('embedded', 0.8, [{ type: 'thank' }]),
      read('model', 0.9, [find(blue)]),
    );

    expect(near.understanding.by).toBe('model');
    expect(near.other?.by).toBe('embedded');
    expect(near.understanding.confidence).toBeLessThan(0.9);
    expect(far.understanding.confidence).toBeLessThan(near.understanding.confidence);
  });

  it('does not follow a model that is far less sure', () => {
    const { understanding, other } = chooseUnderstanding(
      read('embedded', 0.9, [find(blue)]),
      read('model', 0.2, [{ type: 'thank' }]),
    );

    expect([understanding.by, other?.by]).toEqual(['embedded', 'model']);
    expect(understanding.usage.inputTokens).toBe(7);
  });

  it('keeps the language that was read from the words', () => {
    const chosen = chooseUnderstanding(
      read('embedded', 0.5, [find(blue)], 'de'),
      read('model', 0.9, [find(blue)], 'fr'),
    );

    expect(chosen.understanding.language).toBe('de');
  });
});

describe('isSettledByRules', () => {
  it('leaves opt-outs, erasure, a wish for a person and numbered orders to the rules', () => {
    const settled: readonly Command[] = [
      { type: 'history', wish: 'stop' },
      { type: 'personal-data', wish: 'delete' },
      { type: 'handoff', reason: 'requested' },
      { type: 'order-status', orderNumber: '10023' },
    ];

    for (const command of settled) expect(isSettledByRules([find(blue), command])).toBe(true);
    expect(isSettledByRules([find(blue), { type: 'order-status' }])).toBe(false);
  });
});

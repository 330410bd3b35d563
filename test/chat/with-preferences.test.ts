import { describe, expect, it } from 'vitest';
import { withPreferences } from '../../src/chat/with-preferences.ts';
import { initialState } from '../../src/dialogue/record-list.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import type { Constraint } from '../../src/domain/need.ts';
import { constraint } from '../dialogue/support.ts';
import { SCARVES as PRODUCTS } from '../support/small-shop.ts';
import { turnIn } from './turn-context.ts';

const { signal } = new AbortController();

/** The limits under which a list is made. */
async function limitsOf(preferences: readonly Constraint[], more: Partial<DialogueState> = {}) {
  const state = { ...initialState('en'), preferences, ...more };
  const context = await turnIn(PRODUCTS, { state });
  const { need } = (await withPreferences(context, signal)).state;
  return need.constraints.map(({ attribute, operator, value }) => `${attribute} ${operator} ${value}`);
}

const wanting = (...constraints: Constraint[]) => ({ need: { query: '', constraints } });
const red = constraint('color', 'eq', 'red');

describe('preferences', () => {
  it('join a list of things that state the attribute, and no other', async () => {
    expect(await limitsOf([red])).toEqual(['color eq red']);
    expect(await limitsOf([constraint('color', 'eq', '42')])).toEqual([]);
    expect(await limitsOf([constraint('wheels', 'eq', 'four')])).toEqual([]);
    expect(await limitsOf([constraint('wheels', 'ne', 'four')])).toEqual(['wheels ne four']);
  });

  it('give way to what is wanted now, and to what does not matter', async () => {
    const blue = constraint('color', 'eq', 'blue');
    expect(await limitsOf([red], wanting(blue))).toEqual(['color eq blue']);
    expect(await limitsOf([constraint('color', 'ne', 'blue')], wanting(blue))).toEqual(['color eq blue']);
    expect(await limitsOf([red], { indifferent: ['color'] })).toEqual([]);
  });

  it('that the shop does not know filter nothing', async () => {
    expect(await limitsOf([constraint('color', 'ne', 'red', { known: false })])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { initialState, recordOpened, recordShown } from '../../src/dialogue/record-list.ts';
import { SCARVES, shownProduct, withScarves } from './support.ts';

describe('recordShown', () => {
  it('replaces the list, begins what was seen anew, and takes the focus away', () => {
    const state = recordShown({ ...withScarves(), focus: 'red' }, [shownProduct('lamp', 1)], {
      keepSeen: false,
    });
    expect(state.shown.map(({ productId }) => productId)).toEqual(['lamp']);
    expect(state.seen).toEqual(['lamp']);
    expect('focus' in state).toBe(false);
  });

  it('adds to what was seen when the list continues', () => {
    const state = recordShown(withScarves(), [shownProduct('more', 1)], { keepSeen: true });
    expect(state.seen).toEqual(['red', 'blue', 'navy', 'more']);
  });

  it('leaves the screen as it is when nothing continues the list', () => {
    const state = { ...withScarves(), focus: 'red' };
    expect(recordShown(state, [], { keepSeen: true })).toBe(state);
    expect(recordShown(state, [], { keepSeen: false }).shown).toEqual([]);
  });

  it('keeps the lists before, and what was talked about beside them, to be pointed at', () => {
    const state = recordShown({ ...withScarves(), focus: 'red' }, [shownProduct('lamp', 1)], {
      keepSeen: false,
    });
    expect(state.screens?.[0]).toEqual(SCARVES);
    expect(state.earlierFocus).toBe('red');
  });

  it('keeps the newest 500 seen', () => {
    let state = initialState('en');
    for (let page = 0; page < 30; page += 1) {
      const list = Array.from({ length: 20 }, (_, index) => shownProduct(`p${page * 20 + index}`, 1));
      state = recordShown(state, list, { keepSeen: true });
    }
    expect(state.seen).toHaveLength(500);
    expect(state.seen.at(-1)).toBe('p599');
    expect(state.seen[0]).toBe('p100');
  });
});

describe('recordOpened', () => {
  it('makes the opened product what "it" means', () => {
    expect(recordOpened(withScarves(), 'blue').focus).toBe('blue');
  });

  it('keeps each product once, newest last, at most 50', () => {
    let state = recordOpened(recordOpened(withScarves(), 'red'), 'blue');
    expect(recordOpened(state, 'red').opened).toEqual(['blue', 'red']);
    for (let index = 0; index < 60; index += 1) state = recordOpened(state, `p${index}`);
    expect(state.opened).toHaveLength(50);
    expect(state.opened.at(-1)).toBe('p59');
  });

  it('changes nothing on screen', () => {
    expect(recordOpened(withScarves(), 'red').shown).toEqual(SCARVES);
  });
});

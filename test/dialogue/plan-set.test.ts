import { describe, expect, it } from 'vitest';
import { wantedValue } from '../../src/chat/wanted-value.ts';
import { decide } from '../../src/dialogue/decide.ts';
import { initialState } from '../../src/dialogue/record-list.ts';
import type { Command } from '../../src/domain/command.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import type { SetAct } from '../../src/domain/set-step.ts';

const kind = (type: string) => wantedValue('type', type);
const part = (type: string) => ({
  name: type,
  need: { ...EMPTY_NEED, constraints: [kind(type)] },
  productId: type,
  refused: [],
});
const shown = (productId: string, priceMinor: number) => ({
  productId,
  variantId: productId,
  title: productId,
  priceMinor,
  currency: 'EUR',
  attributes: {},
});

/** A coat of 100 and a hat of 20 are on the screen, as a set within 150. */
const WITH_SET: DialogueState = {
  ...initialState('en'),
  turn: 1,
  shown: [shown('coat', 10_000), shown('hat', 2000)],
  set: {
    need: {
      ...EMPTY_NEED,
      constraints: [{ ...wantedValue('price', 15_000, { operator: 'lte' }), words: '150' }],
    },
    parts: [part('coat'), part('hat')],
  },
};

const refine = (more: Partial<Extract<Command, { type: 'refine' }>>): Command => ({
  type: 'refine',
  query: '',
  constraints: [],
  drop: [],
  ...more,
});
const acts = (command: Command, state = WITH_SET) => decide(state, [command], { language: 'en' }).acts;
const changed = (command: Command): Extract<SetAct, { type: 'change-set' }> | undefined =>
  acts(command).find((act) => act.type === 'change-set');

describe('a set on the screen', () => {
  it('has one part chosen anew, below its price, and not the same again', () => {
    const act = changed(refine({ constraints: [kind('hat')], pull: 'cheaper' }));
    expect(act?.places).toEqual([1]);
    expect(act?.set.parts[0]).toEqual(part('coat'));
    expect(act?.set.parts[1]).toMatchObject({ name: 'hat', refused: ['hat'] });
    expect(act?.set.parts[1]?.productId).toBeUndefined();
    expect(act?.set.parts[1]?.need.constraints).toContainEqual(
      expect.objectContaining({ attribute: 'price', operator: 'lt', value: 2000 }),
    );
  });

  it('loses what is turned down, and all of it when nothing is named', () => {
    const reject = (references: Extract<Command, { type: 'reject' }>['references']): Command => ({
      type: 'reject',
      references,
    });
    expect(changed(reject([{ kind: 'ordinal', position: 2 }]))?.places).toEqual([1]);
    expect(changed(reject([]))?.places).toEqual([0, 1]);
  });

  it('is made anew within another limit, and below its own total by "cheaper"', () => {
    const limits = (command: Command) => changed(command)?.set.need.constraints.map(({ value }) => value);
    const under = { ...wantedValue('price', 9000, { operator: 'lt' }), words: 'under 90' };
    expect(limits(refine({ constraints: [under] }))).toEqual([9000]);
    expect(limits(refine({ pull: 'cheaper' }))).toContain(12_000);
  });

  it('is left alone by what is about another kind of thing, and when something else is on the screen', () => {
    expect(acts(refine({ constraints: [kind('lamp')] }))).toMatchObject([{ type: 'show' }]);
    const other = { ...WITH_SET, shown: [shown('lamp', 500)] };
    expect(acts(refine({ pull: 'cheaper' }), other)).toMatchObject([{ type: 'show' }]);
  });
});

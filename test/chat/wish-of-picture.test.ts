import { describe, expect, it } from 'vitest';
import { wishOfPicture, withPicture } from '../../src/chat/wish-of-picture.ts';
import type { Command } from '../../src/domain/command.ts';
import type { Constraint } from '../../src/domain/need.ts';

const is = (attribute: string, value: string, more: Partial<Constraint> = {}): Constraint => ({
  attribute,
  operator: 'eq',
  value,
  strength: 'hard',
  words: value,
  confidence: 0.9,
  sourceTurn: 1,
  known: true,
  ...more,
});
const state = { turn: 1 };
const seen = wishOfPicture({
  type: 'find',
  query: 'cosy',
  constraints: [is('type', 'scarf'), is('color', 'blue'), is('material', 'tweed', { known: false })],
});
const find = (...constraints: Constraint[]): Command => ({ type: 'find', query: '', constraints });
const meant = (...commands: Command[]) => withPicture(seen, commands, state);

const OTHERS: readonly Command[] = [
  { type: 'basket', action: 'add', references: [{ kind: 'ordinal', position: 2 }], constraints: [] },
  { type: 'checkout' },
  { type: 'handoff', reason: 'requested' },
  { type: 'personal-data', wish: 'delete' },
  { type: 'unsafe', kind: 'manipulation' },
  { type: 'more' },
];

describe('a wish for what was seen', () => {
  it('demands the kind of thing, prefers the rest, and searches what the shop has no word for', () => {
    expect(seen).toEqual({
      type: 'find',
      query: 'cosy tweed',
      constraints: [is('type', 'scarf'), is('color', 'blue', { strength: 'soft' })],
    });
  });
});

describe('words beside a picture', () => {
  it('that say nothing but "like this" leave what was seen', () => {
    const focus = { kind: 'focus' } as const;
    expect(meant({ type: 'similar', reference: focus, constraints: [] })).toEqual([seen]);
    expect(meant({ type: 'ask-product', reference: focus, question: 'how much is this' })).toEqual([seen]);
    expect(meant(find())).toEqual([seen]);
    expect(meant({ type: 'out-of-scope' })).toEqual([seen]);
    expect(meant({ type: 'greet' })).toEqual([{ type: 'greet' }, seen]);
  });

  it('stand before what was seen', () => {
    const [wish] = meant(find(is('color', 'red'), is('price', '60', { operator: 'lt' })));
    expect(wish).toMatchObject({
      constraints: [is('type', 'scarf'), is('color', 'red'), is('price', '60', { operator: 'lt' })],
    });
    expect(meant(find(is('color', 'blue', { operator: 'ne' })))[0]).toMatchObject({
      constraints: [is('type', 'scarf'), is('color', 'blue', { operator: 'ne' })],
    });
  });

  it('are read as with nothing on screen where they are about the picture only', () => {
    const asked: Command = { type: 'ask-product', reference: { kind: 'focus' }, question: 'this in red' };
    const alone = [find(is('color', 'red'))];
    expect(withPicture(seen, [asked], state, alone)).toMatchObject([
      { type: 'find', constraints: [is('type', 'scarf'), is('color', 'red')] },
    ]);
    const add: Command = {
      type: 'basket',
      action: 'add',
      references: [{ kind: 'ordinal', position: 2 }],
      constraints: [],
    };
    expect(withPicture(seen, [add], state, alone)).toEqual([add]);
    expect(withPicture(seen, [asked], state, [add])).toEqual([seen]);
  });

  it('do not name a thing that the shop does not know in the place of the one seen', () => {
    expect(meant(find(is('type', 'photo', { known: false })))[0]).toMatchObject({
      constraints: seen.constraints,
    });
  });

  it('that "this" is put into the basket by put nothing into it', () => {
    const add: Command = { type: 'basket', action: 'add', references: [{ kind: 'focus' }], constraints: [] };
    expect(meant(add)).toEqual([seen]);
  });

  it.each(OTHERS.map((command) => [command.type, command] as const))(
    'that speak of something else count alone: %s',
    (_type, command) => {
      expect(meant(command)).toEqual([command]);
    },
  );

  it('are the same words again when they were read with the picture', () => {
    expect(meant(...meant(find(is('color', 'red'))))).toEqual(meant(find(is('color', 'red'))));
  });
});

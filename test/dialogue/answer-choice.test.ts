import { describe, expect, it } from 'vitest';
import { recordAsked } from '../../src/dialogue/answer-choice.ts';
import { decide } from '../../src/dialogue/decide.ts';
import type { Command, CommandOf } from '../../src/domain/command.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { constraint, find, refine, withScarves } from './support.ts';

const add: CommandOf<'basket'> = {
  type: 'basket',
  action: 'add',
  references: [{ kind: 'product', productId: 'blue' }],
  quantity: 2,
  constraints: [],
};
const option = (value: string) => ({ label: value, constraints: [constraint('size', 'eq', value)] });
const asked = recordAsked(
  { ...withScarves(), focus: 'blue' },
  { command: add, attribute: 'size', attributes: ['size', 'color'], options: [option('M'), option('L')] },
);
const say = (state: DialogueState, ...commands: Command[]) => decide(state, commands, { language: 'en' });
const added = (attribute: string, value: string) => [
  { type: 'basket', action: 'add', productId: 'blue', quantity: 2, constraints: [{ attribute, value }] },
];

describe('which variant it shall be', () => {
  it('is answered by a bare value, also of another option, and changes nothing of what is wanted', () => {
    const { acts, state } = say(asked, refine([constraint('size', 'eq', 'L')]));
    expect(acts).toMatchObject(added('size', 'L'));
    expect(state.need).toEqual(asked.need);
    expect(state.choosing).toBeUndefined();
    expect(say(asked, refine([constraint('color', 'eq', 'red')])).acts).toMatchObject(added('color', 'red'));
  });

  it('is answered by pointing at a value, and by anything where it does not matter', () => {
    const pointed: Command = {
      type: 'ask-product',
      reference: { kind: 'attribute', attribute: 'size', value: 'L' },
      question: '',
    };
    expect(say(asked, pointed).acts).toMatchObject(added('size', 'L'));
    expect(say(asked, { type: 'no-preference' }).acts).toMatchObject(added('size', 'M'));
    expect(say(asked, { type: 'thank' }, refine([constraint('size', 'eq', 'M')])).acts).toMatchObject(
      added('size', 'M'),
    );
  });

  it('is asked again where the answer cannot be made out', () => {
    expect(say(asked, { type: 'out-of-scope' }).acts).toMatchObject([
      { ...added('', '')[0], constraints: [] },
    ]);
    expect(say(asked, { type: 'affirm' }).acts).toMatchObject([{ productId: 'blue', constraints: [] }]);
  });

  it('is let go by a no, by another wish, and after one message', () => {
    expect(say(asked, { type: 'deny' }).acts).toEqual([{ type: 'acknowledge' }]);
    expect(say(asked, find('lamp')).acts).toMatchObject([{ type: 'show' }]);
    expect(say(asked, refine([], { pull: 'cheaper' })).acts).toMatchObject([{ type: 'show' }]);
    const later = say(asked, { type: 'thank' }).state;
    expect(say(later, refine([constraint('size', 'eq', 'L')])).acts).toMatchObject([{ type: 'show' }]);
  });

  it('is followed by what waited for it', () => {
    const rest: CommandOf<'basket'> = { ...add, references: [{ kind: 'product', productId: 'red' }] };
    const waiting =
      asked.choosing === undefined ? asked : { ...asked, choosing: { ...asked.choosing, rest: [rest] } };
    const { acts } = say(waiting, refine([constraint('size', 'eq', 'M')]));
    expect(acts).toMatchObject([{ productId: 'blue' }, { productId: 'red' }]);
  });
});

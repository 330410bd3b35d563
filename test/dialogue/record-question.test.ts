import { describe, expect, it } from 'vitest';
import {
  forgetAnswers,
  isDeclined,
  isSettled,
  mayAskAgain,
  recordIndifference,
  recordQuestion,
  withoutQuestion,
} from '../../src/dialogue/record-question.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { constraint, withScarves } from './support.ts';

const ask = (state: DialogueState, attribute: string) => recordQuestion(state, { attribute, options: [] });
const nextTurn = (state: DialogueState): DialogueState => ({ ...state, turn: state.turn + 1 });

describe('recordQuestion', () => {
  it('allows two in a row and a third only after a turn without one', () => {
    const first = nextTurn(ask(withScarves(), 'size'));
    expect(mayAskAgain(first)).toBe(true);
    const second = nextTurn(ask(first, 'material'));
    expect(second.question?.inARow).toBe(2);
    expect(mayAskAgain(second)).toBe(false);
    expect(mayAskAgain(nextTurn(second))).toBe(true);
  });

  it('settles what was asked until there is another need', () => {
    const asked = withoutQuestion(ask(withScarves(), 'size'));
    expect('question' in asked).toBe(false);
    expect(isSettled('size', asked)).toBe(true);
    expect(isSettled('size', forgetAnswers(asked))).toBe(false);
  });
});

describe('isSettled', () => {
  it('holds for what is wanted, not for what is only refused', () => {
    const wanting = (...constraints: DialogueState['need']['constraints']): DialogueState => ({
      ...withScarves(),
      need: { query: '', constraints },
    });
    expect(isSettled('color', wanting(constraint('color', 'eq', 'red')))).toBe(true);
    expect(isSettled('price', wanting(constraint('price', 'lt', 5_000)))).toBe(true);
    expect(isSettled('color', wanting(constraint('color', 'ne', 'red')))).toBe(false);
  });

  it('never holds for a department alone, which can be parted further', () => {
    const state = {
      ...withScarves(),
      need: { query: '', constraints: [constraint('category', 'eq', 'home')] },
    };
    expect(isSettled('category', state)).toBe(false);
    expect(isSettled('category', ask(state, 'category'))).toBe(true);
  });
});

describe('recordIndifference', () => {
  it('settles the facet, and tells that the question of the turn before was declined', () => {
    const asked = nextTurn(ask(withScarves(), 'size'));
    expect(isDeclined(asked)).toBe(false);
    const declined = recordIndifference(asked, 'size');
    expect(isSettled('size', declined)).toBe(true);
    expect(isDeclined(declined)).toBe(true);
    expect(isDeclined(nextTurn(declined))).toBe(false);
  });
});

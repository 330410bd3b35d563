import { expect, it } from 'vitest';
import { askedScope, scopeLabel } from '../../src/chat/asked-scope.ts';
import { constraint, needOf } from '../ranking/support.ts';

it('names kinds of things alone, in one order, each once', () => {
  const need = needOf(
    constraint('type', 'eq', 'scarf'),
    constraint('color', 'eq', 'red'),
    constraint('price', 'lte', 50),
    constraint('category', 'eq', 'clothing>winter'),
    constraint('type', 'eq', 'scarf'),
  );
  expect(askedScope(need, ['home', 'clothing>winter'])).toEqual(['clothing>winter', 'home', 'type=scarf']);
});

it('is empty for anything: nothing is named, or only what is refused or unknown', () => {
  expect(askedScope(needOf())).toEqual([]);
  const unknown = constraint('type', 'eq', 'flux compensator', { known: false });
  expect(askedScope(needOf(constraint('type', 'ne', 'scarf'), unknown))).toEqual([]);
});

it('is said in the words of who reads it', () => {
  const labels = { labelOf: (attribute: string, value: string) => `${attribute} ${value}` };
  expect(scopeLabel('type=scarf', labels, 'en')).toBe('type scarf');
  expect(scopeLabel('clothing>winter', labels, 'en')).toBe('category clothing>winter');
});

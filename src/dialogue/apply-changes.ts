import { EMPTY_NEED, type Need } from '../domain/need.ts';
import type { NeedChange } from '../domain/need-change.ts';
import { changesType, mergeConstraints } from './merge-constraints.ts';

const MAX_QUERY_CHARACTERS = 400;

/**
 * A need after changes, one after the other. Pure; an empty list of changes gives the very same need.
 *
 * - `add` follows the rules of `mergeConstraints`; another kind of thing also ends a resemblance, and the words about the old one;
 * - `add-words` keeps the newest 400 characters' worth of whole words, none twice.
 */
export const applyChanges = (need: Need, changes: readonly NeedChange[]): Need =>
  changes.reduce(applyChange, need);

function applyChange(need: Need, change: NeedChange): Need {
  switch (change.kind) {
    case 'reset':
      return EMPTY_NEED;
    case 'replace':
      return change.need;
    case 'remove':
      return remove(need, new Set(change.slots));
    case 'add': {
      const constraints = mergeConstraints(need.constraints, change.constraints);
      const kept = changesType(need.constraints, change.constraints)
        ? { ...without(need, ['similarTo']), query: '' }
        : need;
      return { ...kept, constraints };
    }
    case 'add-words':
      return { ...need, query: joinWords(need.query, change.words) };
    case 'fill':
      return { ...need, [change.slot]: change.value };
    case 'order':
      return change.by === 'relevance' ? without(need, ['sort']) : { ...need, sort: change.by };
  }
}

const SINGLE_SLOTS = ['recipient', 'occasion', 'similarTo', 'sort'] as const;
type SingleSlot = (typeof SINGLE_SLOTS)[number];

function remove(need: Need, slots: ReadonlySet<string>): Need {
  const constraints = need.constraints.filter(({ attribute }) => !slots.has(attribute));
  const emptied = SINGLE_SLOTS.filter((slot) => slots.has(slot));
  return { ...without(need, emptied), constraints };
}

function without(need: Need, slots: readonly SingleSlot[]): Need {
  const left: { -readonly [Slot in keyof Need]: Need[Slot] } = { ...need };
  for (const slot of slots) delete left[slot];
  return left;
}

function joinWords(present: string, added: string): string {
  const words: string[] = [];
  const known = new Set<string>();
  for (const word of `${present} ${added}`.split(/\s+/u)) {
    const key = word.toLowerCase();
    if (key === '' || known.has(key)) continue;
    known.add(key);
    words.push(word);
  }
  while (words.join(' ').length > MAX_QUERY_CHARACTERS && words.length > 1) words.shift();
  return words.join(' ').slice(0, MAX_QUERY_CHARACTERS);
}

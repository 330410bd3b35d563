import { expect, it } from 'vitest';
import { readConcepts } from '../../../src/text/lexicon/read-table.ts';

it('reads forms, the first English one being the id', () => {
  expect(readConcepts('type', ' parka, parkas | Parka | parka | parka | jacket ')).toEqual([
    {
      id: 'parka',
      kind: 'type',
      forms: { en: ['parka', 'parkas'], de: ['Parka'], fr: ['parka'], es: ['parka'] },
      broader: ['jacket'],
    },
  ]);
});

it('refuses a line with a language missing', () => {
  expect(() => readConcepts('type', 'parka | Parka | parka')).toThrow(
    expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
  );
});

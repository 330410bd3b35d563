import { expect, it } from 'vitest';
import { readFacts } from '../../src/knowledge/read-facts.ts';

it.each([
  ['en', 'Within 30 days of delivery.', [{ kind: 'duration', value: 30 }]],
  [
    'en',
    '3 to 5 full working days',
    [
      { kind: 'duration', value: 3 },
      { kind: 'duration', value: 5 },
    ],
  ],
  ['de', 'innerhalb von 2 Wochen', [{ kind: 'duration', value: 14 }]],
  ['fr', 'un délai de 6 mois', [{ kind: 'duration', value: 180 }]],
  ['ja', '30日以内に返品', [{ kind: 'duration', value: 30 }]],
  ['de', 'ab 1.200,50 €', [{ kind: 'amount', value: 1200.5 }]],
  [
    'en',
    '$4.90 or 10 % off',
    [
      { kind: 'amount', value: 4.9 },
      { kind: 'share', value: 10 },
    ],
  ],
  ['en', 'Size 42 fits.', []],
])('reads lengths of time, amounts and shares (%s: %s)', (language, text, facts) => {
  expect(readFacts(text, language)).toEqual(facts);
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readOrderRules } from '../../../connectors/commerce-backend/read-order-rules.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

function fileOf(text: string): string {
  const file = join(temporaryDirectory(), 'rules.yaml');
  writeFileSync(file, text);
  return file;
}

it('reads the rules that come with the program', () => {
  const { writes, refundDays } = readOrderRules();
  expect(writes['cancel-order']).toEqual({ from: ['pending'] });
  expect(refundDays['gift-card']).toBeUndefined();
});

it('reads the rules of a shop, in JSON as well', () => {
  const rules = { writes: { 'return-lines': { from: ['delivered'], withinDays: 14, methods: 'any' } } };
  expect(readOrderRules(fileOf(JSON.stringify(rules)))).toEqual({ ...rules, refundDays: {} });
});

it.each([
  ['a write nobody knows', 'writes: { give-away: {} }', 'writes'],
  ['a status nobody knows', 'writes: { cancel-order: { from: [lost] } }', 'writes.cancel-order.from.0'],
  ['a word nobody knows', 'writes: { cancel-order: { unless: rain } }', 'unless'],
  [
    'days that end before they begin',
    'writes: {}\nrefundDays: { card: { from: 7, to: 5 } }',
    'refundDays.card',
  ],
  ['nothing at all', '', 'file'],
  ['no YAML', 'writes: [', 'cannot be read'],
])('refuses rules with %s, and says where', (_, text, place) => {
  expect(() => readOrderRules(fileOf(text))).toThrow(
    expect.objectContaining({ code: 'CONFIGURATION_INVALID', message: expect.stringContaining(place) }),
  );
});

it('refuses rules that are not there', () => {
  expect(() => readOrderRules('/no/such/rules.yaml')).toThrow(
    expect.objectContaining({ code: 'CONFIGURATION_INVALID' }),
  );
});

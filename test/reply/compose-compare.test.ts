import { describe, expect, it } from 'vitest';
import type { ReplyStep } from '../../src/domain/reply-plan.ts';
import { composeCompare } from '../../src/reply/compose-compare.ts';
import { createPhrasebook } from '../../src/reply/phrasebook.ts';
import { createSpeaker, joinSentences } from '../../src/reply/speaker.ts';
import { planned, price } from './support.ts';

const speaker = createSpeaker(createPhrasebook(), { language: 'en', locale: 'en-US' });
type Row = Extract<ReplyStep, { act: 'compare' }>['rows'][number];
const row = (label: string, ...values: readonly (string | undefined)[]): Row => ({
  attribute: label.toLowerCase(),
  label,
  values,
});
const cheap = planned('a');
const dear = planned('b', { price: price(6000) });

const compare = (products: readonly (typeof cheap)[], ...rows: Row[]) =>
  joinSentences(composeCompare(speaker, { act: 'compare', products, rows }));

describe('composeCompare', () => {
  it('says the rows that differ, and which costs least', () => {
    const { text, claims } = compare(
      [cheap, dear],
      row('Price', '€45.00', '€60.00'),
      row('Material', 'wool', 'silk'),
      row('Size', 'M', undefined),
      row('Colour', 'blue', 'blue'),
    );
    expect(text).toBe(
      'In this order: Scarf a at €45.00 and Scarf b at €60.00. They differ in this – Material: wool / silk · Size: M / not stated. Scarf a costs least.',
    );
    expect(claims).toContainEqual({ text: '€60.00', evidence: 'product:b#price' });
    expect(claims).toContainEqual({ text: 'silk', evidence: 'product:b#attribute:material' });
  });

  it('says when nothing else differs', () => {
    expect(compare([cheap, dear], row('Colour', 'blue', 'blue')).text).toContain(
      'In everything else that the shop states they are alike.',
    );
  });

  it('calls none the cheapest on a tie or across currencies', () => {
    expect(compare([cheap, planned('c')]).text).not.toContain('costs least');
    const dollars = { ...price(1000), currency: 'USD' };
    expect(compare([cheap, planned('d', { price: dollars })]).text).not.toContain('costs least');
  });

  it('leaves further rows to the table', () => {
    const rows = ['A', 'B', 'C', 'D', 'E'].map((label) => row(label, 'x', 'y'));
    expect(compare([cheap, dear], ...rows).text).not.toContain('E: x');
  });
});

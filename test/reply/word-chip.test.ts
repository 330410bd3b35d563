import { describe, expect, it } from 'vitest';
import { createReplier } from '../../src/reply/replier.ts';
import { LANGUAGES, PLACES, price } from './support.ts';

const { boundText, chipWords } = createReplier();

describe('chipWords', () => {
  it('writes messages that the parser reads back', () => {
    const messages = LANGUAGES.map((language) =>
      [
        {
          kind: 'value',
          attribute: 'color',
          attributeLabel: 'Farbe',
          label: 'rot',
          ambiguous: false,
        } as const,
        {
          kind: 'value',
          attribute: 'color',
          attributeLabel: 'Farbe',
          label: 'rot',
          ambiguous: true,
        } as const,
        { kind: 'max-price', price: price(6000), locale: PLACES[language] } as const,
        { kind: 'raise-price', price: price(6000), locale: PLACES[language], more: 3 } as const,
        { kind: 'lower-price', price: price(6000), locale: PLACES[language], more: 3 } as const,
        { kind: 'drop', attributeLabel: 'Farbe', labels: ['rot'], more: 3 } as const,
        { kind: 'cheaper' } as const,
        { kind: 'more' } as const,
      ].map((meaning) => chipWords(meaning, language).message.replace(/\s/gu, ' ')),
    );
    expect(messages).toEqual([
      [
        'only rot',
        'only Farbe: rot',
        'under €60.00',
        'up to €60.00',
        'at least €60.00',
        'any Farbe',
        'cheaper',
        'more',
      ],
      [
        'nur rot',
        'nur Farbe: rot',
        'unter 60,00 €',
        'bis 60,00 €',
        'mindestens 60,00 €',
        'Farbe egal',
        'günstiger',
        'mehr',
      ],
      [
        'seulement rot',
        'seulement Farbe: rot',
        'moins de 60,00 €',
        'jusqu’à 60,00 €',
        'au moins 60,00 €',
        'peu importe Farbe',
        'moins cher',
        'plus',
      ],
      [
        'solo rot',
        'solo Farbe: rot',
        'menos de 60,00 €',
        'hasta 60,00 €',
        'al menos 60,00 €',
        'cualquier Farbe',
        'más barato',
        'más',
      ],
    ]);
  });

  it('labels a value by its own name', () => {
    const meaning = {
      kind: 'value',
      attribute: 'color',
      attributeLabel: 'Farbe',
      label: 'rot',
      ambiguous: true,
    } as const;
    expect(chipWords(meaning, 'de').label).toBe('rot');
    expect(chipWords({ kind: 'cheaper' }, 'de').label).toBe('günstiger');
  });

  it('says on a chip that gives way how many more that gives', () => {
    const more = (kind: 'raise-price' | 'lower-price', language: string) =>
      chipWords({ kind, price: price(7500), locale: 'en-US', more: 6 }, language).label;
    expect(more('raise-price', 'en')).toBe('up to €75.00: 6 more');
    expect(more('lower-price', 'de')).toBe('mindestens €75.00: 6 mehr');
    const drop = {
      kind: 'drop',
      attributeLabel: 'Feature',
      labels: ['waterproof', 'warm'],
      more: 1_200,
    } as const;
    expect(chipWords(drop, 'en').label).toBe('without waterproof and warm: 1,200 more');
  });
});

it.each([
  ['en', 'gte', '16 GB', 'at least 16 GB'],
  ['de', 'gte', '16 GB', 'mindestens 16 GB'],
  ['fr', 'gte', '16 GB', 'au moins 16 Go'],
  ['es', 'gte', '16 GB', 'al menos 16 GB'],
  ['de', 'lt', '1.5 kg', 'unter 1,5 kg'],
  ['en', 'lte', '80 cm', 'at most 80 cm'],
  ['fr', 'gt', '300', 'plus de 300'],
  ['nl', 'gte', '16 GB', 'minstens 16 GB'],
  ['ja', 'gte', '16 GB', '16 GB 以上'],
  ['ko', 'gte', '16 GB', 'at least 16 GB'],
] as const)('words a bound on an amount in %s', (language, operator, written, words) => {
  expect(boundText(operator, written, language).replace(/\s/gu, ' ')).toBe(words);
});

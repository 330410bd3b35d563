import { describe, expect, it } from 'vitest';
import { createReplier } from '../../src/reply/replier.ts';
import { LANGUAGES, PLACES, price } from './support.ts';

const { chipWords } = createReplier();

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
        { kind: 'without', attributeLabel: 'Farbe' } as const,
        { kind: 'cheaper' } as const,
        { kind: 'more' } as const,
      ].map((meaning) => chipWords(meaning, language).message.replace(/\s/gu, ' ')),
    );
    expect(messages).toEqual([
      ['only rot', 'only Farbe: rot', 'under €60.00', 'any Farbe', 'cheaper', 'more'],
      ['nur rot', 'nur Farbe: rot', 'unter 60,00 €', 'Farbe egal', 'günstiger', 'mehr'],
      [
        'seulement rot',
        'seulement Farbe: rot',
        'moins de 60,00 €',
        'peu importe Farbe',
        'moins cher',
        'plus',
      ],
      ['solo rot', 'solo Farbe: rot', 'menos de 60,00 €', 'cualquier Farbe', 'más barato', 'más'],
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
});

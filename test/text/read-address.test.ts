import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../src/text/read-address.ts';

describe('reading an address', () => {
  it.each([
    ['Hauptstraße 5, 10115 Berlin', 'DE', 'Hauptstraße 5', '10115', 'Berlin'],
    ['Hauptstraße 5 10115 Berlin', 'Germany', 'Hauptstraße 5', '10115', 'Berlin'],
    ['10115 Berlin\nHauptstraße 5', 'DE', 'Hauptstraße 5', '10115', 'Berlin'],
    ['221B Baker Street, London NW1 6XE', 'GB', '221B Baker Street', 'NW1 6XE', 'London'],
    ['12 rue de la Paix, 75002 Paris', 'FR', '12 rue de la Paix', '75002', 'Paris'],
    ['Keizersgracht 100, 1015 AA Amsterdam', 'NL', 'Keizersgracht 100', '1015 AA', 'Amsterdam'],
    ['Rua Augusta 100, 1100-053 Lisboa', 'PT', 'Rua Augusta 100', '1100-053', 'Lisboa'],
    ['Dorpsstraat 12 bis, 3511 AB, Utrecht', 'NL', 'Dorpsstraat 12 bis', '3511 AB', 'Utrecht'],
    ['12345 Elm Ave, Denver, CO 80201', 'US', '12345 Elm Ave', '80201', 'Denver'],
  ])('takes "%s" apart', (text, country, line1, postalCode, city) => {
    expect(readAddress(text, country)).toMatchObject({ line1, postalCode, city });
  });

  it('tells a name, a second line, a region and another country', () => {
    expect(readAddress('Ada Lane\n123 Main Street\nSuite 641\nAustin, TX 78701\nUSA', 'DE')).toEqual({
      ...{ name: 'Ada Lane', line1: '123 Main Street', line2: 'Suite 641' },
      ...{ city: 'Austin', region: 'TX', postalCode: '78701', country: 'USA' },
    });
    expect(readAddress('〒100-0001 東京都千代田区千代田1-1', 'JP')).toEqual({
      ...{ postalCode: '100-0001', region: '東京都', city: '千代田区', line1: '千代田1-1' },
    });
  });

  it('leaves out what is not there', () => {
    expect(readAddress('Hauptstraße 5, Berlin', 'DE')).toEqual({ line1: 'Hauptstraße 5', city: 'Berlin' });
    expect(readAddress('10115', 'DE')).toEqual({ postalCode: '10115' });
    expect(readAddress('no idea', 'DE')).toEqual({});
  });

  it('holds nothing that was not written, and reads any text', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 500 }),
        fc.constantFrom('US', 'DE', 'JP', 'Nowhere'),
        (text, country) => {
          const parts = Object.entries(readAddress(text, country)).filter(([name]) => name !== 'country');
          for (const [, part] of parts)
            expect(text.toUpperCase().replace(/\s+/gu, ' ')).toContain(
              part.toUpperCase().replace(/\s+/gu, ' '),
            );
        },
      ),
    );
  });
});

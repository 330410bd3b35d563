import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import type { Constraint } from '../../src/domain/need.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';
import { MEASURED } from '../support/measured-shop.ts';
import { limit } from '../support/small-shop.ts';

const parser = createEmbeddedParser({
  vocabulary: await buildVocabulary(MEASURED),
  detector: createLanguageDetector(),
});

const OPERATORS = { eq: '=', ne: '!=', lt: '<', lte: '<=', gt: '>', gte: '>=' };

async function understand(language: string, said: string, constraints: readonly Constraint[] = []) {
  const state: DialogueState = {
    turn: 0,
    language,
    need: { query: '', constraints },
    shown: [],
    seen: [],
    handedOff: false,
    opened: [],
  };
  const market = { country: 'DE', currency: 'EUR', languages: [language] };
  const { commands } = await parser.parse(
    said,
    { language, locale: language, market, state, turn: 1 },
    new AbortController().signal,
  );
  const [wish] = commands.filter((command) => command.type === 'find' || command.type === 'refine');
  return { query: wish?.query ?? '', constraints: wish?.constraints ?? [] };
}

/** "memory>=16 GB": all that is limited but the kind of thing, in order. */
async function limitsOf(language: string, said: string, need: readonly Constraint[] = []): Promise<string[]> {
  const { constraints } = await understand(language, said, need);
  return constraints
    .filter(({ attribute }) => attribute !== 'type')
    .map(
      ({ attribute, operator, value, strength, known }) =>
        `${attribute}${OPERATORS[operator]}${value}${strength === 'soft' ? '~' : ''}${known ? '' : '?'}`,
    );
}

describe('amounts of attributes', () => {
  it.each([
    ['en', 'laptop with at least 16 GB memory', ['memory>=16 GB']],
    ['en', 'laptop with at least 16 GB of RAM under 1.5 kg', ['memory>=16 GB', 'weight<1.5 kg']],
    ['en', 'backpack under 1 kg', ['weight<1 kg']],
    ['en', 'scarf longer than 150 cm', ['length>150 cm']],
    ['en', 'backpack between 10 and 20 litres', ['capacity>=10 l', 'capacity<=20 l']],
    ['en', 'backpack, 20-10 l', ['capacity>=10 l', 'capacity<=20 l']],
    ['en', 'shelf, max. 80 cm wide', ['width<=80 cm']],
    ['en', 'shelf no wider than 80 cm and at least 1 m high', ['width<=80 cm', 'height>=1 m']],
    ['en', 'backpack weight should be at most 900 g', ['weight<=900 g']],
    ['en', 'book with more than 300 pages', ['pages>300']],
    ['en', 'backpack of twenty litres or more', ['capacity>=20 l']],
    ['en', 'backpack around 20 litres', ['capacity>=16 l~', 'capacity<=24 l~']],
    ['en', 'laptop not over 1.5 kg', ['weight<=1.5 kg']],
    ['en', 'something of high quality under 2 kg', ['weight<2 kg']],
    ['en', 'shelf, maximum width of 80 cm', ['width<=80 cm']],
    ['en', 'shelf 80 cm wide at most', ['width<=80 cm']],
    [
      'en',
      'laptop: 16 GB of memory or more, 512 GB to 1 TB of storage',
      ['memory>=16 GB', 'storage>=512 GB', 'storage<=1 TB'],
    ],
    ['de', 'Regal mit einer maximalen Breite von 80 cm', ['width<=80 cm']],
    ['fr', 'étagère de 80 cm de large maximum', ['width<=80 cm']],
    ['es', 'estantería con una anchura máxima de 80 cm', ['width<=80 cm']],
    ['de', 'Notebook mit mindestens 16 GB Arbeitsspeicher', ['memory>=16 GB']],
    ['de', 'Rucksack unter 1,5 kg', ['weight<1.5 kg']],
    ['de', 'Schal länger als 150 cm', ['length>150 cm']],
    ['de', 'Rucksack zwischen 10 und 20 Litern', ['capacity>=10 l', 'capacity<=20 l']],
    ['de', 'Regal maximal 80 cm breit', ['width<=80 cm']],
    ['de', 'Rucksack nicht schwerer als 900 g', ['weight<=900 g']],
    ['fr', 'ordinateur portable avec au moins 16 Go de mémoire', ['memory>=16 GB']],
    ['fr', 'sac à dos de moins de 1 kg', ['weight<1 kg']],
    ['fr', 'écharpe plus longue que 150 cm', ['length>150 cm']],
    ['fr', 'sac à dos entre 10 et 20 litres', ['capacity>=10 l', 'capacity<=20 l']],
    ['fr', 'étagère max. 80 cm de large', ['width<=80 cm']],
    ['es', 'ordenador portátil con al menos 16 GB de memoria', ['memory>=16 GB']],
    ['es', 'mochila de menos de 1 kg', ['weight<1 kg']],
    ['es', 'mochila que pese menos de 1 kg', ['weight<1 kg']],
    ['es', 'bufanda de más de 150 cm', ['length>150 cm']],
    ['es', 'mochila entre 10 y 20 litros', ['capacity>=10 l', 'capacity<=20 l']],
    ['es', 'estantería de máximo 80 cm de ancho', ['width<=80 cm']],
  ])('are bounded in %s: %s', async (language, said, expected) => {
    expect(await limitsOf(language, said)).toEqual(expected);
  });

  it('are limits where their attribute is named, wishes where only the unit tells it', async () => {
    expect(await limitsOf('en', 'laptop with 16 GB RAM and 512 GB SSD')).toEqual([
      'memory=16gb',
      'storage=512 gb',
    ]);
    expect(await limitsOf('en', 'bottle, 0.5 l')).toEqual(['capacity=500 ml~']);
    expect(await limitsOf('fr', 'étagère de 80 cm de large')).toEqual(['width=0.8 m']);
  });

  it('that the shop does not have are told, not guessed', async () => {
    expect(await limitsOf('en', 'laptop with 64 GB RAM')).toEqual(['memory=64 GB?']);
  });

  it('are read for the things that were wanted before', async () => {
    const wanted = [limit('type', 'eq', 'backpack')];
    expect(await limitsOf('en', 'at least 20 litres', wanted)).toEqual(['capacity>=20 l']);
    expect(await limitsOf('en', 'under 150 cm', [limit('type', 'eq', 'scarf')])).toEqual(['length<150 cm']);
  });

  it('leave no words to be looked for', async () => {
    expect(
      (await understand('en', 'warm backpack of at least 20 litres, weighing less than 1 kg')).query,
    ).toBe('warm');
  });
});

describe('what is no amount of a certain attribute', () => {
  it.each([
    ['en', 'laptop at least 16 GB', []],
    ['en', 'shelf under 80 cm', []],
    ['en', 'scarf longer than 5 hours', []],
    ['en', 'shelf between 1 kg and 20 l', []],
    ['en', 'scarf under 2 kg', []],
    ['en', 'something for at least 3 people', []],
    ['en', 'shelf 2x4', []],
    ['en', 'shelf 30 x 45 cm', []],
    ['en', 'sneakers size 42 under 100', ['size=42', 'price<10000']],
    ['en', 'sneakers under 100 in white', ['price<10000', 'color=white?']],
    ['en', 'backpack for less than 2 pounds', ['price<200?']],
    ['en', 'backpack under 20', ['price<2000']],
    ['de', 'Rucksack bis 50 Euro', ['price<=5000']],
    ['fr', 'sac à dos à 50 euros', ['price<=5000']],
  ])('stays words, a size or money in %s: %s', async (language, said, expected) => {
    expect(await limitsOf(language, said)).toEqual(expected);
  });

  it('may be money where nothing says that it is weighed', async () => {
    expect(await limitsOf('en', 'backpack weighing less than 2 pounds')).toEqual(['weight<2 lb']);
  });
});

it('reads every amount back as it was said, beside a price', async () => {
  const amount = fc.integer({ min: 1, max: 9_999 });
  await fc.assert(
    fc.asyncProperty(amount, amount, fc.constantFrom('g', 'kg', 'lb', 'oz'), async (mass, price, unit) => {
      const said = `backpack under ${price} euros weighing at least ${mass} ${unit}`;
      expect((await limitsOf('en', said)).toSorted()).toEqual(
        [`price<${price * 100}`, `weight>=${mass} ${unit}`].toSorted(),
      );
    }),
    { numRuns: 50 },
  );
});

it('never fails, whatever stands around amounts', async () => {
  const piece = fc.constantFrom(
    'at least',
    '16',
    'GB',
    'x',
    '"',
    '-',
    '..',
    'kg',
    'weight',
    '1/0',
    '½',
    'in',
    'than',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      await understand('en', pieces.join(' '));
    }),
    { numRuns: 100 },
  );
});

import { describe, expect, it } from 'vitest';
import { composeText } from '../../src/demo/compose-text.ts';
import { DEPARTMENTS } from '../../src/demo/departments/index.ts';
import type { Design } from '../../src/demo/design-product.ts';
import { DEMO_LANGUAGES } from '../../src/demo/words.ts';

const WORDING = { opening: 0, use: 0, title: 0, order: 0 };

function design(typeId: string, given: Partial<Design>): Design {
  for (const department of DEPARTMENTS) {
    const type = department.types.find(({ id }) => id === typeId);
    if (type === undefined) continue;
    return {
      department,
      type,
      model: 'Alva',
      brand: 'Tolvik',
      tier: 0,
      colors: [],
      style: 'classic',
      traits: [],
      origin: 'Portugal',
      axes: [],
      namesColor: false,
      ...given,
    };
  }
  return expect.unreachable(`no type ${typeId}`);
}

const titles = (given: Design) =>
  Object.fromEntries(
    DEMO_LANGUAGES.map((language) => [language, composeText(given, WORDING, language).title]),
  );

describe('composeText', () => {
  it('writes a red wool scarf for women as each language would', () => {
    const scarf = design('scarf', { material: 'wool', colors: ['red'], namesColor: true, gender: 'women' });
    expect(titles(scarf)).toEqual({
      en: 'Alva Red Wool Scarf for Women',
      de: 'Roter Schal Alva aus Wolle für Damen',
      fr: 'Écharpe rouge Alva en laine pour femme',
      es: 'Bufanda roja Alva de lana para mujer',
    });
  });

  it('lets plurals agree', () => {
    expect(titles(design('sneakers', { material: 'leather', colors: ['green'], namesColor: true }))).toEqual({
      en: 'Alva Green Leather Sneakers',
      de: 'Grüne Sneaker Alva aus Leder',
      fr: 'Baskets vertes Alva en cuir',
      es: 'Zapatillas verdes Alva de cuero',
    });
  });

  it('puts an adjective of the German material into the dative', () => {
    const text = composeText(design('tent', { material: 'recycled polyester' }), WORDING, 'de');
    expect(text.title).toBe('Zelt Alva aus recyceltem Polyester');
    expect(text.description).toContain('ist aus recyceltem Polyester gefertigt');
  });

  it('tells only qualities the design has', () => {
    const silent = composeText(design('scarf', { material: 'cotton' }), WORDING, 'en');
    const warm = composeText(design('scarf', { material: 'wool', traits: ['warm'] }), WORDING, 'en');
    expect(silent.description).not.toMatch(/warm/i);
    expect(warm.description).toMatch(/warm/i);
  });

  it('names the colour in no text when there is a choice of colours', () => {
    const scarf = design('scarf', { material: 'wool', colors: ['red', 'blue'] });
    for (const language of DEMO_LANGUAGES) {
      const { title, description } = composeText(scarf, WORDING, language);
      expect(`${title} ${description}`).not.toMatch(/\b(red|rot\w*|rouge|roj[oa])\b/i);
    }
  });
});

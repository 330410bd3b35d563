import { describe, expect, it } from 'vitest';
import { namesValue } from '../../src/text/names-value.ts';

const titled = (title: string, attributes: Record<string, readonly string[]> = {}) => ({ title, attributes });

describe('namesValue', () => {
  it('goes by what the shop tells first', () => {
    expect(namesValue(titled('Scarf', { color: ['red'] }), 'color', 'red')).toBe(true);
    expect(namesValue(titled('Red Baron scarf', { color: ['blue'] }), 'color', 'red')).toBe(false);
  });

  it('reads the title where the shop tells nothing, in any language', () => {
    expect(namesValue(titled('Grey Wool Jacket'), 'color', 'grey')).toBe(true);
    expect(namesValue(titled('Jacke, grau'), 'color', 'grey')).toBe(true);
    expect(namesValue(titled('Grey Wool Jacket'), 'material', 'wool')).toBe(true);
    expect(namesValue(titled('Grey Wool Jacket'), 'color', 'red')).toBe(false);
  });

  it('finds the words of values that are no concept', () => {
    expect(namesValue(titled('Tent Nimbus 3'), 'line', 'nimbus')).toBe(true);
    expect(namesValue(titled('Tent Nimbus 3'), 'line', 'nimb')).toBe(false);
  });
});

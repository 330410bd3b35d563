import { expect, it } from 'vitest';
import { applyCorrections, tellCorrections } from '../../src/chat/tell-corrections.ts';
import { SCARVES } from '../support/small-shop.ts';

const WOOL = { from: 'woll', to: 'wool' };
const SCARF = { from: 'Scraf', to: 'scarf' };

it('tells only of what is shown', () => {
  const shown = SCARVES.filter(({ productId }) => productId.startsWith('wool'));
  expect(tellCorrections([WOOL, SCARF, { from: 'slik', to: 'silk' }], shown)).toEqual([WOOL, SCARF]);
  expect(tellCorrections([{ from: 'woolscraf', to: 'wool scarfs' }], shown)).toHaveLength(1);
  expect(tellCorrections([WOOL], [])).toEqual([]);
});

it('writes a word with the letters of the shop', () => {
  const shown = SCARVES.slice(0, 1).map((product) => ({
    ...product,
    texts: { de: { title: 'Gartenmöbel', description: 'Möbel für draußen', category: ['Möbel'] } },
  }));
  expect(tellCorrections([{ from: 'Möbeln', to: 'mobel' }], shown)).toEqual([
    { from: 'Möbeln', to: 'Möbel' },
  ]);
});

it('writes a text as it was read', () => {
  expect(applyCorrections('a Scraf of woll, woll', [WOOL, SCARF])).toBe('a scarf of wool, wool');
  expect(applyCorrections('nothing', [{ from: 'x', to: '$&' }])).toBe('nothing');
});

import { describe, expect, it } from 'vitest';
import type { NamedProduct } from '../../src/catalog/product-book.ts';
import { namedList, withNamedProducts } from '../../src/chat/name-products.ts';
import { initialState } from '../../src/dialogue/record-list.ts';
import type { Command } from '../../src/domain/command.ts';
import type { ParseContext } from '../../src/understanding/parser.ts';
import { limit, SCARVES } from '../support/small-shop.ts';
import { US } from '../support/stocked-shop.ts';

const CONTEXT: ParseContext = {
  language: 'en',
  locale: 'en-US',
  market: US,
  state: initialState('en'),
  turn: 1,
};
const products = async () => new Map(SCARVES.map((each) => [each.productId, each]));

/** What a message becomes when the words are understood so and the book names these. */
async function parse(
  text: string,
  understood: Command,
  named: readonly NamedProduct[],
  context: ParseContext = CONTEXT,
) {
  const heard: { text: string; page: string | undefined }[] = [];
  const parser = withNamedProducts(
    {
      parse: async (utterance, { pageProductId }) => {
        heard.push({ text: utterance, page: pageProductId });
        return {
          language: 'en',
          commands: [understood],
          confidence: 0.5,
          by: 'embedded',
          usage: { inputTokens: 0, outputTokens: 0 },
        };
      },
    },
    { book: { find: async () => named }, products },
  );
  const { commands } = await parser.parse(text, context, new AbortController().signal);
  return { command: commands[0], heard };
}

const code = (productId: string, words: string, variantId?: string): NamedProduct => ({
  productId,
  words,
  as: 'code',
  ...(variantId === undefined ? {} : { variantId }),
});
const limitsOf = (command: Command | undefined) =>
  command !== undefined && 'constraints' in command
    ? command.constraints.map(({ attribute, value, strength }) => `${strength} ${attribute} ${value}`)
    : [];

describe('a message that names a product by its code', () => {
  it('puts just that product into the basket, and no list in its place', async () => {
    const add: Command = { type: 'basket', action: 'add', references: [{ kind: 'focus' }], constraints: [] };
    const { command } = await parse('add WB-7000 to my basket', add, [code('wool-blue', 'WB-7000')]);
    expect(command).toEqual({ ...add, references: [{ kind: 'product', productId: 'wool-blue' }] });
    const several = [code('wool-blue', 'WB-7000'), code('wool-red', 'WR-1')];
    expect((await parse('add WB-7000 and WR-1', add, several)).command?.type).toBe('find');
  });

  it('is about that product only, and its variant, whatever the letters may be read as', async () => {
    const { command, heard } = await parse('do you have WB-7000 XL?', { type: 'out-of-scope' }, [
      code('wool-blue', 'WB-7000', 'wool-blue-green'),
    ]);
    expect(limitsOf(command)).toEqual(['hard color green', 'hard product wool-blue']);
    expect(heard).toEqual([{ text: 'do you have XL?', page: 'wool-blue' }]);
  });

  it('keeps the limits that were said beside it', async () => {
    const find: Command = { type: 'find', query: '', constraints: [limit('price', 'lt', 2_000)] };
    const { command } = await parse('WB-7000 under 20', find, [code('lamp', 'WB-7000')]);
    expect(limitsOf(command)).toEqual(['hard price 2000', 'hard product lamp']);
  });

  it('may ask about it', async () => {
    const question: Command = { type: 'ask-product', question: 'is it warm?', reference: { kind: 'focus' } };
    const { command } = await parse('is WB-7000 warm?', question, [code('wool-blue', 'WB-7000')]);
    expect(command).toEqual({ ...question, reference: { kind: 'product', productId: 'wool-blue' } });
  });

  it('may name several', async () => {
    const named = [code('wool-blue', 'WB-7000', 'wool-blue-green'), code('lamp', 'LA-1')];
    const { command } = await parse('WB-7000 LA-1', { type: 'out-of-scope' }, named);
    expect(limitsOf(command)).toEqual(['hard product wool-blue', 'hard product lamp']);
  });
});

describe('a message that may be a title, a short number or the beginning of a code', () => {
  it('keeps its meaning, and wishes for the product', async () => {
    const find: Command = { type: 'find', query: 'warm', constraints: [limit('type', 'eq', 'scarf')] };
    for (const as of ['whole', 'beginning'] as const) {
      const named = [{ productId: 'wool-red', words: 'warm scarf', as }];
      const { command } = await parse('warm scarf', find, named);
      expect(limitsOf(command)).toEqual(['hard type scarf', 'soft product wool-red']);
    }
  });

  it('is looked for as words where the title reads as a kind of thing that the shop does not have', async () => {
    const swing = limit('type', 'eq', 'swing', { known: false, words: 'Gartenschaukel' });
    const find: Command = {
      type: 'find',
      query: 'garten',
      constraints: [swing, limit('color', 'eq', 'blue')],
    };
    const named = { productId: 'wool-red', words: 'gartenschaukel' };
    const titled = await parse('gartenschaukel in blau', find, [{ ...named, as: 'whole' }]);
    expect(titled.command).toMatchObject({ query: 'gartenschaukel' });
    expect(limitsOf(titled.command)).toEqual(['hard color blue', 'soft product wool-red']);
    const begun = await parse('gartenschaukel in blau', find, [{ ...named, as: 'beginning' }]);
    expect(begun.command).toMatchObject({ query: 'garten' });
    expect(limitsOf(begun.command)).toContain('hard type swing');
  });

  it('is a wish even when the words say nothing', async () => {
    const named = [{ productId: 'wool-red', words: '42', as: 'whole' as const }];
    const { command } = await parse('42', { type: 'out-of-scope' }, named);
    expect(command).toMatchObject({ type: 'find', query: '42' });
    expect(limitsOf(command)).toEqual(['soft product wool-red']);
  });
});

it.each(['whole', 'code'] as const)(
  'leaves an answer about an order alone that names a product by a %s',
  async (as) => {
    const state: ParseContext['state'] = {
      ...CONTEXT.state,
      form: {
        wish: 'return-lines',
        missing: { field: 'order', options: ['1', '2'] },
        labels: ['Wool scarf', 'Brass lamp'],
        turn: CONTEXT.state.turn,
      },
    };
    const answer: Command = { type: 'provide', values: ['Wool scarf'] };
    const named = [{ productId: 'wool-red', words: 'Wool scarf', as }];
    const { command } = await parse('Wool scarf', answer, named, { ...CONTEXT, state });
    expect(command).toEqual(answer);
  },
);

it('leaves a message alone that names no product', async () => {
  const { command, heard } = await parse('hello', { type: 'greet' }, []);
  expect(command).toEqual({ type: 'greet' });
  expect(heard).toEqual([{ text: 'hello', page: undefined }]);
});

it('lists what a need names without binding to it', () => {
  const wish = limit('product', 'eq', 'b', { strength: 'soft' });
  const constraints = [wish, { ...wish, value: 'a' }, wish, limit('product', 'eq', 'c')];
  expect(namedList({ query: '', constraints }).candidates).toEqual([
    { productId: 'a', score: 1 },
    { productId: 'b', score: 1 },
  ]);
});

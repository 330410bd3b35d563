import type { NamedProduct, ProductBook } from '../catalog/product-book.ts';
import type { CandidateList } from '../domain/candidate.ts';
import type { Command, CommandOf } from '../domain/command.ts';
import { type Constraint, type Need, softConstraints } from '../domain/need.ts';
import type { Product } from '../domain/product.ts';
import type { ParseContext, Parser, Understanding } from '../understanding/parser.ts';
import { openForm } from '../understanding/read-form.ts';

export interface NamingOptions {
  readonly book: ProductBook;
  readonly products: (productIds: readonly string[]) => Promise<ReadonlyMap<string, Product>>;
}

type Wish = CommandOf<'find'> | CommandOf<'refine'>;

/** Products that one text may name by a code: the variants of a model, not a whole department. */
const MOST_NAMED = 20;

/**
 * A parser that also knows products by what names them: "do you have B07NCQWCQS?" is about that product, whatever else the
 * words may be read as. A code binds, and so do the values of the variant it names; a full title, a code without letters or
 * the beginning of one is a wish, since the words may as well be meant as words.
 */
export function withNamedProducts(parser: Parser, { book, products }: NamingOptions): Parser {
  return {
    async parse(utterance, context, signal) {
      const named = (await book.find(utterance)).slice(0, MOST_NAMED);
      const coded = named.filter(({ as }) => as === 'code');
      const isAsked = openForm(context.state) !== undefined;
      if (coded.length === 0 || isAsked) {
        const understood = await parser.parse(utterance, context, signal);
        // Said to a question about an order, a title or a code names what was bought.
        if (isAsked && understood.commands.some(({ type }) => type === 'provide')) return understood;
        if (coded.length === 0)
          return named.length === 0
            ? understood
            : (aboutBasket(understood, named) ?? withWishes(understood, named, context));
      }
      // The letters of a code are no words: what is left is about the product.
      const [only, another] = coded;
      const about = another === undefined && only !== undefined ? { pageProductId: only.productId } : {};
      const rest = withoutCodes(utterance, coded);
      const understood = await parser.parse(rest, { ...context, ...about }, signal);
      const found = await products(coded.map(({ productId }) => productId));
      return aboutBasket(understood, coded) ?? withLimits(understood, coded, found, context);
    },
  };
}

const withoutCodes = (utterance: string, named: readonly NamedProduct[]): string =>
  named.reduce((rest, { words }) => rest.replaceAll(words, ' '), utterance).replaceAll(/\s+/gu, ' ');

/** Products that a need names without binding to them. */
export function namedList(need: Need): CandidateList {
  const named = softConstraints(need).filter(
    ({ attribute, operator }) => attribute === 'product' && operator === 'eq',
  );
  const productIds = new Set(named.map(({ value }) => String(value)));
  return {
    source: 'exact',
    candidates: [...productIds].sort().map((productId) => ({ productId, score: 1 })),
  };
}

/** "Add the Oak Desk Lamp": the basket is about the one product that is named, when just one is. */
function aboutBasket(understood: Understanding, named: readonly NamedProduct[]): Understanding | undefined {
  const [productId, another] = new Set(named.map((each) => each.productId));
  if (productId === undefined || another !== undefined) return undefined;
  const [only, ...others] = understood.commands;
  if (only?.type !== 'basket' || others.length > 0 || !ABOUT_ONE.has(only.action)) return undefined;
  return { ...understood, commands: [{ ...only, references: [{ kind: 'product', productId }] }] };
}

const ABOUT_ONE: ReadonlySet<CommandOf<'basket'>['action']> = new Set(['add', 'change', 'remove']);

/** The products stand first wherever the words lead. */
function withWishes(
  understood: Understanding,
  named: readonly NamedProduct[],
  context: ParseContext,
): Understanding {
  const wishes = named.map((each) => toConstraint('product', each.productId, each.words, 'soft', context));
  const asked = understood.commands.some(isWish) ? understood.commands : [toFind(named)];
  return {
    ...understood,
    commands: asked.map((command) =>
      isWish(command)
        ? named
            .filter(({ as }) => as === 'whole')
            .reduce(withoutUnknownKind, {
              ...command,
              constraints: [...command.constraints, ...wishes],
            })
        : command,
    ),
  };
}

/** What the shop has no such kind of is a title all the same where a product bears it: "Garden Swing" is then looked for as words. */
function withoutUnknownKind(wish: Wish, { words }: NamedProduct): Wish {
  const title = words.toLowerCase();
  const isKind = (one: Constraint): boolean =>
    one.attribute === 'type' && !one.known && one.words.toLowerCase() === title;
  if (!wish.constraints.some(isKind)) return wish;
  const isPart = title.includes(wish.query.toLowerCase());
  return {
    ...wish,
    query: isPart ? words : wish.query,
    constraints: wish.constraints.filter((one) => !isKind(one)),
  };
}

/** Only these products, unless it is a question about one of them. */
function withLimits(
  understood: Understanding,
  named: readonly NamedProduct[],
  products: ReadonlyMap<string, Product>,
  context: ParseContext,
): Understanding {
  const [only, another] = named;
  const isOne = only !== undefined && another === undefined;
  const question = understood.commands.find(isAboutOne);
  if (question !== undefined && isOne) {
    const reference = { kind: 'product' as const, productId: only.productId };
    return { ...understood, commands: [{ ...question, reference }], confidence: 1 };
  }
  const others = understood.commands.find(isWish)?.constraints ?? [];
  const variants = isOne ? variantLimits(only, products, context) : [];
  const limits = named.map((each) => toConstraint('product', each.productId, each.words, 'hard', context));
  const find: Command = { ...toFind(named), constraints: [...others, ...variants, ...limits] };
  return { ...understood, commands: [find], confidence: 1 };
}

/** What sets the named variant apart from its siblings. */
function variantLimits(
  { productId, variantId, words }: NamedProduct,
  products: ReadonlyMap<string, Product>,
  context: ParseContext,
): Constraint[] {
  const variant = products.get(productId)?.variants.find((each) => each.variantId === variantId);
  return Object.entries(variant?.attributes ?? {}).flatMap(([attribute, [value]]) =>
    value === undefined ? [] : [toConstraint(attribute, value, words, 'hard', context)],
  );
}

const isWish = (command: Command): command is Wish => command.type === 'find' || command.type === 'refine';

const isAboutOne = (command: Command): command is CommandOf<'ask-product'> | CommandOf<'similar'> =>
  command.type === 'ask-product' || command.type === 'similar';

const toFind = (named: readonly NamedProduct[]): CommandOf<'find'> => ({
  type: 'find',
  query: named[0]?.words ?? '',
  constraints: [],
});

const toConstraint = (
  attribute: string,
  value: string,
  words: string,
  strength: Constraint['strength'],
  { turn }: ParseContext,
): Constraint => ({
  attribute,
  operator: 'eq',
  value,
  strength,
  words: words.slice(0, 200),
  confidence: 1,
  sourceTurn: turn,
  known: true,
});

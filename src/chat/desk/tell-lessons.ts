import type { Correction } from '../../domain/desk/draft.ts';
import type { CorrectionPage, LessonOverview, Named, TaughtLesson } from '../../domain/desk/lesson.ts';
import { canonicalLocale, type Language, languageOf } from '../../domain/locale.ts';
import { productText } from '../../domain/product.ts';
import type { Database } from '../../ports/database.ts';
import type { Lesson } from '../../ranking/lessons/lesson.ts';
import { createLessonBook, scopeName } from '../../ranking/lessons/lesson-book.ts';
import type { KeptLessons } from '../../ranking/lessons/lesson-store.ts';
import { MOST_BY_ALL, MOST_BY_ONE } from '../../ranking/lessons/settle-addition.ts';
import { scopeLabel } from '../asked-scope.ts';
import { acceptedLanguages, chooseLocale } from '../choose-locale.ts';
import type { Labels } from '../product-view.ts';
import type { Shop } from '../shop.ts';
import { examplesOf, type LessonReach, readLoggedLists } from './lesson-examples.ts';

const MOST_LESSONS = 200;

/** Names of products and kinds of things. */
export interface NamingShop extends Pick<Shop, 'markets'> {
  readonly store: Pick<Shop['store'], 'products'>;
  readonly vocabulary: Labels;
}

export interface TellLessonsOptions {
  readonly database: Pick<Database, 'query'>;
  readonly shop: NamingShop;
  readonly isLearning: boolean;
  /** Of whoever reads it. */
  readonly acceptLanguage?: string | undefined;
}

/** Lessons with names, and lists of the log as they are without them and with them. Cost: some thousand rows of the log. */
export async function tellLessons(
  { lessons, corrections, createdAtMs, version }: KeptLessons,
  { database, shop, isLearning, acceptLanguage }: TellLessonsOptions,
): Promise<LessonOverview> {
  const book = createLessonBook(lessons);
  const told = lessons.toSorted((left, right) => weightOf(right) - weightOf(left)).slice(0, MOST_LESSONS);
  const lists = await readLoggedLists(database, new Set(told.map(({ scope }) => scopeName(scope))));
  const changes = told.map(({ productId, scope, added }) => {
    const held = new Map([...book.of(scope).added, [productId, added]]);
    return examplesOf({ productId, scope: scopeName(scope) }, lists, held);
  });
  const names = await namesForLessons(
    [
      ...told.map(({ productId }) => productId),
      ...changes.flatMap(({ examples }) => examples.flatMap(({ before }) => before)),
    ],
    { shop, acceptLanguage },
  );
  return {
    version: book.version,
    ...(version === 0 ? {} : { learnedAt: new Date(createdAtMs).toISOString() }),
    corrections,
    isLearning,
    bounds: { byOne: MOST_BY_ONE, byAll: MOST_BY_ALL },
    lessons: told.map(({ productId, scope, ...lesson }, index) => ({
      ...lesson,
      product: names.product(productId),
      scope: scope.map(names.kind),
      ...toldReach(changes[index], names.product),
    })),
  };
}

function toldReach(
  { lists, changed, examples }: LessonReach = { lists: 0, changed: 0, examples: [] },
  named: (productId: string) => Named,
): Pick<TaughtLesson, 'reach' | 'examples'> {
  return {
    reach: { lists, changed },
    examples: examples.map(({ shownAtMs, before, after }) => ({
      shownAt: new Date(shownAtMs).toISOString(),
      before: before.map(named),
      after: after.map(named),
    })),
  };
}

/** Corrections with the names of the products in them. @param acceptLanguage Of whoever reads it. */
export async function tellCorrections(
  corrections: readonly Correction[],
  { shop, acceptLanguage }: Pick<TellLessonsOptions, 'shop' | 'acceptLanguage'>,
): Promise<CorrectionPage> {
  const productIds = corrections.flatMap(({ proposed, chosen, banned }) => [
    ...proposed.map(({ productId }) => productId),
    ...chosen,
    ...banned,
  ]);
  const different = [...new Set(productIds)];
  const named = await namer(shop, titleLanguages(shop, acceptLanguage), different);
  return { corrections, products: different.map(named) };
}

/** What products and kinds of things are called by whoever reads it. */
export async function namesForLessons(
  productIds: readonly string[],
  { shop, acceptLanguage }: Pick<TellLessonsOptions, 'shop' | 'acceptLanguage'>,
): Promise<{ product(id: string): Named; kind(id: string): Named }> {
  const language = readersLanguage(shop, acceptLanguage);
  return {
    product: await namer(shop, titleLanguages(shop, acceptLanguage), productIds),
    kind: (id) => ({ id, title: scopeLabel(id, shop.vocabulary, language) }),
  };
}

const readersLanguage = (
  { markets }: Pick<Shop, 'markets'>,
  acceptLanguage: string | undefined,
): Language => {
  const [market] = markets;
  return market === undefined ? 'en' : languageOf(chooseLocale(undefined, acceptLanguage, market));
};

/** Best first: what the reader's browser asks for, also where the assistant does not speak it, then what the shop speaks at home. */
const titleLanguages = (
  { markets }: Pick<Shop, 'markets'>,
  acceptLanguage: string | undefined,
): readonly Language[] => {
  const accepted = acceptedLanguages(acceptLanguage).flatMap((tag) => canonicalLocale(tag) ?? []);
  return [...accepted.map(languageOf), ...(markets[0]?.languages ?? [])];
};

/** What moves a product most first, then what is nearest to it. */
const weightOf = ({ added, sureness }: Lesson): number => 1_000 * Math.abs(added) + Math.abs(sureness);

/** A product that has none of the languages is called as it is in its own. */
async function namer(
  { store }: Pick<NamingShop, 'store'>,
  languages: readonly Language[],
  productIds: readonly string[],
): Promise<(productId: string) => Named> {
  const products = await store.products(productIds);
  return (id) => {
    const product = products.get(id);
    if (product === undefined) return { id, title: id };
    const language = languages.find((each) => Object.hasOwn(product.texts, each)) ?? product.language;
    return { id, title: productText(product, language).title, language };
  };
}

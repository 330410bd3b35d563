import { initialState } from '../dialogue/record-list.ts';
import type { CatalogueQuestion } from '../domain/command.ts';
import { languageOf } from '../domain/locale.ts';
import type { Market } from '../domain/market.ts';
import { EMPTY_NEED, type ListOrder, type Need } from '../domain/need.ts';
import { isSpoken } from '../text/languages.ts';
import type { ParseContext, Parser } from '../understanding/parser.ts';
import type { SearchRequest } from './departments.ts';

/** "Cheapest scarf" in a search box asks for an order. */
const SORT_OF: Partial<Record<CatalogueQuestion, ListOrder>> = {
  cheapest: 'price-ascending',
  dearest: 'price-descending',
};

/** The words of a search box as a need: whatever is wanted or asked about in them; all of them where nothing is. */
export async function understandQuery(
  { query, locale: asked }: Pick<SearchRequest, 'query' | 'locale'>,
  {
    parser,
    ...place
  }: {
    readonly parser: Parser;
    readonly market: Market;
    readonly locale: string;
    readonly language: string;
  },
  signal: AbortSignal,
): Promise<Need> {
  if (query.trim() === '') return EMPTY_NEED;
  const { language, locale, market } = place;
  const context: ParseContext = { language, locale, market, state: initialState(language), turn: 1 };
  const { commands, by } = await parser.parse(query, context, signal);
  const wish = commands.find(
    (command) => command.type === 'find' || command.type === 'refine' || command.type === 'ask-catalogue',
  );
  if (wish === undefined) return { query, constraints: [] };
  // The grammars speak few languages: of another one, numbers are understood and every word is kept.
  if (by === 'embedded' && asked !== undefined && !isSpoken(languageOf(asked))) {
    return { query, constraints: wish.constraints.filter(({ attribute }) => attribute === 'price') };
  }
  const ordered = commands.find((command) => command.type === 'refine')?.sort;
  const sort = wish.type === 'ask-catalogue' ? SORT_OF[wish.question] : ordered;
  return {
    query: wish.query,
    constraints: wish.constraints,
    ...(sort === undefined || sort === 'relevance' ? {} : { sort }),
  };
}

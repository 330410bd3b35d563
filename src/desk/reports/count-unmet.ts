import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { UnknownWords, UnmetWish } from '../../domain/desk/report.ts';
import type { Query } from '../../ports/database.ts';
import { foldAttribute, foldWords, type SaidWords } from './fold-words.ts';
import { inPieces, type ReportRange, type Span } from './report-range.ts';

/** Below this many people the words of shoppers are not told: they may be a name or an address. */
export const LEAST_PEOPLE_TO_TELL = 3;
/** Spellings that are looked at before others run. */
const AT_ONCE = 250;
/** Spellings that are told of one wish. */
const MOST_SPELLINGS = 12;

const UNMET = ['nothing', 'relaxed', 'unknown'] as const;
type UnmetKind = (typeof UNMET)[number];

/** What was not found, each list with what most people wanted first. */
export interface CountedUnmet {
  readonly nothing: readonly UnmetWish[];
  readonly relaxed: readonly UnmetWish[];
  readonly unknown: UnknownWords;
  /** Conversations in which nothing fitted, or there was no such thing; each once. */
  readonly notFound: number;
  /** Conversations in which some wish was given up; each once. */
  readonly givenUp: number;
}

interface UnmetMark extends SaidWords {
  readonly kind: UnmetKind;
  readonly conversationId: string;
  readonly shopperId: string;
  readonly budgetMinor: number | null;
  readonly currency: string | null;
}

/** Marks of one wish. */
interface Wish {
  readonly kind: UnmetKind;
  readonly attribute: string;
  /** By spelling, how often, and the language it was first said in. */
  readonly spellings: Map<string, { times: number; readonly language: string }>;
  readonly people: Set<string>;
  /** With the first budget that was named in it. */
  readonly conversations: Map<string, Budget | undefined>;
}

interface Budget {
  readonly currency: string;
  readonly amountMinor: number;
}

/**
 * Goes through the marks of what was not found. Words that mean the same are one wish (`foldWords`), and a wish is counted by people: ten
 * messages of one are one. People are as far apart as their visits: who agreed to be known again is one over all of them.
 *
 * @param turns In the range, of all places.
 */
export async function countUnmet(query: Query, range: ReportRange, turns: number): Promise<CountedUnmet> {
  const wishes = new Map<string, Wish>();
  const notFound = new Set<string>();
  const givenUp = new Set<string>();
  const fold = rememberingFold();
  for await (const piece of inPieces(range, turns))
    for (const mark of await marksIn(query, range, piece)) {
      if (isNotFound(mark)) notFound.add(mark.conversationId);
      if (mark.kind === 'relaxed') givenUp.add(mark.conversationId);
      addMark(wishes, mark, fold);
    }
  const told = (kind: UnmetKind) =>
    [...wishes.values()]
      .filter((wish) => wish.kind === kind)
      .map(toWish)
      .sort(byPeople);
  return {
    ...{ nothing: told('nothing'), relaxed: told('relaxed'), unknown: tellUnknown(told('unknown')) },
    ...{ notFound: notFound.size, givenUp: givenUp.size },
  };
}

/** Each spelling of a wish in the range, as its marks hold it; of words that somebody knows. */
export async function spellingsOf(
  query: Query,
  { fromMs, untilMs, place }: ReportRange,
  said: Pick<SaidWords, 'attribute' | 'value'>,
): Promise<readonly SaidWords[]> {
  const spellings = await query
    .selectFrom('conversationMarks')
    .select(['attribute', 'value', 'language'])
    .distinct()
    .where('kind', '=', 'unknown')
    .where('atMs', '>=', fromMs)
    .where('atMs', '<', untilMs)
    .where((by) => by.and(place))
    .execute();
  const own = spellings.filter(
    ({ attribute, value }) =>
      value === said.value && foldAttribute(attribute) === foldAttribute(said.attribute),
  );
  const keys = new Set(own.map(foldWords));
  const same: SaidWords[] = [];
  for (const [index, spelling] of spellings.entries()) {
    if (index % AT_ONCE === 0) await letOthersRun();
    if (keys.has(foldWords(spelling))) same.push(spelling);
  }
  return same;
}

const marksIn = async (query: Query, { place }: ReportRange, { fromMs, untilMs }: Span) =>
  (await query
    .selectFrom('conversationMarks as mark')
    .innerJoin('conversations as talk', 'talk.conversationId', 'mark.conversationId')
    .select(['mark.kind', 'mark.attribute', 'mark.value', 'mark.language', 'mark.conversationId'])
    .select(['mark.budgetMinor', 'mark.currency', 'talk.shopperId'])
    .where('mark.atMs', '>=', fromMs)
    .where('mark.atMs', '<', untilMs)
    .where('mark.kind', 'in', UNMET)
    .where((by) => by.and(markIn(place)))
    .execute()) as readonly UnmetMark[];

const markIn = ({ market, language, channel }: ReportRange['place']) => ({
  ...(market === undefined ? {} : { 'mark.market': market }),
  ...(language === undefined ? {} : { 'mark.language': language }),
  ...(channel === undefined ? {} : { 'mark.channel': channel }),
});

const isNotFound = ({ kind, attribute }: UnmetMark): boolean =>
  kind === 'nothing' || (kind === 'unknown' && KINDS.includes(attribute));

/** Of unknown words: the shop does not have such a thing. */
export const KINDS: readonly string[] = ['type', 'category'];

/** The same words are said again and again. */
function rememberingFold(): (said: SaidWords) => string {
  const known = new Map<string, string>();
  return (said) => {
    const key = JSON.stringify([said.attribute, said.value, said.language]);
    const folded = known.get(key) ?? foldWords(said);
    known.set(key, folded);
    return folded;
  };
}

function addMark(wishes: Map<string, Wish>, mark: UnmetMark, fold: (said: SaidWords) => string): void {
  const { kind, attribute, value, conversationId, budgetMinor, currency } = mark;
  const key = JSON.stringify([kind, kind === 'unknown' ? fold(mark) : [attribute, value]]);
  const wish = wishes.get(key) ?? {
    ...{ kind, attribute: kind === 'unknown' ? foldAttribute(attribute) : attribute },
    ...{ spellings: new Map(), people: new Set(), conversations: new Map() },
  };
  wishes.set(key, wish);
  const spelling = wish.spellings.get(value) ?? { times: 0, language: mark.language };
  wish.spellings.set(value, spelling);
  spelling.times += 1;
  wish.people.add(mark.shopperId);
  const budget =
    budgetMinor === null || currency === null ? undefined : { currency, amountMinor: Number(budgetMinor) };
  wish.conversations.set(conversationId, wish.conversations.get(conversationId) ?? budget);
}

function toWish({ kind, attribute, spellings, people, conversations }: Wish): UnmetWish {
  const [[value, { language }] = ['', { language: undefined }], ...others] = [...spellings].sort(
    ([left, { times: leftTimes }], [right, { times: rightTimes }]) =>
      rightTimes - leftTimes || (left < right ? -1 : 1),
  );
  return {
    metric: kind,
    ...(attribute === '' ? {} : { attribute }),
    ...(value === '' ? {} : { value }),
    ...(kind === 'unknown' && language !== undefined ? { language } : {}),
    ...(others.length === 0
      ? {}
      : { alsoSaid: others.slice(0, MOST_SPELLINGS).map(([spelling]) => spelling) }),
    ...{
      conversations: conversations.size,
      people: people.size,
      budgets: sumBudgets(conversations.values()),
    },
  };
}

/** By currency: amounts of different ones are never added up. */
function sumBudgets(named: Iterable<Budget | undefined>): UnmetWish['budgets'] {
  const sums = new Map<string, { currency: string; conversations: number; amountMinor: number }>();
  for (const budget of named) {
    if (budget === undefined) continue;
    const { currency, amountMinor } = budget;
    const sum = sums.get(currency) ?? { currency, conversations: 0, amountMinor: 0 };
    sums.set(currency, sum);
    sum.conversations += 1;
    sum.amountMinor += amountMinor;
  }
  return [...sums.values()].sort((left, right) => (left.currency < right.currency ? -1 : 1));
}

/** Words that too few people said are only counted. */
function tellUnknown(words: readonly UnmetWish[]): UnknownWords {
  const told = words.filter(({ people }) => people >= LEAST_PEOPLE_TO_TELL);
  return { told, withheld: words.length - told.length, leastPeople: LEAST_PEOPLE_TO_TELL };
}

const byPeople = (left: UnmetWish, right: UnmetWish): number =>
  right.people - left.people ||
  right.conversations - left.conversations ||
  (nameOf(left) < nameOf(right) ? -1 : 1);

const nameOf = ({ attribute = '', value = '' }: UnmetWish): string => `${attribute} ${value}`;

import type { CatalogueQuestion, Command, CommandOf } from '../domain/command.ts';
import type { ListOrder } from '../domain/need.ts';
import { RATING } from '../domain/rating.ts';
import type { QuestionCue } from './grammar/index.ts';
import { isFunctionWord } from './is-function-word.ts';
import { isQuestion } from './is-question.ts';
import type { Message } from './message.ts';
import {
  has,
  hasProductInView,
  isEmpty,
  isNewThing,
  namesThing,
  referencesOf,
  wantsNothing,
} from './message-content.ts';
import { isCharacter } from './read-atoms.ts';

type About = CommandOf<'ask-catalogue'>['about'];

interface ShopQuestion {
  readonly question: CatalogueQuestion;
  readonly attribute?: string;
}

/** Questions about everything there is: "your cheapest scarf", "how many red dresses", "which brands do you carry?" */
export function readShopQuestion(message: Message): Command[] | undefined {
  if (has(message, 'show-asked')) return [{ type: 'show-asked' }];
  const sorted = readOrder(message);
  if (sorted !== undefined) return sorted;
  const asked = readFollowUp(message) ?? readQuestion(message);
  if (asked === undefined) return undefined;
  const { about, ...question } = asked;
  return [
    {
      type: 'ask-catalogue',
      ...question,
      about,
      query: withoutAsking(message),
      constraints: [...message.wish.constraints],
    },
  ];
}

/** The words that describe: "made of" only asks. */
function withoutAsking({ wish, spans, atoms }: Message): string {
  const asking = new Set(
    spans.flatMap(({ meaning, from, to }) =>
      meaning.kind === 'question' ? atoms.slice(from, to).map(({ raw }) => raw) : [],
    ),
  );
  return wish.query
    .split(' ')
    .filter((word) => !asking.has(word))
    .join(' ');
}

/** "Cheapest first", of what is wanted or of what the message names. */
function readOrder(message: Message): Command[] | undefined {
  const { wish, context } = message;
  const cues: readonly QuestionCue[] = ['sort-cheapest', 'sort-dearest', 'sort-rating', 'sort-best'];
  const cue = cues.find((each) => has(message, each)) ?? (asksBestRated(message) ? 'sort-rating' : undefined);
  if (cue === undefined) return undefined;
  const sort = SORTS[cue] ?? 'relevance';
  const { query, constraints } = wish;
  const refine: Command = { type: 'refine', query, constraints: [...constraints], drop: [], sort };
  if (isEmpty(wish) || !isNewThing(wish, context.state.need)) return [refine];
  return [
    { type: 'find', query, constraints: [...constraints] },
    { type: 'refine', query: '', constraints: [], drop: [], sort },
  ];
}

/** "The best rated": an order rather than one product, as long as nothing is asked of it. */
const asksBestRated = (message: Message): boolean =>
  !has(message, 'ask') &&
  !has(message, 'choose') &&
  referencesOf(message).some((each) => each.kind === 'extreme' && each.attribute === RATING);

const SORTS: Partial<Record<QuestionCue, ListOrder | 'relevance'>> = {
  'sort-cheapest': 'price-ascending',
  'sort-dearest': 'price-descending',
  'sort-rating': 'rating-descending',
};

/** "And in blue?", "what about skirts?", right after a question about the shop. */
function readFollowUp(message: Message): (ShopQuestion & { readonly about: About }) | undefined {
  const { asked } = message.context.state;
  const goesOn = beginsAsFollowUp(message);
  if (asked === undefined || !goesOn || isEmpty(message.wish) || pointsAtOne(message)) return undefined;
  const question = readQuestion(message) ?? asked;
  const attribute = question.attribute;
  return {
    question: question.question,
    ...(attribute === undefined ? {} : { attribute }),
    about: 'asked',
  };
}

const beginsAsFollowUp = ({ atoms, grammar }: Message): boolean =>
  grammar.shopQuestions.followUps.some((words) =>
    words.every((word, position) => atoms[position]?.normal === word),
  );

/** A reference that stands for one product on the screen; "the cheapest scarf" is none when it asks about all. */
const pointsAtOne = (message: Message): boolean => {
  const references = hasProductInView(message) ? referencesOf(message) : [];
  const isOne = references.some(({ kind }) => kind !== 'extreme' && kind !== 'focus');
  return isOne || has(message, 'compare') || has(message, 'why') || has(message, 'similar');
};

function readQuestion(message: Message): (ShopQuestion & { readonly about: About }) | undefined {
  if (pointsAtOne(message)) return undefined;
  if (has(message, 'departments') && isEmpty(message.wish)) return { question: 'departments', about: 'shop' };
  const found =
    readValues(message) ??
    readExtreme(message) ??
    readCount(message) ??
    readPrices(message) ??
    readAnything(message);
  return found === undefined ? undefined : { ...found, about: subjectOf(message, found) };
}

/** Phrases that speak of what the shop has. */
const speaksOfShop = (message: Message): boolean =>
  has(message, 'find') ||
  has(message, 'in-shop') ||
  message.atoms.some(({ normal }) => message.grammar.shopQuestions.yours.includes(normal));

/** What it names itself, else what is wanted: "how many of those are waterproof?", "which scarf is the cheapest?" */
function subjectOf(message: Message, { question }: ShopQuestion): About {
  const { wish, context } = message;
  const { need, asked } = context.state;
  const isOfThese = has(message, 'of-these');
  if (wantsNothing(need)) return asked !== undefined && isOfThese ? 'asked' : 'shop';
  if (isOfThese || question === 'exists') return isOfThese ? 'need' : 'shop';
  return namesThing(wish) && (speaksOfShop(message) || isNewThing(wish, need)) ? 'shop' : 'need';
}

function readValues(message: Message): ShopQuestion | undefined {
  const attribute = message.spans
    .flatMap(({ meaning }) => (meaning.kind === 'cue' && meaning.cue === 'values' ? meaning.fillings : []))
    .flatMap((filling) => (filling.kind === 'attribute' ? [filling.attribute] : []))[0];
  const isAboutOne = message.context.state.focus !== undefined || message.context.pageProductId !== undefined;
  if (attribute === undefined || (isAboutOne && !namesThing(message.wish) && !speaksOfShop(message)))
    return undefined;
  return attribute === 'price' ? { question: 'price-range' } : { question: 'values', attribute };
}

/** "Your cheapest scarf" is looked for among all; "the cheapest", with a list on the screen, is one of it. */
function readExtreme(message: Message): ShopQuestion | undefined {
  const extreme = referencesOf(message).find((reference) => reference.kind === 'extreme');
  const asked =
    extreme?.kind === 'extreme'
      ? toExtreme(extreme)
      : (toPriceExtreme(extremeSaid(message)) ?? shiftSaid(message));
  if (asked === undefined) return undefined;
  const { shown } = message.context.state;
  const isOfAll =
    namesThing(message.wish) || shown.length === 0 || speaksOfShop(message) || has(message, 'of-these');
  return isOfAll && !(isEmpty(message.wish) && !isQuestion(message)) ? asked : undefined;
}

/** "La mochila más ligera": the same of what is measured. */
function shiftSaid(message: Message): ShopQuestion | undefined {
  const shift = message.spans.find(({ meaning }) => meaning.kind === 'shift')?.meaning;
  if (shift?.kind !== 'shift' || !isDefinite(message)) return undefined;
  return { question: shift.direction === 'lower' ? 'least' : 'most', attribute: shift.attribute };
}

type Extreme = Extract<ReturnType<typeof referencesOf>[number], { kind: 'extreme' }>;

/** "The lightest" is the least of what is measured. */
function toExtreme({ of, attribute }: Extreme): ShopQuestion | undefined {
  if (of !== 'lowest' && of !== 'highest') return { question: of };
  return attribute === undefined ? undefined : { question: of === 'lowest' ? 'least' : 'most', attribute };
}

const toPriceExtreme = (of: 'cheapest' | 'dearest' | undefined): ShopQuestion | undefined =>
  of === undefined ? undefined : { question: of };

function extremeSaid(message: Message): 'cheapest' | 'dearest' | undefined {
  if (has(message, 'cheapest')) return 'cheapest';
  if (has(message, 'dearest')) return 'dearest';
  if (!isDefinite(message)) return undefined;
  if (has(message, 'cheaper')) return 'cheapest';
  return has(message, 'dearer') ? 'dearest' : undefined;
}

/** "La bufanda más barata": a comparative behind a definite thing is the highest degree. */
const isDefinite = ({ spans, atoms, grammar }: Message): boolean =>
  spans.some(
    ({ from, meaning }) =>
      ['concepts', 'compound', 'shop-type'].includes(meaning.kind) &&
      grammar.shopQuestions.definite.includes(atoms[from - 1]?.normal ?? ''),
  );

/** What things of a kind cost; what one product costs is a question about it. */
function readPrices(message: Message): ShopQuestion | undefined {
  const asks =
    has(message, 'prices') || (message.questions[0]?.meaning.attribute === 'price' && isQuestion(message));
  return asks && namesThing(message.wish) ? { question: 'price-range' } : undefined;
}

/** "How many people fit in your tents?" counts no tents: what is counted stands right behind; in Japanese it stands before. */
function readCount(message: Message): ShopQuestion | undefined {
  const { wish, context, spans, atoms } = message;
  const cue = spans.find(({ meaning }) => meaning.kind === 'cue' && meaning.cue === 'count');
  if (cue === undefined) return undefined;
  if (!namesThing(wish)) {
    const isSubject = speaksOfShop(message) || has(message, 'of-these') || !wantsNothing(context.state.need);
    return isSubject ? { question: 'count' } : undefined;
  }
  const first = atoms[cue.from];
  if (first !== undefined && isCharacter(first)) return { question: 'count' };
  const counted = atoms.findIndex((atom, at) => at >= cue.to && !isFunctionWord(atom, message.grammar));
  const isRead = spans.some(({ from, to }) => from <= counted && counted < to);
  return isRead ? { question: 'count' } : undefined;
}

/** "Do you have anything from Lumen?" With something wanted already, other limits than a brand narrow that. */
function readAnything(message: Message): ShopQuestion | undefined {
  const { wish, context } = message;
  if (!has(message, 'anything') || namesThing(wish)) return undefined;
  const says = wish.query !== '' || wish.constraints.length > 0;
  const isWide =
    wantsNothing(context.state.need) || wish.constraints.some(({ attribute }) => attribute === 'brand');
  return says && isWide ? { question: 'exists' } : undefined;
}

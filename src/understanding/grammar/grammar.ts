import { z } from 'zod';
import { normalise } from '../../text/analyze.ts';
import { PhraseLists, Phrases } from '../../text/phrases.ts';

/** What a phrase asks the assistant to do. */
export const TALK_CUES = [
  'greet',
  'thank',
  'goodbye',
  'handoff',
  'order',
  'complaint',
  'reset',
  'more',
  'compare',
  'why',
  'similar',
  'cheaper',
  'dearer',
  'drop',
  'only',
  'find',
  'choose', // likes or wants to see one product
  'ask', // a question about a product
  'off-topic',
  'language', // asks to be answered in a language
  'gift', // wants something to give
  'instead', // another thing than before is wanted
  'if-possible', // what stands beside it is a wish and no limit
  'correction', // takes back what was said before it: "no, I mean"
  'filler', // says nothing by itself
] as const;

export type TalkCue = (typeof TALK_CUES)[number];

/** What a phrase asks about everything there is, or how it wants a list ordered. */
export const QUESTION_CUES = [
  'count', // how many
  'cheapest',
  'dearest',
  'values', // which brands, which colours
  'prices', // what a kind of thing costs
  'anything', // anything at all that is so
  'departments', // what is sold at all
  'in-shop', // that the shop has
  'of-these', // of what is wanted already
  'show-asked', // to see what was just counted
  'sort-cheapest',
  'sort-dearest',
  'sort-best',
  'sort-rating', // what is rated best first
] as const;

export type QuestionCue = (typeof QUESTION_CUES)[number];

/** What a phrase wants to become of what is known of the shopper, or of the reasons of a list. */
export const PERSONAL_CUES = [
  'history-stop',
  'history-resume',
  'history-agree',
  'history-forget',
  'history-tell',
  'without-reasons',
  'goes-with',
] as const;

export type PersonalCue = (typeof PERSONAL_CUES)[number];

export const PRICE_BOUNDS = ['lt', 'lte', 'gt', 'gte', 'range', 'around'] as const;

export type PriceBound = (typeof PRICE_BOUNDS)[number];

/** Word lists are written as people write and compared without accents; phrases are read by the pattern compiler. */
const NormalWords = Phrases.transform((words): readonly string[] => words.map(normalise));
const NormalLists = PhraseLists.transform((lists) => lists.map((words) => words.map(normalise)));

/** A table of phrases by cue, in our order; a cue that a language has no phrase for may be left out. */
export const phrasesBy = <Cue extends string>(cues: readonly Cue[]) =>
  z.partialRecord(z.enum(cues), Phrases).transform((table) => {
    const written: Partial<Record<Cue, readonly string[]>> = table;
    return Object.fromEntries(cues.map((cue) => [cue, written[cue] ?? []])) as Record<Cue, readonly string[]>;
  });

/** How one language words what shoppers mean: data for the one engine. What may stand in a phrase, the locale files say. */
export const GrammarSection = z
  .strictObject({
    cues: phrasesBy(TALK_CUES),
    prices: phrasesBy(PRICE_BOUNDS),
    sizes: Phrases,
    brands: Phrases,
    references: z.strictObject({
      ordinal: Phrases,
      last: Phrases,
      cheapest: Phrases,
      dearest: Phrases,
      attribute: Phrases,
      focus: Phrases,
      /** Both, all that is shown. */
      all: Phrases,
      /** The first `{count}` of the list. */
      leading: Phrases,
      /** The last `{count}` of the list. */
      trailing: Phrases,
      /** A number alone, in the company of others only: "compare 1 and 3". */
      bare: Phrases,
    }),
    /** Ordinal words by position, the first at index 0. */
    ordinals: NormalLists,
    /** Small counts, "two" at index 0. */
    counts: NormalLists,
    /** Phrases that refuse what follows. */
    negations: Phrases,
    /** Phrases that refuse what stands before them. */
    'trailing-negations': Phrases,
    /** Those that refuse all that is joined before them: "赤と青以外". */
    'trailing-list-negations': Phrases.optional(),
    /** Words that join what is refused or wanted alike. */
    coordinators: NormalWords,
    /** Words that end what is refused. */
    contrasts: NormalWords,
    /** Words after which a kind of thing is a purpose or part, not the wish: "for", "with". */
    prepositions: NormalWords,
    /** Words behind a kind of thing that make it a purpose or part: "カメラ用". */
    postpositions: NormalWords.optional(),
    /** Words between two kinds of things of which the last is the wish: "カメラのバッグ". */
    genitives: NormalWords.optional(),
    /** Words before a person that make them the recipient: "my", "for". */
    possessives: NormalWords,
    /** What is asked about a product, by attribute. */
    questions: z.record(z.string(), Phrases),
    /** Words that begin a question. */
    interrogatives: NormalWords,
    /** Words that end a question, in languages that have some: "か". */
    'question-endings': NormalWords.optional(),
    /** Words before what is said: "hmm", "well". What stands behind them begins the sentence. */
    interjections: NormalWords.optional(),
  })
  .transform(
    ({
      'trailing-negations': trailingNegations,
      'trailing-list-negations': trailingListNegations = [],
      postpositions = [],
      genitives = [],
      interjections = [],
      'question-endings': questionEndings = [],
      ...rest
    }) => ({
      ...rest,
      trailingNegations,
      trailingListNegations,
      postpositions,
      genitives,
      interjections,
      questionEndings,
    }),
  );

export const ShopQuestionsSection = z
  .strictObject({
    cues: phrasesBy(QUESTION_CUES),
    /** Words for what is the shop's. */
    yours: NormalWords,
    /** Words before a kind of thing that make "more cheap" behind it "the cheapest"; none where a language has a word for that. */
    definite: NormalWords,
    /** Beginnings of messages that go on with the question before, word by word. */
    'follow-ups': PhraseLists.transform((lists) =>
      lists.flat().map((phrase) => phrase.split(' ').map(normalise)),
    ),
  })
  .transform(({ 'follow-ups': followUps, ...rest }) => ({ ...rest, followUps }));

/** `history-agree` gives consent, so that it takes a whole sentence that means nothing else. */
export const PersonalSection = phrasesBy(PERSONAL_CUES);

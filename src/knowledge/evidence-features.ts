import type { Asked } from './policy-words.ts';
import type { AskedWord, ReadQuestion } from './read-question.ts';
import { alikeKey, policyKey, type Statement } from './read-statement.ts';
import { alike } from './word-likeness.ts';
import type { WordRarity } from './word-rarity.ts';

/** All in [0, 1], more is better, so that a learned sum of them can be read. */
export const EVIDENCE_FEATURES = [
  /** Share of the question's words that the text answers to, by how rare they are. */
  'coverage',
  /** Share that the headings answer to. */
  'heading',
  /** Share that the text answers to without its headings. */
  'own',
  /** Share that the whole passage answers to. */
  'passage',
  /** The same, of its rarest word alone. */
  'rarest',
  /** BM25 of the text, squashed. */
  'words',
  /** Cosine of question and text, those below 0 as 0. */
  'meaning',
  /** Share of neighbouring words of the question that stand near each other in the text. */
  'together',
  /** Share of the text that answers to the question, by how rare its words are. */
  'focus',
  /** The text tells the kind of fact that is asked for. */
  'fact',
  /** The same, 1 also when no kind of fact is asked for. */
  'asked',
  /** Says yes or no to a question that they answer. */
  'confirms',
  /** Words that are written much like those of the question ("recharge", "rechargeable"). */
  'likeness',
  /** Long texts tell more. */
  'extent',
  /** Share of the subjects the question names that the text names too; 1 when it names none. */
  'subjects',
  /** Share of the kinds of things and countries the question names that the text is about too; 1 when it names none. */
  'things',
  /** To a question about a subject as a whole: its document is on that, and this stands first in it. */
  'overview',
] as const;
export type EvidenceFeature = (typeof EVIDENCE_FEATURES)[number];
export type EvidenceFeatures = Readonly<Record<EvidenceFeature, number>>;

const K1 = 1.2;
const B = 0.75;
/** BM25 of a text that has all of three rare words. */
const HALF_SQUASHED = 10;
const NEAR = 3;
const SOME_FACT = 0.3;
/** What a word counts whose translation is not known. */
const STRANGE = 0.4;
/** Words from this length on are the same when most of their letters are. */
const LONG_WORD = 6;
const MUCH_ALIKE = 0.65;
/** A thing is met by one of its kind, not by a word for anything. */
const SAME_KIND = 0.5;
/** From this match on a key is a name of a word itself. */
const SAME_NAME = 0.9;
/** Vectors that are trained on texts tell nothing of two languages: what is understood of the question stands for it. */
const ACROSS_LANGUAGES = 0.3;
/** What a word counts that no text has and no lexicon knows. */
const UNHEARD = 0.5;
/** Words of a text that is long. */
const MUCH = 100;

/**
 * @param cosine Of question and text, in [-1, 1]; 0 when nothing is known.
 * @param place Where the text stands, when it is part of a document: what its headings say, it need not say again.
 */
export function evidenceFeatures(
  question: ReadQuestion,
  statement: Statement,
  rarity: WordRarity,
  cosine: number,
  place?: EvidencePlace,
): EvidenceFeatures {
  const context = place === undefined ? statement : withContext(statement, place.headings);
  const passage = place?.passage ?? statement;
  const weighted = question.words.map((word) => ({
    word,
    weight: word.weight * weightOf(word, rarity) * (isStrange(word, question, statement) ? STRANGE : 1),
    match: matchOf(word, context),
  }));
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const share = (of: Statement) => (total === 0 ? 0 : answeredBy(of, weighted) / total);
  const rarest = weighted.reduce((best, each) => (each.weight > best.weight ? each : best), {
    weight: 0,
    match: 0,
  });
  const bm25 = bm25Of(question, passage, rarity);
  return {
    coverage: share(context),
    heading: place === undefined ? 0 : share(place.headings),
    own: share(statement),
    passage: share(passage),
    rarest: rarest.match,
    words: bm25 / (bm25 + HALF_SQUASHED),
    meaning: Math.max(
      0,
      cosine,
      question.language === statement.language ? 0 : ACROSS_LANGUAGES * share(context),
    ),
    together: togetherOf(question, statement),
    focus: focusOf(question, statement, rarity),
    fact: factOf(question, statement),
    asked: question.asked === undefined || tells(statement, question.asked) ? 1 : 0,
    confirms: question.isClosed && statement.isConfirming ? 1 : 0,
    likeness: likenessOf(weighted, context),
    subjects: subjectsOf(weighted),
    overview:
      place === undefined || question.asked !== undefined || !isGeneral(question)
        ? 0
        : subjectShare(question, place.title) / (1 + place.position),
    things: thingsOf(weighted, statement, place?.headings),
    extent: Math.min(1, Math.log1p(statement.stems.length) / Math.log1p(MUCH)),
  };
}

/** What stands around a text in its document. */
export interface EvidencePlace {
  /** From the title to the heading that it stands under. */
  readonly headings: Statement;
  /** Of which it is a part; with the headings. */
  readonly passage: Statement;
  readonly title: Statement;
  /** Of the passage in its document, from 0. */
  readonly position: number;
}

export const withContext = (statement: Statement, headings: Statement): Statement => ({
  ...statement,
  stems: [...headings.stems, ...statement.stems],
  keys: statement.keys.union(headings.keys),
});

function answeredBy(
  statement: Statement,
  weighted: readonly { readonly word: AskedWord; readonly weight: number }[],
): number {
  return weighted.reduce((sum, { word, weight }) => sum + weight * matchOf(word, statement), 0);
}

/** A word of another language than the text's that no lexicon knows: whether the text says it cannot be told. */
const isStrange = ({ keys }: AskedWord, question: ReadQuestion, statement: Statement): boolean =>
  question.language !== statement.language && ![...keys.keys()].some((key) => key.includes(':'));

/**
 * As rare as the most common of its names: a word that has a common synonym is not rare. A word that is in no text and that no lexicon knows is
 * more likely the shopper's way of putting it than what is asked about.
 */
function weightOf({ keys }: AskedWord, { rarity }: WordRarity): number {
  const names = [...keys].filter(([, match]) => match >= SAME_NAME);
  const rarest = Math.min(...names.map(([key]) => rarity(key)));
  const isPlain = names.every(([key]) => !key.includes(':'));
  return isPlain && rarest >= rarity('') ? UNHEARD * rarest : rarest;
}

/** How well a statement answers to a word, in [0, 1]. */
export const matchOf = (word: AskedWord, statement: Statement): number => {
  const { keys, fact } = word;
  const best = [...keys].reduce(
    (most, [key, match]) => (statement.keys.has(key) ? Math.max(most, match) : most),
    0,
  );
  if (fact !== undefined && tells(statement, fact)) return 1;
  return best === 1 ? best : Math.max(best, nearMatch(word, statement));
};

export function tells({ facts, tellsNumber }: Statement, asked: Asked | undefined): boolean {
  if (asked === 'measure') return tellsNumber;
  if (asked === 'duration') return facts.some(({ kind }) => kind === 'duration' || kind === 'clock');
  return asked === 'amount' && facts.some(({ kind }) => kind === 'amount' || kind === 'share');
}

/** A question that asks for no kind of fact is answered a little better by one that the shop fixes. */
function factOf(question: ReadQuestion, statement: Statement): number {
  if (tells(statement, question.asked)) return 1;
  return question.asked === undefined && isGeneral(question) && statement.facts.length > 0 ? SOME_FACT : 0;
}

/** "What is your return policy?", "what are your shipping costs?": about nothing but subjects. */
const isGeneral = ({ words }: ReadQuestion): boolean =>
  words.length > 0 &&
  words.every(({ keys }) => [...keys.keys()].some((key) => key.startsWith(policyKey(''))));

/** Whether a title names one of the subjects of a question: 1 or 0. */
const subjectShare = ({ words }: ReadQuestion, { keys }: Statement): number =>
  words.some((word) => [...word.keys].some(([key, match]) => match === 1 && keys.has(key))) ? 1 : 0;

type Matched = readonly { readonly word: AskedWord; readonly match: number }[];

/** A subject that was understood and is not named counts for nothing here; one that is written much alike counts as named. */
function subjectsOf(weighted: Matched): number {
  const named = weighted.filter(({ word }) => word.weight === 1 && isOnSubject(word) && !isThing(word));
  const isMet = ({ word, match }: Matched[number]) => match >= (isThing(word) ? SAME_KIND : MUCH_ALIKE);
  return named.length === 0 ? 1 : named.filter(isMet).length / named.length;
}

/** Long words that are written nearly alike: forms that no stemmer brings together. What is known by what it means ("kostenlos") is not guessed by its letters ("Kosten"). */
function nearMatch(word: AskedWord, { stems }: Statement): number {
  if (isOnSubject(word) || isSense(word)) return 0;
  const own = ownStems(word).filter((stem) => stem.length >= LONG_WORD);
  const best = Math.max(0, ...own.flatMap((key) => stems.map((stem) => alike(key, stem))));
  return best >= MUCH_ALIKE ? best : 0;
}

const isOnSubject = ({ keys }: AskedWord): boolean =>
  [...keys.keys()].some((key) => key.startsWith(policyKey('')));
/** A word that means something in terms is rather that than a thing of the lexicon: "couvert" by a guarantee is no cutlery. */
const isSense = ({ keys }: AskedWord): boolean =>
  [...keys.keys()].some((key) => key.startsWith(alikeKey('')));
const isThing = ({ keys }: AskedWord): boolean => [...keys.keys()].some((key) => THING.test(key));

const THING = /^(?:type|country):/;

/** A heading has to name the very thing: under "Plants" much is told that does not hold for every plant. */
function thingsOf(weighted: Matched, statement: Statement, headings: Statement | undefined): number {
  const named = weighted.flatMap(({ word }) => {
    const keys = [...word.keys].filter(([key]) => THING.test(key));
    return keys.length === 0 || isOnSubject(word) || isSense(word) ? [] : [keys];
  });
  const met = named.map((keys) =>
    Math.max(
      0,
      ...keys.map(([key, match]) =>
        statement.keys.has(key) || (match === 1 && headings?.keys.has(key) === true) ? match : 0,
      ),
    ),
  );
  return named.length === 0 ? 1 : met.reduce((sum, match) => sum + match, 0) / named.length;
}

const ownStems = ({ keys }: AskedWord): string[] =>
  [...keys].flatMap(([key, whole]) => (whole === 1 && !key.includes(':') ? [key] : []));

function bm25Of({ words }: ReadQuestion, { stems, keys }: Statement, rarity: WordRarity): number {
  const norm = K1 * (1 - B + (B * stems.length) / rarity.meanLength);
  return words.reduce((sum, word) => {
    const [best] = [...word.keys].filter(([key]) => keys.has(key)).sort((left, right) => right[1] - left[1]);
    if (best === undefined) return sum;
    const times = Math.max(1, stems.filter((stem) => word.keys.has(stem)).length);
    return sum + (best[1] * rarity.rarity(best[0]) * times * (K1 + 1)) / (times + norm);
  }, 0);
}

function togetherOf({ words }: ReadQuestion, { stems }: Statement): number {
  const places = words.map(({ keys }) => stems.flatMap((stem, at) => (keys.has(stem) ? [at] : [])));
  let near = 0;
  for (let at = 1; at < places.length; at += 1) {
    const [before = [], here = []] = [places[at - 1], places[at]];
    if (before.some((left) => here.some((right) => Math.abs(right - left) <= NEAR))) near += 1;
  }
  return places.length < 2 ? 0 : near / (places.length - 1);
}

function focusOf({ words }: ReadQuestion, { stems }: Statement, { rarity }: WordRarity): number {
  let [answering, all] = [0, 0];
  for (const stem of new Set(stems)) {
    const weight = rarity(stem);
    all += weight;
    if (words.some(({ keys }) => keys.has(stem))) answering += weight;
  }
  return all === 0 ? 0 : answering / all;
}

/** Share of the question whose words the text has, or words that share most of their letter triples. */
function likenessOf(
  weighted: readonly { readonly word: AskedWord; readonly weight: number; readonly match: number }[],
  { stems }: Statement,
): number {
  const written = [...new Set(stems)];
  let [sum, total] = [0, 0];
  for (const { word, weight, match } of weighted) {
    const best =
      match >= 1
        ? 1
        : Math.max(match, ...ownStems(word).flatMap((key) => written.map((stem) => alike(key, stem))));
    sum += weight * best;
    total += weight;
  }
  return total === 0 ? 0 : sum / total;
}

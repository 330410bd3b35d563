import type { Language } from '../../../domain/locale.ts';
import type { Constraint } from '../../../domain/need.ts';
import type { Turn } from '../../../domain/turn.ts';
import { messagesOf } from '../../../reply/phrasebook.ts';
import { isStopWord, normalise, splitWords } from '../../../text/analyze.ts';
import { everydayWords } from '../../../text/everyday-words.ts';
import { perLanguage, toSpoken } from '../../../text/languages.ts';
import { slipCost } from '../../../text/slip-cost.ts';
import type { Vocabulary } from '../../../understanding/vocabulary.ts';

/** Words that the assistant says itself. */
const ourWords = perLanguage(
  (language): ReadonlySet<string> =>
    new Set(
      Object.values(messagesOf(language))
        .flat()
        .flatMap((text) => splitWords(text, language, { keeps: false }).map(({ normal }) => normal)),
    ),
);

/** Whether a word is the shop's or of everybody's language, here or in English. @param word Normalised. */
export const knownWord =
  (vocabulary: Vocabulary, language: Language) =>
  (word: string): boolean =>
    [toSpoken(language), 'en'].some(
      (spoken) =>
        isStopWord({ raw: word, normal: word }, spoken) ||
        everydayWords(spoken).has(word) ||
        ourWords(spoken).has(word),
    ) || isOfShop(vocabulary, language, word);

/** Whether the shop calls its things so. @param word Normalised. */
export const namedWord =
  (vocabulary: Vocabulary, language: Language) =>
  (word: string): boolean =>
    vocabulary.usageOf(word, language).named > 0;

function isOfShop(vocabulary: Vocabulary, language: Language, word: string): boolean {
  const { named, described } = vocabulary.usageOf(word, language);
  return named > 0 || described;
}

/** A slip of one letter, or an easy one of two. */
const MOST_COST = 1.5;

/**
 * Words and figures that wishes of the shop were understood by. A word that is no word of the shop counts only where it is a slip of the
 * value it was read as: "scraf" for a scarf.
 */
export function understoodWords(turn: Turn, vocabulary: Vocabulary): string[] {
  const { language } = turn;
  const wishes = [...turn.need.hard, ...turn.need.soft].filter(({ attribute }) => attribute !== 'mentions');
  const isKnown = knownWord(vocabulary, language);
  const figures = turn.commands.flatMap((command) => {
    const quantity = 'quantity' in command ? command.quantity : undefined;
    const references = 'references' in command ? command.references : [];
    const places = references.flatMap((reference) =>
      reference.kind === 'ordinal' ? [String(reference.position)] : [],
    );
    return [...(quantity === undefined ? [] : [String(quantity)]), ...places];
  });
  return [...wishes.flatMap((wish) => wordsOfWish(wish, vocabulary, turn, isKnown)), ...figures];
}

function wordsOfWish(
  { attribute, value, words }: Constraint,
  vocabulary: Vocabulary,
  { language, understoodBy }: Pick<Turn, 'language' | 'understoodBy'>,
  isKnown: (word: string) => boolean,
): string[] {
  // The grammar reads amounts with their currency, and nothing beside them.
  if (attribute === 'price' && understoodBy === 'embedded') return [words];
  const labels = [String(value), vocabulary.labelOf(attribute, String(value), language)]
    .flatMap((label) => normalise(label).split(/\s+/u))
    .filter((label) => label.length > 2);
  const tokens = splitWords(words, language);
  const isOwn = tokens.every(
    ({ raw, normal }) =>
      /\p{Nd}/u.test(raw) ||
      isKnown(normal) ||
      labels.some((label) => slipCost(normal, label, MOST_COST) <= MOST_COST),
  );
  return isOwn ? [words, ...(typeof value === 'number' && attribute !== 'price' ? [String(value)] : [])] : [];
}

import type { Command } from '../domain/command.ts';
import { EMPTY_NEED } from '../domain/need.ts';
import type { LanguageDetector } from '../text/detect-language.ts';
import { SPOKEN_LANGUAGES, type SpokenLanguage, toSpoken } from '../text/languages.ts';
import { annotatePhrases } from './annotate-phrases.ts';
import { annotateQuantities } from './annotate-quantities.ts';
import { annotateWords } from './annotate-words.ts';
import { askedLanguage } from './asked-language.ts';
import { correctSelf } from './correct-self.ts';
import { correctSpelling } from './correct-spelling.ts';
import { grammarOf } from './grammar/index.ts';
import { beginsAsChip } from './is-chip.ts';
import { isOwnLabel } from './is-own-label.ts';
import { makeMessage } from './make-message.ts';
import type { Message } from './message.ts';
import { onlyValue } from './only-value.ts';
import type { ParseContext, Parser, Understanding } from './parser.ts';
import { preferDepartment } from './prefer-department.ts';
import { type Atom, readAtoms } from './read-atoms.ts';
import { readCommands } from './read-commands.ts';
import { readConfirmation } from './read-confirmation.ts';
import { selectSpans } from './select-spans.ts';
import { annotateSizes, sizeSubject } from './sizes/annotate-sizes.ts';
import { createSizeReader } from './sizes/size-reader.ts';
import { isFiller, type Meaning, type Span } from './span.ts';
import { spellOut } from './spell-out.ts';
import { type CommandChooser, createCommandChooser } from './statistical/choose-command.ts';
import { maskMessage } from './statistical/mask-message.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface EmbeddedParserOptions {
  readonly vocabulary: Vocabulary;
  readonly detector: LanguageDetector;
  /** Decides where no phrase does; by our own weights when absent. */
  readonly choose?: CommandChooser;
}

/** Characters and atoms read; what is longer is cut, so that the cost of a message is bounded. */
const LONGEST_TEXT = 4_000;
const MOST_ATOMS = 300;
const LONGEST_WORDS = 200;

/**
 * Understanding without a model: atoms, all that they may mean (the lexicon, the shop's words, phrases of the
 * language), the reading that explains most of the message, then commands. Never throws on a message, whatever it
 * holds; typical cost 1 ms, at most some 20.
 */
export function createEmbeddedParser({
  vocabulary,
  detector,
  choose = createCommandChooser(),
}: EmbeddedParserOptions): Parser {
  detector.detect(WARM_UP, { prior: 'en' });
  const likely = new Set(['en', ...vocabulary.languages]);
  for (const language of SPOKEN_LANGUAGES.filter((spoken) => likely.has(spoken)))
    choose(readMessage(WARM_UP, language, NOWHERE, vocabulary));
  return {
    parse: (utterance, context) =>
      Promise.resolve(parse(utterance, context, { vocabulary, detector, choose })),
  };
}

/** What an utterance says apart from things and values, read without a shop: what commands are learned from. */
export function maskUtterance(utterance: string, language: SpokenLanguage, vocabulary: Vocabulary): string {
  return maskMessage(readMessage(utterance, language, NOWHERE, vocabulary));
}

/**
 * Read once in English and the languages of the shop when the parser is made, so that hardly a shopper waits for grammars and word
 * indexes: the others are made, some 0.1 s and 7 MB each, when somebody speaks them.
 */
const WARM_UP = '1';
const NOWHERE: ParseContext = {
  language: 'en',
  locale: 'en',
  market: { country: 'US', currency: 'USD', languages: ['en'] },
  state: {
    turn: 0,
    language: 'en',
    need: EMPTY_NEED,
    shown: [],
    seen: [],
    handedOff: false,
    opened: [],
  },
  turn: 1,
};

const NO_TOKENS = { inputTokens: 0, outputTokens: 0 };

function parse(
  utterance: string,
  context: ParseContext,
  { vocabulary, detector, choose }: Required<EmbeddedParserOptions>,
): Understanding {
  const text = utterance.slice(0, LONGEST_TEXT).normalize('NFC');
  const language = isOwnLabel(text, context, vocabulary)
    ? context.language
    : detector.detect(text, { prior: context.language }).language;
  const message = readMessage(text, toSpoken(language), context, vocabulary);
  // A chip speaks the conversation's language, whatever language the shop's own label in it is.
  const own = toSpoken(context.language);
  const chip =
    language === context.language || !beginsAsChip(text, own)
      ? message
      : readMessage(text, own, context, vocabulary);
  const only = readOnly(chip, vocabulary);
  const commands = only ?? readCommands(message, choose);
  const yes = readConfirmation(text, commands, context.state, (part) =>
    readCommands(readMessage(part, toSpoken(language), context, vocabulary), choose),
  );
  return {
    language: only === undefined ? (askedLanguage(message) ?? language) : context.language,
    commands: yes ?? commands,
    confidence: only === undefined ? confidenceOf(message) : 1,
    by: 'embedded',
    usage: NO_TOKENS,
  };
}

function readMessage(
  text: string,
  language: SpokenLanguage,
  context: ParseContext,
  vocabulary: Vocabulary,
): Message {
  const grammar = grammarOf(language);
  const written = spellOut(readAtoms(text, language).slice(0, MOST_ATOMS), language);
  const atoms = correctSpelling(written, language, vocabulary);
  const { currency } = context.market;
  const { need, question } = context.state;
  const subject = sizeSubject(atoms, language, need);
  const sizes = createSizeReader(atoms, language, vocabulary, subject);
  const isAsked = question?.attribute === 'size';
  const words = [
    ...annotateWords(atoms, { language, currency, vocabulary }),
    ...annotateSizes(atoms, { language, reader: sizes, subject, isAsked }),
  ];
  const phrases = annotatePhrases(atoms, words, {
    language,
    vocabulary,
    sizes,
    shown: context.state.shown,
    isAsked: context.state.asked !== undefined,
  });
  const quantities = annotateQuantities(atoms, words, {
    text,
    language,
    currency,
    vocabulary,
    need,
  });
  const readings = [...words, ...phrases, ...quantities];
  const correct = (spans: readonly Span[]) => correctSelf(spans, atoms, grammar, vocabulary);
  const first = correct(chooseReading(readings, atoms));
  const rest = readings.filter((span) => !first.idle.includes(span));
  const chosen = first.idle.length === 0 ? first : correct(chooseReading(rest, atoms));
  const spans = preferDepartment(chosen.spans, { text, atoms }, grammar, vocabulary);
  const questions = longestOf(phrases, 'question');
  const days = longestOf(phrases, 'day');
  return makeMessage({ text, atoms, spans, questions, days, grammar, vocabulary, context });
}

/** Spans of a kind, the longest first. */
function longestOf<Kind extends Meaning['kind']>(
  spans: readonly Span[],
  kind: Kind,
): Span<Extract<Meaning, { kind: Kind }>>[] {
  return spans
    .filter((span): span is Span<Extract<Meaning, { kind: Kind }>> => span.meaning.kind === kind)
    .sort((left, right) => right.to - right.from - (left.to - left.from) || left.from - right.from);
}

/** Phrases about products on the screen; in their company "the blue one" is a product. */
const POINTING: ReadonlySet<string> = new Set(['compare', 'why', 'similar', 'ask', 'choose']);
const POINTED: Readonly<Record<string, number>> = { attribute: 18, focus: 7, ordinal: 7 };

function chooseReading(spans: readonly Span[], atoms: readonly Atom[]): Span[] {
  const first = selectSpans(spans, atoms.length);
  const points = first.some(({ meaning }) => meaning.kind === 'cue' && POINTING.has(meaning.cue));
  if (!points) return first;
  const compares = first.some(({ meaning }) => meaning.kind === 'cue' && meaning.cue === 'compare');
  const lifted = spans
    .filter((span) => !compares || !isBareRange(span))
    .map((span) => ({ ...span, bonus: span.bonus + liftOf(span) }));
  return selectSpans(lifted, atoms.length);
}

/** "Between 1 and 3", where products are compared, is no price. */
const isBareRange = ({ meaning }: Span): boolean =>
  meaning.kind === 'price' && meaning.amounts.every(({ currency }) => currency === undefined);

/** References that are too weak to stand alone are lifted by their company. */
function liftOf({ meaning, bonus }: Span): number {
  if (meaning.kind !== 'references' || bonus >= 0) return 0;
  return POINTED[meaning.references[0]?.kind ?? 'focus'] ?? 0;
}

/** "only Red", exactly as a chip says it. */
function readOnly(message: Message, vocabulary: Vocabulary): Command[] | undefined {
  const { spans, atoms, text, grammar, context } = message;
  const [first] = spans;
  if (first?.meaning.kind !== 'cue' || first.meaning.cue !== 'only' || first.from !== 0) return undefined;
  const words = text.slice(atoms[first.to]?.start ?? text.length);
  const values = onlyValue(words, grammar.language, vocabulary);
  if (values.length === 0) return undefined;
  const constraints = values.map(({ attribute, value }) => ({
    attribute,
    operator: 'eq' as const,
    value,
    strength: 'hard' as const,
    words: words.trim().slice(0, LONGEST_WORDS),
    confidence: 1,
    sourceTurn: context.turn,
    known: true,
  }));
  return [{ type: 'refine', query: '', constraints, drop: [] }];
}

/** How much of the content was understood, never below a third: the words are searched for anyway. */
function confidenceOf({ wish, spans }: Message): number {
  const acts = spans.some((span) => span.meaning.kind === 'cue' && !isFiller(span));
  const share = wish.query === '' && wish.constraints.length === 0 ? (acts ? 0.9 : 0.4) : wish.understood;
  return Math.max(1 / 3, Math.min(0.95, share));
}

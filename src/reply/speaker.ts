import type { Language, Locale } from '../domain/locale.ts';
import type { ComposedReply } from '../domain/reply-plan.ts';
import type { Claim } from '../domain/turn.ts';
import { formalityIn, PLAIN_VOICE, type Voice } from '../domain/voice.ts';
import { isSpoken, type SpokenLanguage } from '../text/languages.ts';
import type { Choice, MessageKey, MessageValues, Phrasebook } from './phrasebook.ts';

/** Says single sentences in one language. */
export interface Speaker {
  readonly language: SpokenLanguage;
  /** How amounts are written; cards use the same. */
  readonly locale: Locale;
  /** Whether products stand beside what is said. */
  readonly hasCards: boolean;
  /** A sentence with the claims whose text occurs in it. */
  say(key: MessageKey, values?: MessageValues, claims?: readonly Claim[]): ComposedReply;
  /** The bare words of a message. */
  words(key: MessageKey, values?: MessageValues): string;
  /** Each item in quotation marks, joined by "and". */
  quoteAll(items: readonly string[]): string;
  joinAnd(items: readonly string[]): string;
  joinOr(items: readonly string[]): string;
  /** One after the other, with no word before the last: "red, 40 cm", "赤、40 cm". */
  series(items: readonly string[]): string;
  /** Name of a country as it stands in a sentence: "Deutschland", "the United States". @param country ISO 3166-1 alpha-2. */
  country(country: string): string;
  /** A whole number as the message files write it. */
  number(value: number): string;
}

/** To whom, and how, something is said. */
export interface Setting {
  readonly language: Language;
  readonly locale: Locale;
  /** ISO 3166-1 alpha-2. */
  readonly market?: string | undefined;
  /** Formal and plain when absent. */
  readonly voice?: Voice;
  /** True when absent. */
  readonly hasCards?: boolean;
}

/** @param choice Which wording is taken where a message has several. */
export function createSpeaker(
  phrasebook: Phrasebook,
  { language: asked, locale, market, voice = PLAIN_VOICE, hasCards = true }: Setting,
  choice: Omit<Choice, 'tone'> = { variation: 0 },
): Speaker {
  const language = isSpoken(asked) ? asked : 'en';
  const variety = { language, country: market, formality: formalityIn(voice, language, market) };
  function words(key: MessageKey, given: MessageValues = {}): string {
    const values = onOneLine(given);
    return endOnce(phrasebook.phrase(variety, key, values, { ...choice, tone: voice.tone }), values);
  }
  return {
    language,
    locale,
    hasCards,
    words,
    say(key, values = {}, claims = []) {
      const text = withCapital(words(key, values), values.label, language);
      return { text, claims: claimsWithin(text, claims) };
    },
    quoteAll: (items) =>
      listFormat(language, 'conjunction').format(items.map((text) => words('quoted', { text }))),
    joinAnd: (items) => listFormat(language, 'conjunction').format(items),
    joinOr: (items) => listFormat(language, 'disjunction').format(items),
    series: ([first = '', ...more]) =>
      more.reduce((before, next) => words('series', { first: before, rest: next }), first),
    country: (country) => withArticle(countryNames(language).of(country) ?? country, language),
    number: (value) => numberFormat(language).format(value),
  };
}

/** Between parts of a sentence that hold commas themselves; read alike in every language. */
export const SEPARATOR = ' · ';

/** Full-width marks bring their space with them. */
const WIDE_END = /[。？！」』）]$/u;

/** Several sentences as one text; claims keep their order, none twice. */
export function joinSentences(sentences: readonly ComposedReply[]): ComposedReply {
  const claims = new Map(
    sentences.flatMap((sentence) =>
      sentence.claims.map((claim) => [`${claim.evidence} ${claim.text}`, claim] as const),
    ),
  );
  const text = sentences.reduce(
    (before, { text: next }) =>
      before === '' || WIDE_END.test(before) ? `${before}${next}` : `${before} ${next}`,
    '',
  );
  return { text, claims: [...claims.values()] };
}

/**
 * Control characters and bidirectional overrides of foreign text (titles, a shopper's words) become spaces: they could
 * break a line or turn the words around. Everything else, the no-break space of a price too, stays as it is.
 */
function cleanLine(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069 ]+/gu, ' ').replace(/^ | $/gu, '');
}

const onOneLine = (values: MessageValues): MessageValues =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? cleanLine(value) : value,
    ]),
  );

const ENDED = /[.!?…。！？]$/u;

/** A sentence that a value closes gets no second full stop: "like Coffee Co.", "Do you mean Who?". */
function endOnce(text: string, values: MessageValues): string {
  const closing = Object.values(values).filter((value) => typeof value === 'string' && ENDED.test(value));
  return closing.reduce<string>((before, value) => {
    const second = /[?？]$/u.test(String(value)) ? /^(?:[.?](?=\s|$)|[。？])/u : /^(?:[.](?=\s|$)|。)/u;
    const [start = '', ...rests] = before.split(String(value));
    return [start, ...rests.map((rest) => rest.replace(second, ''))].join(String(value));
  }, text);
}

/** What an attribute is called is written small by many shops, also where it opens a sentence; names of products stay as they are. */
function withCapital(text: string, label: string | number | undefined, language: SpokenLanguage): string {
  if (typeof label !== 'string' || label === '' || !text.startsWith(label)) return text;
  const [first = ''] = text;
  return `${first.toLocaleUpperCase(language)}${text.slice(first.length)}`;
}

function claimsWithin(text: string, claims: readonly Claim[]): readonly Claim[] {
  return claims
    .map((claim) => ({ ...claim, text: cleanLine(claim.text) }))
    .filter((claim) => claim.text !== '' && text.includes(claim.text));
}

const listFormats = new Map<string, Intl.ListFormat>();
const displayNames = new Map<string, Intl.DisplayNames>();
const numberFormats = new Map<string, Intl.NumberFormat>();

function listFormat(language: SpokenLanguage, type: 'conjunction' | 'disjunction'): Intl.ListFormat {
  const key = `${language} ${type}`;
  const format = listFormats.get(key) ?? new Intl.ListFormat(language, { type });
  listFormats.set(key, format);
  return format;
}

function countryNames(language: SpokenLanguage): Intl.DisplayNames {
  const names = displayNames.get(language) ?? new Intl.DisplayNames(language, { type: 'region' });
  displayNames.set(language, names);
  return names;
}

/** English names that stand with an article behind a preposition. */
const WITH_ARTICLE =
  /^(?:United |Netherlands|Philippines|Bahamas|Maldives|Gambia)|(?:Islands|Republic|Territory)$/;

const withArticle = (name: string, language: SpokenLanguage): string =>
  language === 'en' && WITH_ARTICLE.test(name) ? `the ${name}` : name;

function numberFormat(language: SpokenLanguage): Intl.NumberFormat {
  const format = numberFormats.get(language) ?? new Intl.NumberFormat(language);
  numberFormats.set(language, format);
  return format;
}

import type { ScrubbedKind } from '../../../domain/desk/case.ts';
import type { Language } from '../../../domain/locale.ts';
import { isStopWord, normalise, splitWords, type Token } from '../../../text/analyze.ts';
import { perLanguage, SPOKEN_LANGUAGES, toSpoken } from '../../../text/languages.ts';
import cues from './scrub-cues.json' with { type: 'json' };

/** Part of a text: UTF-16 offsets. */
export interface Stretch {
  readonly kind: ScrubbedKind;
  readonly start: number;
  readonly end: number;
}

interface Cued {
  readonly language: Language;
  readonly isNamed: (word: string) => boolean;
}

/** Words of a name at most, particles not counted. */
const LONGEST_NAME = 3;
/** Words beside the word for a street that belong to its name. */
const BESIDE_STREET = 3;

type ByLanguage = Readonly<Record<string, readonly string[]>>;

/** Cues of all languages: people change between them. As their words are read. */
const phrases = (lists: ByLanguage, languages: readonly Language[] = SPOKEN_LANGUAGES): string[][] =>
  languages.flatMap((language) =>
    (lists[language] ?? []).map((phrase) => splitWords(phrase, language).map(({ normal }) => normal)),
  );

const words = (lists: ByLanguage): ReadonlySet<string> =>
  new Set(phrases(lists).map((each) => each.join(' ')));

const NAME_AFTER = phrases(cues.nameAfter);
const PLACE_AFTER = phrases(cues.placeAfter);
const CAPITAL_AFTER = perLanguage((language) => phrases(cues.capitalAfter, [language, 'en']));
const TITLES = words(cues.titles);
const STREETS = words(cues.streets);
const STREET_ENDINGS = cues.streetEndings.map(normalise);
const PARTICLES: ReadonlySet<string> = new Set(cues.nameParticles);
const NAME_ENDS: ReadonlySet<string> = new Set(cues.nameEnds);
const NOT_NAMED: ReadonlySet<string> = new Set(cues.notNamed);
const BEHIND = new RegExp(
  `(?<name>[\\p{sc=Han}\\p{sc=Katakana}\\p{sc=Hiragana}ー々\\p{sc=Latin}]{1,10}?)\\s?(?:${cues.titlesBehind.join('|')})`,
  'gu',
);

/** What is said where people say names. */
export function findNames(text: string, tokens: readonly Token[], { language }: Cued): Stretch[] {
  const after = [
    ...endsOf(tokens, NAME_AFTER).flatMap((at) => nameAt(text, tokens, at, language) ?? []),
    ...tokens.flatMap(({ normal }, at) =>
      TITLES.has(normal) ? (nameAt(text, tokens, at + 1, language) ?? []) : [],
    ),
    ...endsOf(tokens, CAPITAL_AFTER(toSpoken(language))).flatMap((at) =>
      isCapital(tokens[at]) ? (nameAt(text, tokens, at, language) ?? []) : [],
    ),
  ];
  const behind = [...text.matchAll(BEHIND)].flatMap(({ index, groups }): Stretch[] => {
    const name = groups?.name ?? '';
    return NOT_NAMED.has(name) ? [] : [{ kind: 'name', start: index, end: index + name.length }];
  });
  return [...after, ...behind];
}

/** Positions right behind any of the phrases. */
function endsOf(tokens: readonly Token[], cued: readonly (readonly string[])[]): number[] {
  return tokens.flatMap((_, at) =>
    cued.flatMap((phrase) =>
      phrase.length > 0 && phrase.every((word, offset) => tokens[at + offset]?.normal === word)
        ? [at + phrase.length]
        : [],
    ),
  );
}

/** Up to a sign that ends a name, or a word that everybody uses. */
function nameAt(
  text: string,
  tokens: readonly Token[],
  from: number,
  language: Language,
): Stretch | undefined {
  // "My name's Ada" and "my name is Ada" are read alike.
  const at = from + (isLinking(tokens[from], language) && tokens.length > from + 1 ? 1 : 0);
  let [end, counted] = [at, 0];
  for (; end < tokens.length && counted < LONGEST_NAME; end += 1) {
    const [token, before] = [tokens[end], tokens[end - 1]];
    if (token === undefined) break;
    const gap = before === undefined ? '' : text.slice(before.end, token.start);
    if (!(end === at ? /^[^\p{L}\p{N}]{0,4}$/u : /^[\s.'’-]{0,2}$/u).test(gap)) break;
    if (NAME_ENDS.has(token.normal)) break;
    if (PARTICLES.has(token.normal)) continue;
    if (counted > 0 && isStopWord(token, language)) break;
    counted += 1;
  }
  const [first, last] = [tokens[at], tokens[end - 1]];
  return counted === 0 || first === undefined || last === undefined
    ? undefined
    : { kind: 'name', start: first.start, end: last.end };
}

const isLinking = (token: Token | undefined, language: Language): boolean =>
  token !== undefined &&
  /^\p{Ll}/u.test(token.raw) &&
  !PARTICLES.has(token.normal) &&
  isStopWord(token, language);

/** A street with its number, a code with its place, and what is said where people say where they live. */
export function findAddresses(text: string, tokens: readonly Token[], { language }: Cued): Stretch[] {
  const streets = tokens.flatMap(({ normal }, at): Stretch[] => {
    const isStreet =
      STREETS.has(normal) ||
      STREET_ENDINGS.some((ending) => normal.length > ending.length && normal.endsWith(ending));
    if (!isStreet) return [];
    const near = tokens.slice(Math.max(0, at - BESIDE_STREET), at + BESIDE_STREET + 1);
    if (!near.some(({ raw }) => /\p{Nd}/u.test(raw))) return [];
    const [first, last] = [near[0], near.at(-1)];
    return first === undefined || last === undefined
      ? []
      : [{ kind: 'address', start: first.start, end: endOfPart(text, last.end) }];
  });
  const places = tokens.flatMap((token, at): Stretch[] => {
    const next = tokens[at + 1];
    const isCode = /^\p{Nd}{4,6}$/u.test(token.raw) && isCapital(next);
    return isCode && next !== undefined ? [{ kind: 'address', start: token.start, end: next.end }] : [];
  });
  const lived = endsOf(tokens, PLACE_AFTER).flatMap((at) => {
    const place = nameAt(text, tokens, at, language);
    const isPlace = isCapital(tokens[at]) || /[^\p{sc=Latin}]/u.test(tokens[at]?.raw ?? '');
    return place === undefined || !isPlace ? [] : [{ ...place, kind: 'address' as const }];
  });
  return [...streets, ...places, ...lived];
}

/** A city stands behind a comma: "12 Baker Street, London". */
function endOfPart(text: string, end: number): number {
  const behind = /^\s*,\s*[\p{L}\p{N} -]{1,60}/u.exec(text.slice(end))?.[0] ?? '';
  return end + behind.length;
}

/** Within a sentence, names alone are written with a capital; not where every noun is. */
export function findCapitals(
  text: string,
  tokens: readonly Token[],
  { language, isNamed }: Cued,
  understood: ReadonlySet<string>,
): Stretch[] {
  if (cues.capitalisesNouns.includes(language)) return [];
  return tokens.flatMap((token): Stretch[] => {
    const { normal, start, end } = token;
    const opens = /(?:^|[.!?…:;"“„«(\n]|-)\s*$/u.test(text.slice(0, start));
    const isName = isCapital(token) && token.raw.length > 1 && !opens;
    return isName && !isNamed(normal) && !understood.has(normal) ? [{ kind: 'word', start, end }] : [];
  });
}

const isCapital = (token: Token | undefined): boolean => /^\p{Lu}\p{Ll}/u.test(token?.raw ?? '');

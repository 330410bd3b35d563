import { canonicalLocale } from '../domain/locale.ts';
import { SYNONYM_LIMITS, type SynonymRule, type SynonymScope, synonymWordFault } from '../domain/synonym.ts';
import { normalise } from '../text/analyze.ts';

export interface RejectedLine {
  /** 1-based. */
  readonly line: number;
  readonly reason: string;
}

export interface SynonymLines {
  readonly rules: readonly SynonymRule[];
  /** By rule: the 1-based line it stands on. */
  readonly lines: readonly number[];
  readonly rejected: readonly RejectedLine[];
}

const LONGEST_LINE = 10_000;
const BYTE_ORDER_MARK = /^\uFEFF/;
const HEADING = /^\[([^\]]*)\]$/;
const ARROW = '=>';

/**
 * Reads synonyms from a text, a rule a line, as search servers write them:
 *
 *     # what shoppers say, and what the shop says
 *     sofa, couch, settee
 *     sneaker => trainers, running shoes
 *     [de]
 *     Handy, Mobiltelefon
 *
 * A comma between words of the same meaning, `=>` for one way only, `\` before a comma, `=`, `#`, `[` or `\` that is meant as
 * such. A heading in brackets says for which language or locale the lines below it are; `[*]`, and the lines above any
 * heading, are for all. A line at fault is rejected by its number and drops no other.
 *
 * @param limitRules Lines beyond it are rejected.
 */
export function readSynonyms(text: string, { limitRules }: { readonly limitRules: number }): SynonymLines {
  const rules: SynonymRule[] = [];
  const lines: number[] = [];
  const rejected: RejectedLine[] = [];
  let scope: SynonymScope | undefined = '*';
  for (const [index, raw] of text
    .replace(BYTE_ORDER_MARK, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const line = index + 1;
    const written = raw.trim();
    if (written === '' || written.startsWith('#')) continue;
    const heading = HEADING.exec(written)?.[1];
    if (heading !== undefined) {
      scope = toScope(heading);
      if (scope === undefined) rejected.push({ line, reason: `"${heading.slice(0, 40)}" is no language` });
      continue;
    }
    const read = scope === undefined ? 'stands under a heading that was rejected' : readRule(written, scope);
    if (typeof read === 'string') rejected.push({ line, reason: read });
    else if (rules.length >= limitRules)
      rejected.push({ line, reason: `is beyond the ${limitRules} rules that are allowed` });
    else {
      rules.push(read);
      lines.push(line);
    }
  }
  return { rules, lines, rejected };
}

/** @returns undefined when it is neither "*" nor a BCP 47 tag. */
function toScope(text: string): SynonymScope | undefined {
  const tag = text.trim();
  return tag === '*' ? '*' : canonicalLocale(tag);
}

/** @returns The rule, or what is wrong with the line. */
function readRule(written: string, locale: SynonymScope): SynonymRule | string {
  if (written.length > LONGEST_LINE) return `is longer than ${LONGEST_LINE} characters`;
  const sides = splitUnescaped(written, ARROW).map((side) => splitUnescaped(side, ',').map(toWord));
  if (sides.length > 2) return `has "${ARROW}" more than once`;
  for (const words of sides) {
    if (words.length > SYNONYM_LIMITS.wordsPerSide)
      return `has more than ${SYNONYM_LIMITS.wordsPerSide} words on one side`;
    if (words.includes('')) return 'has an empty place between its commas';
    const fault = words.map(synonymWordFault).find((found) => found !== undefined);
    if (fault !== undefined) return fault;
  }
  const [from = [], to] = sides.map(distinct);
  if (to !== undefined) return { kind: 'one-way', locale, from, to };
  if (from.length < 2)
    return `needs at least two different words, or "${ARROW}" between what is said and what is meant`;
  return { kind: 'two-way', locale, words: from };
}

/** Each word once; one that differs in upper and lower case only is the same. */
function distinct(words: readonly string[]): string[] {
  const known = new Set<string>();
  return words.filter((word) => {
    const isNew = !known.has(normalise(word));
    known.add(normalise(word));
    return isNew;
  });
}

function splitUnescaped(text: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text.startsWith(separator, at)) {
      parts.push(text.slice(start, at));
      start = at + separator.length;
      at = start - 1;
    }
  }
  return [...parts, text.slice(start)];
}

const toWord = (written: string): string =>
  written.trim().replaceAll(/\\(.)/gu, '$1').replaceAll(/\s+/gu, ' ');

/** The rules as a text that {@link readSynonyms} reads back as the same rules. */
export function writeSynonyms(rules: readonly SynonymRule[]): string {
  const lines: string[] = [];
  let scope: SynonymScope = '*';
  for (const rule of rules) {
    if (rule.locale !== scope) lines.push(`[${rule.locale}]`);
    scope = rule.locale;
    lines.push(
      rule.kind === 'two-way' ? listed(rule.words) : `${listed(rule.from)} ${ARROW} ${listed(rule.to)}`,
    );
  }
  return lines.map((line) => `${line}\n`).join('');
}

const listed = (words: readonly string[]): string =>
  words.map((word) => word.replaceAll(/[\\,=#[]/g, String.raw`\$&`)).join(', ');

import type { Macro } from '../../domain/desk/settings.ts';

/** What stands in braces in a text: `{order}`. `firstName`: of whoever writes. */
export const MACRO_FACTS = ['firstName', 'shopper', 'order', 'product', 'shop'] as const;
export type MacroFact = (typeof MACRO_FACTS)[number];
export type MacroFacts = Readonly<Partial<Record<MacroFact, string | undefined>>>;

export interface FilledMacro {
  readonly text: string;
  /** The one it is in: the shopper's, where the text is there in it. */
  readonly language: string;
}

/** In the shopper's language, or the first it has. What is not known stays in its braces. */
export function fillMacro({ texts }: Macro, language: string, facts: MacroFacts): FilledMacro {
  const byLanguage: Readonly<Record<string, string | undefined>> = texts;
  const [first = language] = Object.keys(byLanguage);
  const found = byLanguage[language] === undefined ? first : language;
  const text = (byLanguage[found] ?? '').replace(BLANK, (blank, name: MacroFact) => facts[name] ?? blank);
  return { text, language: found };
}

const BLANK = new RegExp(`\\{(${MACRO_FACTS.join('|')})\\}`, 'g');

/** Facts that are still to be written into words: before that they do not leave. */
export const blanksIn = (text: string): string[] => [
  ...new Set([...text.matchAll(BLANK)].map(([blank]) => blank)),
];

/** A "/" that begins a word, and what is typed behind it, up to where is written. */
export interface Slash {
  /** Of the "/". */
  readonly from: number;
  readonly to: number;
  readonly typed: string;
}

export function slashAt(text: string, caret: number): Slash | undefined {
  const [, typed] = /(?:^|\s)\/([^\s/]*)$/.exec(text.slice(0, caret)) ?? [];
  return typed === undefined ? undefined : { from: caret - typed.length - 1, to: caret, typed };
}

/** Those whose title has what is typed, before those whose words have it. */
export function findMacros(macros: readonly Macro[], typed: string): Macro[] {
  const wanted = typed.toLocaleLowerCase();
  const rank = ({ title, texts }: Macro): number => {
    if (title.toLocaleLowerCase().includes(wanted)) return 0;
    return Object.values(texts).some((text = '') => text.toLocaleLowerCase().includes(wanted)) ? 1 : 2;
  };
  return macros.filter((macro) => rank(macro) < 2).toSorted((left, right) => rank(left) - rank(right));
}

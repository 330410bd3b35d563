import type { Language } from '../domain/locale.ts';
import { splitWords } from '../text/analyze.ts';
import { hasUnspacedScript } from '../text/unspaced-scripts.ts';
import { policyWordsOf } from './policy-words.ts';

/** A question, and what it makes a condition of its answer. */
export interface ConditionedQuestion {
  /** "can I return it?" */
  readonly main: string;
  /** "if it does not fit" */
  readonly condition: string;
}

const COMMAS = /[,，、;]/;
/** What is elided into the word behind it belongs to it: "s'il". */
const LAST_WORD_BEGUN = /\S*$/;
const ENDS = /[\s?？!！.。,，、;]+$/;

/**
 * Parts a question from its condition: "can I return it if it does not fit?", "if it does not fit, can I return it?",
 * 「合わなかったら返品できますか」. What begins with its condition is parted at a comma.
 *
 * @returns Undefined when it has none, or when nothing else is left.
 */
export function splitCondition(text: string, language: Language): ConditionedQuestion | undefined {
  const [first] = policyWordsOf(language)
    .conditions(text, splitWords(text, language))
    .toSorted((left, right) => left.start - right.start);
  if (first === undefined) return undefined;
  if (hasUnspacedScript(text)) return parts(text.slice(first.end), text.slice(0, first.end));
  const start = text.slice(0, first.start).search(LAST_WORD_BEGUN);
  const opening = text.slice(0, start).trim();
  if (opening !== '') return parts(opening, text.slice(start));
  const comma = text.search(COMMAS);
  return comma < 0 ? undefined : parts(text.slice(comma + 1), text.slice(0, comma));
}

function parts(main: string, condition: string): ConditionedQuestion | undefined {
  const [asked, held] = [main, condition].map((each) => each.trim().replace(ENDS, ''));
  return !asked || !held ? undefined : { main: asked, condition: held };
}

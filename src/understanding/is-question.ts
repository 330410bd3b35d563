import type { Language } from '../domain/locale.ts';
import { toSpoken } from '../text/languages.ts';
import { grammarOf } from './grammar/index.ts';
import type { Message } from './message.ts';
import { readAtoms } from './read-atoms.ts';

/** Whether a message asks: it has a question mark, begins with a word that questions begin with, or ends as questions end ("か"). */
export function isQuestion({ atoms, spans, grammar }: Pick<Message, 'atoms' | 'spans' | 'grammar'>): boolean {
  if (atoms.some(({ normal }) => normal === '?')) return true;
  const last = atoms.findLast(({ kind }) => kind !== 'sign');
  if (last !== undefined && grammar.questionEndings.includes(last.normal)) return true;
  const fillers = spans.filter(({ meaning }) => meaning.kind === 'cue' && SOCIAL.has(meaning.cue));
  const start = fillers.reduce((at, { from, to }) => (from === at ? to : at), 0);
  const first = atoms.slice(start).find(({ kind }) => kind !== 'sign');
  return first !== undefined && grammar.interrogatives.includes(first.normal);
}

const SOCIAL: ReadonlySet<string> = new Set(['greet', 'thank']);

/** The same of a text that has not been read. */
export function soundsAsked(text: string, language: Language): boolean {
  const spoken = toSpoken(language);
  return text
    .split(PARTS)
    .some((part) => isQuestion({ atoms: readAtoms(part, spoken), spans: [], grammar: grammarOf(spoken) }));
}

/** What is asked after a comma is asked: "I typed the wrong address, can I change it". */
const PARTS = /[,;.!\n、。！]/u;

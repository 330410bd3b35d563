import type { Message } from './message.ts';

/** Whether a message asks: it ends with a question mark, or begins with a word that questions begin with. */
export function isQuestion({ atoms, spans, grammar }: Pick<Message, 'atoms' | 'spans' | 'grammar'>): boolean {
  if (atoms.some(({ normal }) => normal === '?')) return true;
  const fillers = spans.filter(({ meaning }) => meaning.kind === 'cue' && SOCIAL.has(meaning.cue));
  const start = fillers.reduce((at, { from, to }) => (from === at ? to : at), 0);
  const first = atoms.slice(start).find(({ kind }) => kind !== 'sign');
  return first !== undefined && grammar.interrogatives.includes(first.normal);
}

const SOCIAL: ReadonlySet<string> = new Set(['greet', 'thank']);

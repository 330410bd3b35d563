import { isSpoken, type SpokenLanguage } from '../text/languages.ts';
import type { Message } from './message.ts';

/** The language a message asks to be answered in: "in German please", "auf Deutsch". */
export function askedLanguage({
  atoms,
  spans,
}: Pick<Message, 'atoms' | 'spans'>): SpokenLanguage | undefined {
  const asked = spans.findLast(({ meaning }) => meaning.kind === 'cue' && meaning.cue === 'language');
  if (asked === undefined) return undefined;
  const named = atoms.slice(asked.from, asked.to).map(({ normal }) => NAMES.get(normal));
  return named.find((language) => language !== undefined && isSpoken(language));
}

/** Names of the spoken languages in each of them, as `normalise` leaves them. */
const NAMES: ReadonlyMap<string, SpokenLanguage> = new Map([
  ...(['english', 'englisch', 'anglais', 'ingles'] as const).map((name) => [name, 'en'] as const),
  ...(['german', 'deutsch', 'allemand', 'aleman'] as const).map((name) => [name, 'de'] as const),
  ...(['french', 'franzosisch', 'francais', 'frances'] as const).map((name) => [name, 'fr'] as const),
  ...(['spanish', 'spanisch', 'espagnol', 'espanol'] as const).map((name) => [name, 'es'] as const),
]);

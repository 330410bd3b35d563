import { z } from 'zod';
import { normalise } from '../text/analyze.ts';
import { perLanguage, type SpokenLanguage } from '../text/languages.ts';
import { LOCALES } from '../text/locale-files.ts';
import { Phrases } from '../text/phrases.ts';
import type { Atom } from './read-atoms.ts';
import { readNumber } from './read-number.ts';

/** Words behind a number that multiply it, by factor. */
const MultiplierSection = z
  .record(z.string().regex(/^\d+$/), Phrases)
  .nullish()
  .transform(
    (factors) =>
      new Map(
        Object.entries(factors ?? {}).flatMap(([factor, words]) =>
          words.map((word) => [normalise(word), Number(factor)] as const),
        ),
      ),
  );

const multipliersOf = perLanguage((language) => LOCALES.section(language, 'multipliers', MultiplierSection));

/** A number with its multipliers, and the index after it. */
interface Joined {
  readonly value: number;
  readonly to: number;
}

/** "3万円" says 30,000, "1万5千" 15,000, "2 mil" 2,000: the number and its multiplier are one atom. */
export function joinMultipliers(atoms: readonly Atom[], text: string, language: SpokenLanguage): Atom[] {
  const factors = multipliersOf(language);
  if (factors.size === 0) return [...atoms];
  const joined: Atom[] = [];
  for (let at = 0; at < atoms.length; at += 1) {
    const atom = atoms[at];
    if (atom === undefined) break;
    const number = joinAt(atoms, at, factors);
    const last = number === undefined ? undefined : atoms[number.to - 1];
    if (number === undefined || last === undefined) {
      joined.push(atom);
      continue;
    }
    const normal = String(number.value);
    const raw = text.slice(atom.start, last.end);
    joined.push({ raw, normal, stem: normal, start: atom.start, end: last.end, kind: 'number' });
    at = number.to - 1;
  }
  return joined;
}

/** A part after another is smaller than its factor and stands right behind it: the 5 of "1万5千". */
function joinAt(
  atoms: readonly Atom[],
  from: number,
  factors: ReadonlyMap<string, number>,
): Joined | undefined {
  let found: Joined | undefined;
  let most = Number.POSITIVE_INFINITY;
  for (let at = from; at < atoms.length; ) {
    const number = atoms[at];
    const isNext = at === from || number?.start === atoms[at - 1]?.end;
    const value = number?.kind === 'number' && isNext ? readNumber(number.normal) : undefined;
    if (value === undefined) return found;
    const factor = factors.get(atoms[at + 1]?.normal ?? '') ?? 1;
    if (value * factor >= most || (factor === 1 && found === undefined)) return found;
    at += factor === 1 ? 1 : 2;
    found = { value: (found?.value ?? 0) + value * factor, to: at };
    most = factor;
  }
  return found;
}

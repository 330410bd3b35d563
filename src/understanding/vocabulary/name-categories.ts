import type { Language } from '../../domain/locale.ts';
import { normalise } from '../../text/analyze.ts';
import type { ValueTally } from './count-catalogue.ts';

/** The shop's wording in a language, else in the language it was written in. */
export function labelIn(tally: ValueTally | undefined, language: Language): string | undefined {
  const [original] = tally?.labels.values() ?? [];
  return tally?.labels.get(language) ?? original;
}

/** The last level of a category key, "scarves" of "clothing>scarves". */
export const lastLevel = (key: string): string => key.slice(key.lastIndexOf('>') + 1);

const parentOf = (key: string): string | undefined =>
  key.includes('>') ? key.slice(0, key.lastIndexOf('>')) : undefined;

/**
 * What shoppers read for each category key: its own label, and where several categories have the same one, as many
 * labels above it as tell them apart ("Food / Seafood").
 */
export function nameCategories(
  categories: ReadonlyMap<string, ValueTally>,
  language: Language,
): ReadonlyMap<string, string> {
  const labelOf = (key: string): string => labelIn(categories.get(key), language) ?? lastLevel(key);
  let names = new Map([...categories.keys()].map((key) => [key, labelOf(key)]));
  for (let level = 1; level <= DEEPEST; level += 1) {
    const same = Map.groupBy(names, ([, name]) => normalise(name));
    const shared = [...same.values()].filter((members) => members.length > 1).flat();
    if (shared.length === 0) break;
    names = new Map([
      ...names,
      ...shared.map(([key, name]): [string, string] => {
        const above = ancestor(key, level);
        return [key, above === undefined ? name : `${labelOf(above)} / ${name}`];
      }),
    ]);
  }
  return names;
}

const DEEPEST = 6;

function ancestor(key: string, levels: number): string | undefined {
  let above: string | undefined = key;
  for (let level = 0; level < levels && above !== undefined; level += 1) above = parentOf(above);
  return above;
}

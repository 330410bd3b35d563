/// <reference types="vite/client" />
import type { Labels } from './translate.ts';

/** Label files as the bundler finds them, by path. */
export type LabelFiles<Key extends string> = Readonly<Record<string, Partial<Labels<Key>>>>;

/** Tables by language, from files called `<language>.json`; what a language does not say yet is said in English. */
export function tablesOf<Key extends string>(
  files: LabelFiles<Key>,
  english: Labels<Key>,
): Readonly<Record<string, Labels<Key>>> & { readonly en: Labels<Key> } {
  const tables = Object.entries(files).map(([path, labels]) => [
    path.slice(path.lastIndexOf('/') + 1, -'.json'.length),
    { ...english, ...labels },
  ]);
  return { ...Object.fromEntries(tables), en: english };
}

/** Labels of one surface by key. `{name}` stands for a value, `{Ihre|deine}` for how shoppers are addressed: formally, or as friends are. */
export type Labels<Key extends string> = Readonly<Record<Key, string>>;
export type Translate<Key extends string> = (
  key: Key,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** @param locale BCP 47, or "de_DE" as pages write it too. */
export const languageOf = (locale: string): string => locale.split(/[-_]/, 1)[0]?.toLowerCase() ?? 'en';

let isFamiliar = false;

/** How the labels of this page address shoppers, from the next drawing on. */
export function address(familiar: boolean): void {
  isFamiliar = familiar;
}

/**
 * @param tables By language; must hold `en`, which serves every other language.
 * @param locale BCP 47.
 */
export function createTranslate<Key extends string>(
  tables: Readonly<Record<string, Labels<Key>>> & { readonly en: Labels<Key> },
  locale: string,
): Translate<Key> {
  const labels = tables[languageOf(locale)] ?? tables.en;
  return (key, values = {}) =>
    // A newer server may tell of what this version has no word for.
    (labels[key] ?? '').replaceAll(
      /\{([^{}|]*)\|?([^{}]*)\}/g,
      (placeholder, name: string, familiar: string) =>
        placeholder.includes('|') ? (isFamiliar ? familiar : name) : String(values[name] ?? placeholder),
    );
}

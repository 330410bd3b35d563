/** Labels of one surface by key. `{name}` stands for a value. */
export type Labels<Key extends string> = Readonly<Record<Key, string>>;
export type Translate<Key extends string> = (
  key: Key,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** @param locale BCP 47. */
export const languageOf = (locale: string): string => locale.split('-', 1)[0]?.toLowerCase() ?? 'en';

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
    labels[key].replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}

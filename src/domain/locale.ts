/** A BCP 47 tag, canonical ("de-CH"). */
export type Locale = string;
/** The primary language subtag of a locale ("de"). */
export type Language = string;

/** @returns The canonical tag, or undefined when it is not well formed. */
export function canonicalLocale(tag: string): Locale | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

export function languageOf(locale: Locale): Language {
  return locale.split('-', 1)[0]?.toLowerCase() ?? 'en';
}

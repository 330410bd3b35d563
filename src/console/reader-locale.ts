/**
 * How the person at the desk reads numbers, dates and names (BCP 47, canonical): the first of their browser's languages that
 * is well formed. Browsers also tell names of their system that are none, such as "en_US.UTF-8", "C" or nothing at all.
 */
export function readerLocale(
  told: readonly (string | undefined)[] = [navigator.language, ...(navigator.languages ?? [])],
): string {
  const [known] = told.flatMap((tag) => {
    try {
      // The name of a system: the encoding and what stands behind it are left out.
      const [canonical] = Intl.getCanonicalLocales((tag ?? '').replace(/[.@].*$/u, '').replaceAll('_', '-'));
      return canonical === undefined ? [] : Intl.NumberFormat.supportedLocalesOf(canonical);
    } catch {
      return [];
    }
  });
  return known ?? Intl.NumberFormat().resolvedOptions().locale;
}

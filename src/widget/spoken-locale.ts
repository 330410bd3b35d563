/**
 * The language that the element says, else the page, else the browser. What is no language tag (a template that was not filled in, a word)
 * says nothing.
 *
 * @returns BCP 47; "de_DE", as pages write it too, is "de-DE".
 */
export function spokenLocale(said = ''): string {
  for (const tag of [said, document.documentElement.lang, navigator.language])
    try {
      return `${new Intl.Locale(tag.replace(/_/g, '-'))}`;
    } catch {}
  return 'en';
}

import type { Language } from '../domain/locale.ts';
import { normalise } from '../text/analyze.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * The catalogue values that "only Red" or "only Colour: Red" names, as chips say it: labels in full, so that what a
 * chip sends means exactly what it counted. Empty when the words are no label: then they are an ordinary message.
 */
export function onlyValue(
  words: string,
  language: Language,
  vocabulary: Vocabulary,
): readonly { readonly attribute: string; readonly value: string }[] {
  const label = words.trim().replace(/[.!\s]+$/u, '');
  const colon = label.indexOf(':');
  if (colon > 0) {
    const attribute = vocabulary.attributeCalled(label.slice(0, colon), language);
    const values = vocabulary.valuesLabelled(label.slice(colon + 1), language);
    const named = normalise(label.slice(0, colon)).trim();
    const own = values.filter(
      (entry) =>
        entry.attribute === attribute ||
        normalise(vocabulary.attributeLabel(entry.attribute, language)) === named,
    );
    if (own.length > 0) return own;
  }
  const values = vocabulary.valuesLabelled(label, language);
  const first = values[0]?.attribute;
  return values.filter(({ attribute }) => attribute === first);
}

import type { Language } from '../domain/locale.ts';
import type { Need } from '../domain/need.ts';
import type { Labels } from './product-view.ts';

/** Stands before the kinds of things in a scope; keys of categories stand as they are. */
const TYPE = 'type=';

/**
 * The kinds of things that a need asks for, sorted: types in the catalogue's own spelling, so that all languages name the same, and
 * categories. Colours, prices and other wishes are not part of it. Empty for anything.
 *
 * @param categories Keys of categories that are asked for besides.
 */
export function askedScope(
  { constraints }: Pick<Need, 'constraints'>,
  categories: readonly string[] = [],
): string[] {
  const kinds = constraints.flatMap(({ attribute, operator, known, value }) => {
    if (!known || operator !== 'eq') return [];
    if (attribute === 'type') return [TYPE + value];
    return attribute === 'category' ? [String(value)] : [];
  });
  return [...new Set([...categories, ...kinds])].sort();
}

/** What people call a part of a scope. */
export const scopeLabel = (key: string, labels: Labels, language: Language): string =>
  key.startsWith(TYPE)
    ? labels.labelOf('type', key.slice(TYPE.length), language)
    : labels.labelOf('category', key, language);

import { splitWords } from '../settings/word-list.ts';

/** What a search test is asked with, as the fields of the page hold it. */
export interface TestFields {
  readonly query: string;
  readonly market: string;
  readonly locale: string;
  /** "color=blue, size=M"; one with a comma in it stands in quotation marks, as in `splitWords`. */
  readonly filters: string;
  /** By signal, what was written; as in force where it is empty. */
  readonly weights: Readonly<Record<string, string>>;
}

/** The body of the request; weights that are no number are left as they are. */
export function toRequest({ query, market, locale, filters, weights }: TestFields) {
  const changed = Object.entries(weights).flatMap(([signal, written]) => {
    const weight = Number(written);
    return written.trim() === '' || !Number.isFinite(weight) || weight < 0 ? [] : [[signal, weight] as const];
  });
  return {
    ...{ query, filters: readFilters(filters) },
    ...(market === '' ? {} : { market }),
    ...(locale.trim() === '' ? {} : { locale: locale.trim() }),
    ...(changed.length === 0 ? {} : { changes: { search: Object.fromEntries(changed) } }),
  };
}

/** Values of one attribute are alternatives. */
export function readFilters(written: string): Record<string, string[]> {
  const filters = new Map<string, string[]>();
  for (const part of splitWords(written)) {
    const at = part.indexOf('=');
    const [attribute, value] = [part.slice(0, Math.max(0, at)).trim(), part.slice(at + 1).trim()];
    if (attribute !== '' && value !== '') filters.set(attribute, [...(filters.get(attribute) ?? []), value]);
  }
  return Object.fromEntries(filters);
}

import type { KeptRule, RuleAction } from '../../domain/merchandising.ts';
import { joinWords, splitWords } from './word-list.ts';

/** A rule as it stands in the form, all as it is typed. */
export interface RuleFields {
  readonly id: string;
  readonly kind: RuleAction['kind'];
  readonly position: string;
  readonly strength: string;
  readonly productIds: readonly string[];
  readonly category: string;
  readonly brand: string;
  /** "color: red, blue", an attribute a line; its values as in `splitWords`, and so are segments. */
  readonly attributes: string;
  readonly words: string;
  readonly match: 'all-words' | 'exact';
  readonly whenCategory: string;
  /** "DE, AT". */
  readonly markets: string;
  readonly segments: string;
  /** Days, or empty. */
  readonly from: string;
  readonly until: string;
  readonly owner: string;
  readonly note: string;
}

/** @param today Epoch milliseconds: a new rule ends a month later, unless somebody says otherwise. */
export const newRule = (owner: string, today: number): RuleFields => ({
  ...{ id: '', kind: 'boost', position: '1', strength: '0.5', productIds: [], category: '', brand: '' },
  ...{ attributes: '', words: '', match: 'all-words', whenCategory: '', markets: '', segments: '' },
  ...{ from: '', until: new Date(today + 30 * 86_400_000).toISOString().slice(0, 10), owner, note: '' },
});

export function fieldsOf({ id, action, target, when, from, until, owner, note }: KeptRule): RuleFields {
  return {
    ...{ id, owner, note, kind: action.kind },
    position: action.kind === 'pin' ? String(action.position) : '1',
    strength: action.kind === 'boost' || action.kind === 'bury' ? String(action.strength) : '0.5',
    productIds: target.productIds ?? [],
    category: target.category ?? '',
    brand: target.brand ?? '',
    attributes: Object.entries(target.attributes ?? {})
      .map(([name, values]) => `${name}: ${joinWords(values)}`)
      .join('\n'),
    words: when.query?.words ?? '',
    match: when.query?.match ?? 'all-words',
    whenCategory: when.category ?? '',
    markets: (when.markets ?? []).join(', '),
    segments: joinWords(when.segments ?? []),
    from: from?.slice(0, 10) ?? '',
    until: until.slice(0, 10),
  };
}

/**
 * What is sent; what is missing or wrong the server says.
 *
 * @param kept The rule that was opened: a day that was not touched stays the very instant that it was.
 */
export function bodyOf(fields: RuleFields, kept?: KeptRule): object {
  const instant = (day: string, was: string | undefined) => (was?.slice(0, 10) === day ? was : day);
  const { kind, words, match } = fields;
  return {
    action:
      kind === 'pin'
        ? { kind, position: Number(fields.position) }
        : kind === 'exclude'
          ? { kind }
          : { kind, strength: Number(fields.strength) },
    target: {
      ...given('productIds', fields.productIds),
      ...given('category', fields.category.trim()),
      ...given('brand', fields.brand.trim()),
      ...(fields.attributes.trim() !== '' && { attributes: readAttributes(fields.attributes) }),
    },
    when: {
      ...(words.trim() !== '' && { query: { words: words.trim(), match } }),
      ...given('category', fields.whenCategory.trim()),
      ...given('markets', split(fields.markets.toUpperCase(), /[\s,]/)),
      ...given('segments', splitWords(fields.segments)),
    },
    ...given('from', instant(fields.from, kept?.from)),
    until: instant(fields.until, kept?.until),
    owner: fields.owner,
    note: fields.note,
  };
}

const given = (name: string, value: string | readonly string[]) =>
  value.length === 0 ? {} : { [name]: value };

const split = (written: string, separator: RegExp): string[] =>
  written.split(separator).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));

const readAttributes = (written: string): Record<string, string[]> =>
  Object.fromEntries(
    split(written, /\n/).map((line) => {
      const at = line.indexOf(':');
      return at < 0 ? [line, []] : [line.slice(0, at).trim(), splitWords(line.slice(at + 1))];
    }),
  );

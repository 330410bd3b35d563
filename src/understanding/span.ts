import type { ProductReference } from '../domain/command.ts';
import type { Concept } from '../text/lexicon/index.ts';
import type { WrittenQuantity } from '../text/write-quantity.ts';
import type { Cue, PriceBound } from './grammar/index.ts';
import type { ValueLink } from './vocabulary.ts';

/** An amount as written; without a currency it is the market's. */
export interface Amount {
  readonly amount: number;
  readonly currency?: string;
}

/** What a run of atoms may mean. */
export type Meaning =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'amount'; readonly amount: Amount }
  | { readonly kind: 'ordinal'; readonly position: number }
  | { readonly kind: 'count'; readonly count: number }
  /** All that the words may name in the lexicon. */
  | { readonly kind: 'concepts'; readonly concepts: readonly Concept[] }
  /** A compound word: its head, and what its first part names. */
  | {
      readonly kind: 'compound';
      readonly head: Concept;
      readonly modifiers: readonly Concept[];
      readonly prefix: string;
    }
  | { readonly kind: 'values'; readonly links: readonly ValueLink[] }
  | { readonly kind: 'shop-type'; readonly type: string }
  | { readonly kind: 'attribute'; readonly attribute: string }
  /** A size of the shop, with others that it may be as well; told by words in other systems it is not quite certain. */
  | {
      readonly kind: 'size';
      readonly value: string;
      readonly known: boolean;
      readonly also?: readonly string[];
      readonly certainty?: 'converted' | 'possible';
    }
  | { readonly kind: 'brand'; readonly name: string }
  | { readonly kind: 'references'; readonly references: readonly ProductReference[] }
  | { readonly kind: 'price'; readonly bound: PriceBound; readonly amounts: readonly Amount[] }
  /** One amount, or both ends of a range. */
  | {
      readonly kind: 'amounts';
      readonly attribute: string;
      readonly bound: PriceBound | 'eq';
      readonly amounts: readonly WrittenQuantity[];
      /** Whether the shop tells the attribute at all; true when absent. */
      readonly known?: boolean;
    }
  /** `trailing` refuses what stands before it: "leather-free"; `joined` also what is joined to that. */
  | { readonly kind: 'negation'; readonly trailing?: true; readonly joined?: true }
  | { readonly kind: 'question'; readonly attribute: string; readonly fillings: readonly Meaning[] }
  /** "Lighter". */
  | { readonly kind: 'shift'; readonly attribute: string; readonly direction: 'lower' | 'higher' }
  /** A day or date, as written. */
  | { readonly kind: 'day' }
  | { readonly kind: 'cue'; readonly cue: Cue; readonly fillings: readonly Meaning[] };

/** A run of atoms, end exclusive, with one meaning. */
export interface Span<M extends Meaning = Meaning> {
  readonly from: number;
  readonly to: number;
  readonly meaning: M;
  /** Added to what its length is worth; higher is likelier. */
  readonly bonus: number;
}

const SAYING_NOTHING: ReadonlySet<string> = new Set<Cue>(['filler', 'instead', 'if-possible']);

/** A phrase that names nothing and asks for nothing by itself. */
export const isFiller = ({ meaning }: Span): boolean =>
  meaning.kind === 'cue' && SAYING_NOTHING.has(meaning.cue);

/** Whether a span can only be a kind of thing. */
export function namesOnlyType({ meaning }: Span): boolean {
  return (
    meaning.kind === 'shop-type' ||
    (meaning.kind === 'compound' && meaning.head.kind === 'type') ||
    (meaning.kind === 'concepts' && meaning.concepts.every(({ kind }) => kind === 'type'))
  );
}

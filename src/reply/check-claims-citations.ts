import type { Language } from '../domain/locale.ts';
import type { PlannedProduct } from '../domain/reply-plan.ts';
import type { Claim, ProductView } from '../domain/turn.ts';
import { normalise, splitWords } from '../text/analyze.ts';
import type { SentenceVerdict } from './check-claims-sentence.ts';

/** "[p1#material]" behind a statement: the field of a planned product that it is said from. */
const MARK = /\s?\[(p\d{1,3}#[^\][\n]{1,60})\]/gu;

interface Citation {
  /** What stands between the mark before and this one. */
  readonly statement: string;
  readonly mark: string;
}

export interface CitedText {
  /** Without marks: they are not for shoppers. */
  readonly text: string;
  readonly citations: readonly Citation[];
}

export function readCitations(written: string): CitedText {
  const citations: Citation[] = [];
  let from = 0;
  for (const match of written.matchAll(MARK)) {
    citations.push({ statement: written.slice(from, match.index).trim(), mark: match[1] ?? '' });
    from = match.index + match[0].length;
  }
  return citations.length === 0
    ? { text: written, citations }
    : { text: written.replace(MARK, '').trimStart(), citations };
}

/**
 * The statements with the fields that prove them, or undefined when one cites what is not there, or what says something else: a statement
 * and the field it cites have a word or a number in common. A mark with nothing before it belongs to a sentence that has been judged.
 *
 * @param products In the order in which the model knows them, from "p1".
 */
export function proveCitations(
  citations: readonly Citation[],
  products: readonly PlannedProduct[],
  language: Language,
): Claim[] | undefined {
  const claims: Claim[] = [];
  for (const { statement, mark } of citations) {
    if (statement === '') continue;
    const [, place = '', field = ''] = /^p(\d+)#(.+)$/u.exec(mark) ?? [];
    const view = products[Number(place) - 1]?.view;
    const cited = view === undefined ? undefined : readField(view, field);
    if (view === undefined || cited === undefined) return undefined;
    const words = new Set(wordsOf(cited.values, language));
    const shared = splitWords(statement, language).filter((token) => words.has(token.stem));
    const first = shared[0];
    const last = shared.at(-1);
    if (first === undefined || last === undefined) return undefined;
    const text = statement.slice(first.start, last.end);
    claims.push({ text, evidence: `product:${view.productId}#${cited.evidence}` });
  }
  return claims;
}

/** Adds evidence of what was cited and not found by itself. */
export function withCited(verdict: SentenceVerdict, cited: readonly Claim[]): SentenceVerdict {
  if (!verdict.kept) return verdict;
  const fresh = cited.filter(({ text }) => !verdict.claims.some((claim) => claim.text.includes(text)));
  return { ...verdict, claims: [...verdict.claims, ...fresh] };
}

const wordsOf = (values: readonly string[], language: Language): string[] =>
  values.flatMap((value) => splitWords(value, language).map(({ stem }) => stem));

function readField(
  view: ProductView,
  field: string,
): { readonly values: readonly string[]; readonly evidence: string } | undefined {
  const wanted = normalise(field);
  switch (wanted) {
    case 'title':
      return { values: [view.title], evidence: 'title' };
    case 'brand':
      return view.brand === undefined ? undefined : { values: [view.brand], evidence: 'brand' };
    case 'price':
      return { values: [view.price.formatted], evidence: 'price' };
    case 'regularprice':
      return view.listPrice === undefined
        ? undefined
        : { values: [view.listPrice.formatted], evidence: 'list-price' };
    default: {
      const found = Object.entries(view.attributes).find(([name]) => normalise(name) === wanted);
      return found === undefined ? undefined : { values: found[1], evidence: `attribute:${found[0]}` };
    }
  }
}

import type { Refinement } from '../../domain/desk/draft.ts';
import type { Need } from '../../domain/need.ts';
import type { Claim, ProductView } from '../../domain/turn.ts';
import { createClaimChecker, type RemovedSentence } from '../../reply/check-claims.ts';
import type { DraftPlace, DraftWork, DraftWorks } from './draft-work.ts';

/** A sentence that states what the shop's data do not hold: for the agent to look at, who may know better. */
export type Advice = Pick<RemovedSentence, 'text' | 'reason'>;

/** What a person may say and a model may not: that they are a person, who they are, in plain talk, in their own way and language. */
const NO_MATTER: ReadonlySet<Advice['reason']> = new Set<Advice['reason']>([
  'markup',
  'disguise',
  'identity',
  'name',
  'unsupported',
  'instructions',
  'language',
  'too-long',
  'unfinished',
  'dangling',
]);

/** Advice on the words of a refinement, beside the products that it lists; none where it leaves the words as they are. */
export async function adviseWork(
  works: Pick<DraftWorks, 'refine'>,
  work: DraftWork,
  refinement: Refinement,
): Promise<readonly Advice[]> {
  if (refinement.text === undefined) return [];
  const { products } = await works.refine(work, refinement);
  const { kept, place } = work;
  const { text, claims } = kept.turn;
  return adviseWords(refinement.text, {
    ...{ proposed: { text, claims }, products, need: kept.dialogue.need, place },
  });
}

/**
 * Checks an agent's words against the products beside them, as a model's words are checked. Nothing is cut, and nothing held back.
 *
 * @param said.proposed The assistant's own words: true by construction.
 */
function adviseWords(
  text: string,
  said: {
    readonly proposed: { readonly text: string; readonly claims: readonly Claim[] };
    readonly products: readonly ProductView[];
    readonly need: Need;
    readonly place: DraftPlace;
  },
): readonly Advice[] {
  const { market, view } = said.place;
  const products = said.products.map((product) => ({ view: product, reasons: [] }));
  const step = {
    act: 'show',
    mode: 'new',
    need: said.need,
    products,
    total: products.length,
    relaxed: [],
    unknown: [],
    exhausted: false,
  } as const;
  const plan = { locale: view.locale, language: view.language, market: market.country, steps: [step] };
  const checker = createClaimChecker(plan, said.proposed);
  checker.push(text);
  return checker
    .end()
    .removed.filter(({ reason }) => !NO_MATTER.has(reason))
    .map((sentence) => ({ text: sentence.text, reason: sentence.reason }));
}

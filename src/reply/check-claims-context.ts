import type { ComposedReply, ReplyPlan, ReplyStep } from '../domain/reply-plan.ts';
import type { Claim } from '../domain/turn.ts';
import { normalise, tokenize } from '../text/analyze.ts';
import { collectFacts, type PhraseFact } from './check-claims-facts.ts';
import { foldTypography } from './check-claims-mask.ts';
import { proveConcepts } from './check-claims-qualities.ts';
import { RULES } from './check-claims-rules.ts';
import type { SentenceContext } from './check-claims-sentence.ts';
import { collectSupport } from './check-claims-support.ts';
import { createSentenceSplitter } from './check-claims-text.ts';

/** What sentences about a plan are judged by. */
export function toContext(plan: ReplyPlan, draft: ComposedReply): SentenceContext {
  const facts = collectFacts(plan);
  const known = [
    draft.text,
    ...facts.titles.map(({ phrase }) => phrase),
    ...facts.values.map(({ phrase }) => phrase),
    ...plan.steps.flatMap((step) => (step.act === 'show' ? [step.need.query] : [])),
  ];
  return {
    facts,
    support: collectSupport(plan, facts.products, draft.text),
    concepts: proveConcepts(plan, facts.products, draft.text),
    language: plan.language,
    knownWords: new Set(
      known.flatMap((phrase) =>
        tokenize(phrase, plan.language).flatMap(({ normal }) => [normal, ...normal.split('-')]),
      ),
    ),
    quotable: [
      ...plan.steps.flatMap(wordsOfShopper).filter(({ phrase }) => isHarmless(phrase)),
      ...plan.steps.flatMap(quotedOf),
    ],
  };
}

/** What the shopper said and the reply may say back, and what it quotes of the shop's own text. */
function wordsOfShopper(step: ReplyStep): PhraseFact[] {
  if (step.act === 'answer' && step.passage !== undefined) {
    const { productId } = step.product.view;
    return [{ phrase: step.passage, evidence: `product:${productId}#text`, productId }];
  }
  if (step.act !== 'show') return [];
  return [
    ...step.need.constraints
      .filter(({ attribute }) => attribute !== 'price')
      .map(({ attribute, words }) => ({ phrase: words, evidence: `need:${attribute}` })),
    ...step.relaxed.map(({ attribute, words }) => ({ phrase: words, evidence: `relaxed:${attribute}` })),
    ...step.unknown.map((phrase) => ({ phrase, evidence: 'unknown' })),
  ];
}

/** Sentences of the shop's documents may be repeated as they are, whatever they promise. */
function quotedOf(step: ReplyStep): PhraseFact[] {
  if (step.act !== 'policy') return [];
  return step.quotes.flatMap(({ documentId, passage, text }) => {
    const splitter = createSentenceSplitter([]);
    const evidence = `policy:${documentId}#${passage}`;
    return [...splitter.push(text), ...splitter.end()].map((sentence) => ({
      phrase: sentence.text,
      evidence,
    }));
  });
}

/** A shopper's "free shipping" must not come back as ours. */
function isHarmless(phrase: string): boolean {
  const plain = normalise(phrase);
  return phrase.trim().length > 1 && !RULES.some(({ pattern }) => pattern.test(plain));
}

/** Sentences of the template, by their comparable form, with the claims made and the products named in each. */
export function trustedSentences(
  draft: ComposedReply,
  phrases: readonly string[],
  titles: readonly PhraseFact[],
): ReadonlyMap<string, { readonly claims: readonly Claim[]; readonly named: readonly string[] }> {
  const splitter = createSentenceSplitter(phrases);
  return new Map(
    [...splitter.push(draft.text), ...splitter.end()].map(({ text }) => [
      comparable(text),
      {
        claims: draft.claims.filter((claim) => text.includes(claim.text)),
        named: titles.flatMap(({ phrase, productId }) =>
          productId !== undefined && text.includes(phrase) ? [productId] : [],
        ),
      },
    ]),
  );
}

/** Without emphasis and regard to case and typography. */
export const comparable = (sentence: string): string =>
  foldTypography(sentence).replace(/[*_]/g, '').trim().toLowerCase();

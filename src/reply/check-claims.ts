import type { ComposedReply, ReplyPlan, ReplyStep } from '../domain/reply-plan.ts';
import type { Claim } from '../domain/turn.ts';
import { normalise, tokenize } from '../text/analyze.ts';
import { collectFacts, type PhraseFact } from './check-claims-facts.ts';
import { foldTypography } from './check-claims-mask.ts';
import { proveConcepts } from './check-claims-qualities.ts';
import { type RemovalReason, RULES } from './check-claims-rules.ts';
import { breaksSafety } from './check-claims-safety.ts';
import { checkSentence, type SentenceContext, type SentenceVerdict } from './check-claims-sentence.ts';
import { createSentenceSplitter, type Sentence } from './check-claims-text.ts';

interface RemovedSentence {
  /** At most 200 characters. */
  readonly text: string;
  readonly reason: RemovalReason;
}

export interface CheckedReply {
  /** Everything that may be said; the concatenation of what `push` gave is its beginning. */
  readonly text: string;
  readonly removed: readonly RemovedSentence[];
  readonly claims: readonly Claim[];
}

export interface ClaimChecker {
  /** Takes a piece of the model's text; gives what may be said now, often nothing: a sentence is held until its end. */
  push(delta: string): string;
  end(): CheckedReply;
}

/** A reply that is longer is not a reply. */
const LONGEST_REPLY = 2_400;

/**
 * Checks a model's text against the plan while it is written, sentence by sentence. What is not tied to a fact of the
 * plan is cut with its whole sentence: amounts, numbers, percentages, discounts, deliveries, stock, superlatives,
 * promises, names, links, markup, claims to be a person. The result is the same however the text is divided.
 *
 * It is a filter of form, not of meaning: a false adjective without any of these passes ("very soft"). What is sold at
 * which price is on the cards, which no model writes.
 *
 * @param draft The template's text for the same plan: its sentences are true by construction and pass as they are.
 */
export function createClaimChecker(plan: ReplyPlan, draft: ComposedReply): ClaimChecker {
  const context = toContext(plan, draft);
  const names = [...context.facts.titles, ...context.quotable].map(({ phrase }) => phrase);
  const splitter = createSentenceSplitter(names);
  const trusted = trustedSentences(draft, names, context.facts.titles);
  const removed: RemovedSentence[] = [];
  const claims: Claim[] = [];
  let text = '';
  let subject: string | undefined;
  let breaks = 0;
  /** "Two that fit:" waits for what it announces. */
  let announcement:
    | { readonly text: string; readonly breaks: number; readonly claims: readonly Claim[] }
    | undefined;

  function say(said: string, breaksBefore: number, proofs: readonly Claim[]): void {
    const separator = text === '' ? '' : breaksBefore === 0 ? ' ' : '\n'.repeat(breaksBefore);
    text += `${separator}${said}`;
    claims.push(...proofs.filter((claim) => said.includes(claim.text)));
  }

  function remove(sentence: string, reason: RemovalReason): void {
    removed.push({ text: sentence.slice(0, 200), reason });
  }

  function judge(sentence: Sentence, body: string, isItem: boolean): SentenceVerdict {
    if (sentence.overlong || text.length + sentence.text.length > LONGEST_REPLY)
      return { kept: false, reason: 'too-long' };
    const own = trusted.get(comparable(body));
    if (own !== undefined && breaksSafety(body) === undefined) return { kept: true, ...own };
    if (!sentence.finished && !isItem && !/[.!?…:]["'”’»)*_]*$/.test(body))
      return { kept: false, reason: 'unfinished' };
    return checkSentence(body, { ...context, ...(subject === undefined ? {} : { subject }) });
  }

  function take(sentence: Sentence): void {
    breaks = Math.max(breaks, sentence.breaks);
    const { marker, body } = readLine(sentence.text);
    if (body === '') return;
    const verdict = judge(sentence, body, marker !== '');
    if (!verdict.kept) {
      remove(sentence.text, verdict.reason);
      return;
    }
    if (verdict.named.length > 0) subject = verdict.named.length === 1 ? verdict.named[0] : undefined;
    const said = `${marker}${balanceEmphasis(body)}`;
    if (said.endsWith(':')) {
      if (announcement !== undefined) remove(announcement.text, 'dangling');
      announcement = { text: said, breaks, claims: verdict.claims };
    } else {
      if (announcement !== undefined) say(announcement.text, announcement.breaks, announcement.claims);
      announcement = undefined;
      say(said, breaks, verdict.claims);
    }
    breaks = 0;
  }

  return {
    push(delta) {
      const before = text.length;
      for (const sentence of splitter.push(delta)) take(sentence);
      return text.slice(before);
    },
    end() {
      for (const sentence of splitter.end()) take(sentence);
      if (announcement !== undefined) remove(announcement.text, 'dangling');
      announcement = undefined;
      return { text, removed, claims };
    },
  };
}

function toContext(plan: ReplyPlan, draft: ComposedReply): SentenceContext {
  const facts = collectFacts(plan);
  const known = [
    draft.text,
    ...facts.titles.map(({ phrase }) => phrase),
    ...facts.values.map(({ phrase }) => phrase),
    ...plan.steps.flatMap((step) => (step.act === 'show' ? [step.need.query] : [])),
  ];
  return {
    facts,
    concepts: proveConcepts(plan, facts.products, draft.text),
    language: plan.language,
    knownWords: new Set(
      known.flatMap((phrase) =>
        tokenize(phrase, plan.language).flatMap(({ normal }) => [normal, ...normal.split('-')]),
      ),
    ),
    quotable: plan.steps.flatMap(wordsOfShopper).filter(({ phrase }) => isHarmless(phrase)),
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

/** A shopper's "free shipping" must not come back as ours. */
function isHarmless(phrase: string): boolean {
  const plain = normalise(phrase);
  return phrase.trim().length > 1 && !RULES.some(({ pattern }) => pattern.test(plain));
}

/** Sentences of the template, by their comparable form, with the claims made and the products named in each. */
function trustedSentences(
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

const comparable = (sentence: string): string =>
  foldTypography(sentence).replace(/[*_]/g, '').trim().toLowerCase();

/** The mark of a list kept, those of headings and quotations not; a ruler is nothing. */
function readLine(line: string): { readonly marker: string; readonly body: string } {
  const bare = line.replace(/^(?:>\s*|#{1,6}\s+)+/, '');
  if (/^[-*_=\s]+$/.test(bare)) return { marker: '', body: '' };
  const item = /^(?:[-*•+]|(\d{1,2})[.)])\s+/.exec(bare);
  if (item === null) return { marker: '', body: bare };
  return { marker: item[1] === undefined ? '- ' : `${item[1]}. `, body: bare.slice(item[0].length) };
}

/** Emphasis that does not close within its sentence is dropped. */
function balanceEmphasis(body: string): string {
  const stars = body.match(/\*+/g) ?? [];
  const isBalanced =
    stars.length % 2 === 0 && stars.every((run, index) => index % 2 === 0 || run === stars[index - 1]);
  return isBalanced ? body : body.replace(/\*+/g, '');
}

import type { ComposedReply, ReplyPlan } from '../domain/reply-plan.ts';
import type { Claim } from '../domain/turn.ts';
import { findAffirmed } from './check-claims-affirmed.ts';
import { type CitedText, proveCitations, readCitations, withCited } from './check-claims-citations.ts';
import { clauseEndOf, dropConnective, isMainClause } from './check-claims-clause.ts';
import { comparable, toContext, trustedSentences } from './check-claims-context.ts';
import { balanceEmphasis, readLine } from './check-claims-lines.ts';
import { asksOfFact, namesProduct } from './check-claims-question.ts';
import { createRestater } from './check-claims-restate.ts';
import type { RemovalReason } from './check-claims-rules.ts';
import { breaksSafety } from './check-claims-safety.ts';
import { checkSentence, type SentenceVerdict } from './check-claims-sentence.ts';
import { asksSomething } from './check-claims-talk.ts';
import { createSentenceSplitter, type Sentence } from './check-claims-text.ts';
import { isUnspaced } from './check-claims-words.ts';
import { LONGEST_REPLY } from './fit-screen.ts';

export interface RemovedSentence {
  /** At most 200 characters. */
  readonly text: string;
  readonly reason: RemovalReason;
  /** Facts of it, said in its place in the house's own words. */
  readonly instead?: string;
}

export interface CheckedReply {
  /** Everything that may be said; the concatenation of what `push` gave is its beginning. */
  readonly text: string;
  readonly removed: readonly RemovedSentence[];
  readonly claims: readonly Claim[];
}

export interface ClaimChecker {
  /** Takes a piece of the model's text; gives what may be said now, often nothing: a statement is held until its end. */
  push(delta: string): string;
  /** Whether anything was cut so far. */
  hasCut(): boolean;
  end(): CheckedReply;
}

/** Shorter ones are anybody's words. */
const SHORTEST_TOLD = 24;
const ENDS_IN_LETTER = /(?<!\p{L})\p{L}$/u;
const SENTENCE_END = /[.!?…:。！？]["'”’»)」』*_]*$/;

const oneLine = (text: string): string => comparable(text).replace(/\s+/gu, ' ');

/** "Two that fit:" waits for what it announces. */
interface Announcement {
  readonly text: string;
  readonly sentence: Sentence;
  readonly claims: readonly Claim[];
}

/** The first part of a sentence, said before its end was there. */
interface SaidClause {
  readonly text: string;
  readonly claims: readonly Claim[];
  readonly named: readonly string[];
}

/**
 * Checks a model's text against the plan while it is written. What is not tied to a fact of the plan is cut: amounts, numbers, percentages,
 * discounts, deliveries, stock, superlatives, promises, names, links, markup, claims to be a person, and every word that neither the facts
 * nor plain talk hold. A cut takes the whole sentence, or what follows a first part of it that stands alone; what the cut part told and the
 * plan holds is said in the house's own words in its place. The result is the same however the text is divided; a statement is held
 * until its end, not longer.
 *
 * @param draft The template's text for the same plan: its sentences are true by construction and pass as they are.
 * @param instructions What the model was told to do: no sentence of it is for the shopper.
 */
export function createClaimChecker(
  plan: ReplyPlan,
  draft: ComposedReply,
  { instructions = '' }: { readonly instructions?: string } = {},
): ClaimChecker {
  const told = oneLine(instructions);
  const context = toContext(plan, draft);
  const { language } = plan;
  const names = [...context.facts.titles, ...context.quotable].map(({ phrase }) => phrase);
  const letters = context.facts.values.flatMap(({ phrase }) => (ENDS_IN_LETTER.test(phrase) ? phrase : []));
  const splitter = createSentenceSplitter(names, { clauseEnd: clauseEndOf(language), letters });
  const trusted = trustedSentences(draft, names, context.facts.titles);
  const restate = createRestater(plan);
  const mostCharacters = Math.max(LONGEST_REPLY, draft.text.length);
  const removed: RemovedSentence[] = [];
  const claims: Claim[] = [];
  let text = '';
  let subject: string | undefined;
  /** The sentence before was cut, and with it what this one may go on from. */
  let follows = false;
  /** A product was named in a cut sentence: "it" would be taken for another. */
  let isOrphaned = false;
  let hasNamed = false;
  let breaks = 0;
  let announcement: Announcement | undefined;
  let clause: SaidClause | undefined;
  let question: Sentence | undefined;
  /** The product of a question that was cut: the answer is about it. */
  let asked: string | undefined;

  function say(said: string, { spaced }: Sentence, breaksBefore: number): void {
    const space = spaced || !isUnspaced(language) ? ' ' : '';
    text += `${text === '' ? '' : breaksBefore === 0 ? space : '\n'.repeat(breaksBefore)}${said}`;
  }

  function prove(said: string, proofs: readonly Claim[]): void {
    claims.push(...proofs.filter((claim) => said.includes(claim.text)));
  }

  function flushAnnouncement(): void {
    if (announcement === undefined) return;
    say(announcement.text, announcement.sentence, announcement.sentence.breaks);
    prove(announcement.text, announcement.claims);
    announcement = undefined;
  }

  function remove(sentence: string, reason: RemovalReason, instead?: string): void {
    removed.push({ text: sentence.slice(0, 200), reason, ...(instead === undefined ? {} : { instead }) });
  }

  /** Says what was told in the rest of a sentence; undefined where nothing of it was new and certain. */
  function sayInstead(
    sentence: Sentence,
    rest: string,
    marker: string,
    reason: RemovalReason,
  ): string | undefined {
    const about =
      asked !== undefined ? { subject: asked } : isOrphaned || subject === undefined ? {} : { subject };
    const restated = restate(findAffirmed(rest, reason, { ...context, ...about }), claims);
    if (restated === undefined || text.length + restated.text.length > mostCharacters) return undefined;
    flushAnnouncement();
    say(`${marker}${restated.text}`, sentence, breaks);
    prove(restated.text, restated.claims);
    settle(restated.named);
    return restated.text;
  }

  function judge(sentence: Sentence, { text: body, citations }: CitedText, isItem: boolean): SentenceVerdict {
    const isLong = text.length + body.length > mostCharacters;
    if (sentence.overlong || isLong) return { kept: false, reason: 'too-long', named: [] };
    const own = trusted.get(comparable(body));
    if (own !== undefined && breaksSafety(body) === undefined) return { kept: true, ...own };
    const bare = oneLine(body).replace(/[\p{P}\s]+$/u, '');
    if (bare.length >= SHORTEST_TOLD && told.includes(bare))
      return { kept: false, reason: 'instructions', named: [] };
    if (!sentence.finished && !isItem && !SENTENCE_END.test(body))
      return { kept: false, reason: 'unfinished', named: [] };
    const verdict = checkSentence(body, {
      ...context,
      ...(subject === undefined ? { isUnclear: hasNamed } : { subject }),
    });
    const cited = proveCitations(citations, context.facts.products, language);
    if (verdict.kept && cited === undefined) return { ...verdict, kept: false, reason: 'citation' };
    const isLost = isOrphaned && verdict.kept && verdict.named.length === 0;
    return isLost && verdict.claims.some(({ evidence }) => evidence.startsWith('product:'))
      ? { kept: false, reason: 'dangling', named: [] }
      : withCited(verdict, cited ?? []);
  }

  function takeClause(sentence: Sentence): void {
    const { marker, body } = readLine(sentence.text);
    const cited = readCitations(body);
    const said = follows ? cited.text : dropConnective(cited.text, language);
    if (marker !== '' || !isMainClause(said, language)) return;
    const verdict = judge(sentence, { ...cited, text: said }, false);
    if (!verdict.kept || (clause !== undefined && !said.startsWith(clause.text))) return;
    if (clause === undefined) {
      flushAnnouncement();
      say(said, sentence, Math.max(breaks, sentence.breaks));
    } else text += said.slice(clause.text.length);
    clause = { text: said, claims: verdict.claims, named: verdict.named };
  }

  /** A question that holds a fact is judged with what it is asked for: "Looking for red? Take this one." */
  function take(next: Sentence): void {
    if (question === undefined) {
      if (next.open !== true && asksOfFact(readLine(next.text).body, context)) question = next;
      else takeWhole(next);
      return;
    }
    if (next.open === true) return;
    const { text: before, breaks: breaksBefore, spaced } = question;
    if (namesProduct(next.text, context) && next.breaks === 0) {
      question = undefined;
      takeWhole({
        ...next,
        text: `${before}${isUnspaced(language) ? '' : ' '}${next.text}`,
        breaks: breaksBefore,
        spaced,
      });
      return;
    }
    flushQuestion();
    takeWhole(next);
  }

  function flushQuestion(): void {
    const held = question;
    question = undefined;
    if (held !== undefined) takeWhole(held);
  }

  function takeWhole(sentence: Sentence): void {
    if (sentence.open === true) {
      takeClause(sentence);
      return;
    }
    breaks = Math.max(breaks, sentence.breaks);
    const { marker, body } = readLine(sentence.text);
    if (body === '') return;
    const cited = readCitations(body);
    if (cited.text === '') return;
    const opened = follows ? cited.text : dropConnective(cited.text, language);
    const verdict = judge(sentence, { ...cited, text: opened }, marker !== '');
    const said = `${marker}${balanceEmphasis(opened)}`;
    if (clause !== undefined) finishClause(sentence, said, verdict, clause);
    else if (verdict.kept) keep(sentence, said, verdict);
    else cut(sentence, cited.text, marker, verdict);
  }

  function cut(
    sentence: Sentence,
    body: string,
    marker: string,
    { reason, named }: Extract<SentenceVerdict, { kept: false }>,
  ): void {
    const instead = sayInstead(sentence, body, marker, reason);
    remove(sentence.text, reason, instead);
    follows = false;
    if (named.some((productId) => productId !== subject)) isOrphaned = true;
    asked =
      named.length === 1 && instead === undefined && asksSomething(body, language) ? named[0] : undefined;
  }

  function keep(sentence: Sentence, said: string, verdict: Extract<SentenceVerdict, { kept: true }>): void {
    flushOrDrop(said);
    if (said.endsWith(':'))
      announcement = { text: said, sentence: { ...sentence, breaks }, claims: verdict.claims };
    else {
      flushAnnouncement();
      say(said, sentence, breaks);
      prove(said, verdict.claims);
    }
    settle(verdict.named);
  }

  /** An announcement that another one follows announces nothing. */
  function flushOrDrop(said: string): void {
    if (announcement === undefined || !said.endsWith(':')) return;
    remove(announcement.text, 'dangling');
    announcement = undefined;
  }

  /** Says the rest of a sentence, or ends it where its rest is cut. */
  function finishClause(sentence: Sentence, said: string, verdict: SentenceVerdict, begun: SaidClause): void {
    clause = undefined;
    if (verdict.kept && said.startsWith(begun.text) && !said.endsWith(':')) {
      text += said.slice(begun.text.length);
      prove(said, verdict.claims);
      settle(verdict.named);
      return;
    }
    text += '.';
    prove(begun.text, begun.claims);
    settle(begun.named);
    const reason = verdict.kept ? 'dangling' : verdict.reason;
    const whole = readCitations(readLine(sentence.text).body).text;
    remove(sentence.text.slice(begun.text.length), reason, sayInstead(sentence, whole, '', reason));
  }

  function settle(named: readonly string[]): void {
    breaks = 0;
    follows = true;
    asked = undefined;
    if (named.length === 0) return;
    hasNamed = true;
    isOrphaned = false;
    subject = named.length === 1 ? named[0] : undefined;
  }

  return {
    push(delta) {
      const before = text.length;
      for (const sentence of splitter.push(delta)) take(sentence);
      return text.slice(before);
    },
    hasCut: () => removed.length > 0,
    end() {
      for (const sentence of splitter.end()) take(sentence);
      flushQuestion();
      if (announcement !== undefined) remove(announcement.text, 'dangling');
      announcement = undefined;
      return { text, removed, claims };
    },
  };
}

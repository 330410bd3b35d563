import { html, nothing, type TemplateResult } from 'lit';
import type { Claim, ProductView, Turn } from '../../domain/turn.ts';
import { productLine } from '../components/product-line.ts';
import { scoreParts } from '../components/score-parts.ts';
import { cutAtClaims } from './cut-at-claims.ts';

const BY_WORDS: Readonly<Record<Turn['repliedBy'], string>> = {
  model: 'Assistant · language model',
  embedded: 'Assistant · templates',
  person: 'A person',
};

/** What the assistant answered, with everything that it rests on. @param translation For whoever reads another language. */
export function replyView(
  turn: Turn,
  translation: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const { products, claims, question, review, handoff } = turn;
  return html`<div class="bubble assistant">
    <p class="bubble-who">
      ${BY_WORDS[turn.repliedBy]}
      ${review === undefined ? nothing : html`<span class="tag warm">Held for approval</span>`}
      ${handoff === undefined ? nothing : html`<span class="tag cool">Hands over: ${handoff.reason}</span>`}
      ${(turn.degraded ?? []).map(({ component, reason }) => html`<span class="tag bad" title=${reason}>Without ${component}</span>`)}
    </p>
    <p class="bubble-text" dir="auto">${markClaims(turn.text, claims)}</p>
    ${translation}
    ${question === undefined ? nothing : html`<p class="quiet">Asks for ${question.attribute}: ${question.options.join(', ')}</p>`}
    ${
      products.length === 0
        ? nothing
        : html`<ol class="reply-products">${products.map((product) => productDetails(product))}</ol>`
    }
    <div class="reply-more">
      ${claims.length === 0 ? nothing : evidence(claims, products)} ${howItCame(turn)}
    </div>
  </div>`;
}

const productDetails = (product: ProductView): TemplateResult =>
  html`<li>
    <details class="product-details">
      <summary>${productLine(product)}${product.score === undefined ? nothing : html`<span class="score number">${product.score.toFixed(2)}</span>`}</summary>
      ${(product.reasons ?? []).length === 0 ? nothing : html`<p class="quiet" dir="auto">${(product.reasons ?? []).join(' · ')}</p>`}
      ${scoreParts(product)}
    </details>
  </li>`;

/** Each statement, and where it is from. */
export function evidence(claims: readonly Claim[], products: readonly ProductView[]): TemplateResult {
  const titles = new Map(products.map(({ productId, title }) => [productId, title]));
  return html`<details>
    <summary>Evidence (${claims.length})</summary>
    <table class="evidence">
      <caption class="unseen">Statements and what proves them</caption>
      <tbody>
        ${claims.map(
          ({ text, evidence: source }) =>
            html`<tr><th scope="row" dir="auto">${text}</th><td>${saySource(source, titles)}</td></tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}

/** "product:<id>#price" is the price of a product, as the store has it; everything else is told as it is. */
function saySource(source: string, titles: ReadonlyMap<string, string>): string {
  const [, productId, fact] = /^product:(.+)#([^#]+)$/.exec(source) ?? [];
  if (productId === undefined || fact === undefined) return source;
  return `${fact.replaceAll(/[:-]/g, ' ')} of ${titles.get(productId) ?? productId}`;
}

function howItCame(turn: Turn): TemplateResult {
  const { commands, timing, usage, total, relaxed = [] } = turn;
  return html`<details>
    <summary>How it came about</summary>
    <dl class="facts">
      <dt>Understood by</dt>
      <dd>${turn.understoodBy === 'model' ? 'language model' : 'embedded grammar'}</dd>
      <dt>As</dt>
      <dd>${commands.length === 0 ? 'nothing' : commands.map(({ type }) => html`<code>${type}</code> `)}</dd>
      ${total === undefined ? nothing : html`<dt>Fitting products</dt><dd class="number">${total}</dd>`}
      ${relaxed.length === 0 ? nothing : html`<dt>Given up</dt><dd dir="auto">${relaxed.map(({ words }) => words).join(', ')}</dd>`}
      <dt>Time</dt>
      <dd class="number">${Math.round(timing.totalMs)} ms</dd>
      ${
        usage.inputTokens + usage.outputTokens === 0
          ? nothing
          : html`<dt>Tokens</dt><dd class="number">${usage.inputTokens} in, ${usage.outputTokens} out</dd>`
      }
    </dl>
  </details>`;
}

const markClaims = (text: string, claims: readonly Claim[]): readonly TemplateResult[] =>
  cutAtClaims(text, claims).map(({ text: piece, evidence }) =>
    evidence === undefined ? html`${piece}` : html`<mark class="claim" title=${evidence}>${piece}</mark>`,
  );

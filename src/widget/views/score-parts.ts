import { html, nothing, type TemplateResult } from 'lit';
import type { ProductView } from '../../domain/turn.ts';
import { hasLabel, type Label } from '../widget-labels.ts';

type Part = NonNullable<ProductView['parts']>[number];

/** A contribution that a bar can show. */
const LEAST_SHOWN = 0.001;

/** What a product's place is made of: the reasons in words, then every part of the score as a bar. */
export function scoreParts(product: ProductView, label: Label): TemplateResult | typeof nothing {
  const parts = (product.parts ?? [])
    .filter(({ contribution }) => Math.abs(contribution) >= LEAST_SHOWN)
    .toSorted((left, right) => Math.abs(right.contribution) - Math.abs(left.contribution));
  const reasons = product.reasons ?? [];
  if (parts.length === 0 && reasons.length === 0) return nothing;
  const largest = Math.max(...parts.map(({ contribution }) => Math.abs(contribution)));
  return html`
    <details class="why">
      <summary>${label('why')}</summary>
      ${reasons.length === 0 ? nothing : html`<ul class="reasons">${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>`}
      ${
        parts.length === 0
          ? nothing
          : html`<p class="parts-title">${label('whyParts')}</p>
            <ul class="parts">${parts.map((part) => bar(part, largest, label))}</ul>`
      }
    </details>
  `;
}

function bar(part: Part, largest: number, label: Label): TemplateResult {
  const name = partName(part.signal, label);
  const share = Math.abs(part.contribution);
  const isMinus = part.contribution < 0;
  return html`<li class=${isMinus ? 'part minus' : 'part'}>
    <span class="part-name">${name}</span>
    <meter min="0" max=${largest} value=${share} aria-hidden="true"></meter>
    <span class="part-value">${isMinus ? '−' : '+'}${share.toFixed(2)}</span>
  </li>`;
}

/** "wish:color" and the like name what they are about. */
function partName(signal: string, label: Label): string {
  const [kind = '', name = ''] = signal.split(':');
  const key = `signal-${kind}`;
  return hasLabel(key) ? label(key, { name }) : label('signal-other', { name: signal });
}

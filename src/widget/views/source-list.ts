import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { AnswerSource } from '../../domain/policy-step.ts';
import type { ListContext } from '../list-context.ts';
import { safeAddress } from '../safe-address.ts';
import { formatDay } from './format-details.ts';

/** Which documents of the shop an answer is from, with their words on demand. */
export function sourceList(sources: readonly AnswerSource[], list: ListContext): TemplateResult {
  return html`<section class="sources" role="group" aria-label=${list.label('sources')}>
    <h4>${list.label('sources')}</h4>
    <ul>${sources.map((source) => html`<li>${oneSource(source, list)}</li>`)}</ul>
  </section>`;
}

function oneSource(source: AnswerSource, { label, server, locale }: ListContext): TemplateResult {
  const { title, heading, url, passage, updatedAt } = source;
  const address = safeAddress(url, server);
  const date = formatDay(updatedAt, locale);
  return html`
    <p class="source">
      ${
        address === undefined
          ? html`<span dir="auto">${title}</span>`
          : html`<a href=${address} target="_blank" rel="noopener noreferrer"><span dir="auto">${title}</span><span class="unseen"> (${label('newTab')})</span></a>`
      }
      ${heading === undefined ? nothing : html`<span class="heading" dir="auto">${heading}</span>`}
      ${updatedAt === '' ? nothing : html`<span class="updated">${label('updatedAt', { date })}</span>`}
    </p>
    ${
      passage === undefined
        ? nothing
        : html`<details class="why"><summary>${label('passage')}</summary><blockquote dir="auto">${passage}</blockquote></details>`
    }
  `;
}

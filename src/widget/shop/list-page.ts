import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Fetched } from '../request.ts';
import { chosenValues, type FacetContext, facetPanel, sortField } from './facet-panel.ts';
import { type ListPlace, listAddress } from './list-place.ts';
import { productPages } from './product-pages.ts';
import type { Found } from './shop-client.ts';
import type { ShopLabel } from './shop-labels.ts';
import { notice } from './views.ts';

export interface ListOptions extends Omit<FacetContext, 'facets'> {
  readonly title: string;
  readonly found: Found;
  load(cursor: string): Promise<Fetched<Found>>;
}

/** Products that were searched for or stand in a department, beside what narrows them. */
export function listPage(options: ListOptions): TemplateResult {
  const { found, label, list, title } = options;
  const context = { ...options, facets: found.facets };
  return html`
    <h1 dir="auto">${title}</h1>
    <div class="list">
      ${facetPanel(context)}
      <div class="found">
        <div class="found-head">
          <p class="count" role="status">
            ${countText(found, list, label)}${
              found.dropped.length === 0
                ? nothing
                : html`<br />${label('unknown', { words: dropped(found) })}`
            }
          </p>
          ${sortField(context)}
        </div>
        ${chosenValues(context)}
        <h2 class="unseen">${label('results')}</h2>
        ${
          found.products.length === 0
            ? notice(label('none'))
            : keyed(listAddress(list), productPages(found, label, options.load))
        }
      </div>
    </div>
  `;
}

const dropped = (found: Found): string => found.dropped.map(({ value }) => value).join(', ');

function countText({ total, corrected }: Found, { query }: ListPlace, label: ShopLabel): string {
  if (query === '') return label('inDepartment', { total });
  if (corrected === undefined) return label('found', { total, query });
  return label('foundInstead', { total, query, corrected });
}

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isChosen, type ListPlace, SORTS, type Sort, toggled, withPrices } from './list-place.ts';
import type { Facet } from './shop-client.ts';
import type { ShopLabel } from './shop-labels.ts';

/** Values that are seen before "all" is asked for. */
const FEW = 6;
/** Attributes that stand open where there is room. */
const OPEN = 4;

export interface FacetContext {
  readonly list: ListPlace;
  readonly facets: readonly Facet[];
  readonly currency: string;
  readonly label: ShopLabel;
  onChange(list: ListPlace): void;
}

/** What a list can be narrowed by, each value with how many products choosing it gives. */
export function facetPanel(context: FacetContext): TemplateResult {
  const { facets, label } = context;
  return html`<details class="facets" ?open=${matchMedia('(min-width: 56rem)').matches}>
    <summary>${label('narrow')}</summary>
    ${priceFields(context)}
    ${repeat(
      facets,
      ({ attribute }) => attribute,
      (facet, position) => facetGroup(facet, position < OPEN, context),
    )}
  </details>`;
}

function facetGroup(
  { attribute, label: name, values }: Facet,
  open: boolean,
  context: FacetContext,
): TemplateResult {
  const { list } = context;
  const chosen = values.filter(({ value }) => isChosen(list, attribute, value));
  const shown = values.filter((value, position) => position < FEW || chosen.includes(value));
  const rest = values.filter((value) => !shown.includes(value));
  return html`<details class="facet" ?open=${open || chosen.length > 0}>
    <summary>${name}</summary>
    ${shown.map((value) => choice(attribute, value, context))}
    ${
      rest.length === 0
        ? nothing
        : html`<details class="rest">
            <summary>${context.label('allValues', { count: values.length })}</summary>
            ${rest.map((value) => choice(attribute, value, context))}
          </details>`
    }
  </details>`;
}

function choice(
  attribute: string,
  { value, label, count }: Facet['values'][number],
  { list, onChange }: FacetContext,
): TemplateResult {
  return html`<label class="choice">
    <input type="checkbox" .checked=${isChosen(list, attribute, value)} @change=${() => onChange(toggled(list, attribute, value))} />
    <span dir="auto">${label}</span>
    <span class="quantity">${count}</span>
  </label>`;
}

function priceFields({ list, currency, label, onChange }: FacetContext): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const fields = new FormData(event.target);
    onChange(withPrices(list, String(fields.get('min')), String(fields.get('max'))));
  };
  const field = (name: 'min' | 'max', value: string | undefined) =>
    html`<label><span class="field-name">${label(name === 'min' ? 'priceFrom' : 'priceTo')}</span>
      <input name=${name} inputmode="decimal" maxlength="14" autocomplete="off" .value=${value ?? ''} /></label>`;
  return html`<form class="prices" @submit=${submit}>
    <p>${label('price', { currency })}</p>
    ${field('min', list.minPrice)} ${field('max', list.maxPrice)}
    <button class="quiet">${label('apply')}</button>
  </form>`;
}

/** What narrows the list now, each to be taken away by a tap. */
export function chosenValues({
  list,
  facets,
  label,
  onChange,
}: FacetContext): TemplateResult | typeof nothing {
  const wordOf = (attribute: string, value: string) =>
    facets.find((facet) => facet.attribute === attribute)?.values.find((one) => one.value === value)?.label ??
    value.slice(value.lastIndexOf('>') + 1);
  const chosen = Object.entries(list.filters).flatMap(([attribute, values]) =>
    values.map((value) => ({ word: wordOf(attribute, value), without: toggled(list, attribute, value) })),
  );
  const { minPrice, maxPrice } = list;
  const price =
    minPrice === undefined && maxPrice === undefined
      ? []
      : [{ word: `${minPrice ?? '0'} – ${maxPrice ?? '…'}`, without: withPrices(list, '', '') }];
  const all = [...chosen, ...price];
  if (all.length === 0) return nothing;
  return html`<ul class="chosen" aria-label=${label('chosen')}>
    ${all.map(
      ({ word, without }) => html`<li>
        <button @click=${() => onChange(without)} aria-label=${label('remove', { word })}>
          <span dir="auto">${word}</span><span aria-hidden="true">×</span>
        </button>
      </li>`,
    )}
  </ul>`;
}

export function sortField({ list, label, onChange }: FacetContext): TemplateResult {
  const words: Readonly<Record<Sort, string>> = {
    relevance: label('byRelevance'),
    'price-asc': label('byPriceUp'),
    'price-desc': label('byPriceDown'),
  };
  const change = (event: Event) => {
    const sort = SORTS.find(
      (known) => event.target instanceof HTMLSelectElement && known === event.target.value,
    );
    if (sort !== undefined) onChange({ ...list, sort });
  };
  return html`<label class="sort"><span class="field-name">${label('sort')}</span>
    <select @change=${change}>${SORTS.map((sort) => html`<option value=${sort} ?selected=${sort === list.sort}>${words[sort]}</option>`)}</select>
  </label>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { ScorePart } from '../../domain/ranking.ts';
import type { ProductView } from '../../domain/turn.ts';
import { saySignal } from '../components/score-parts.ts';
import { readerLocale } from '../reader-locale.ts';

const figures = new Intl.NumberFormat(readerLocale(), { minimumFractionDigits: 3, maximumFractionDigits: 3 });

/**
 * A list with every part of every score.
 *
 * @param before The list it is compared with: how far each product moved is told.
 */
export function testedList(
  heading: string,
  products: readonly ProductView[],
  before?: readonly ProductView[],
): TemplateResult {
  const places = new Map(before?.map(({ productId }, index) => [productId, index]));
  return html`<section class="report-part tested-list">
    <h3>${heading}</h3>
    <ol>
      ${products.map(
        (product, index) =>
          html`<li class="tested-product">
            <span class="tested-rank number">${index + 1}</span>
            <details>
              <summary>
                <span class="tested-title">${product.title}</span>
                <span class="number">${product.price.formatted}</span>
                ${before === undefined ? nothing : move(places.get(product.productId), index)}
                <span class="number tested-score">${figures.format(product.score ?? 0)}</span>
              </summary>
              ${partTable(product.parts ?? [])}
            </details>
          </li>`,
      )}
    </ol>
  </section>`;
}

function move(from: number | undefined, to: number): TemplateResult | typeof nothing {
  if (from === undefined) return html`<span class="tag cool">new</span>`;
  if (from === to) return nothing;
  const isUp = to < from;
  const words = `${isUp ? 'up' : 'down'} ${Math.abs(from - to)}`;
  return html`<span class=${isUp ? 'tag good' : 'tag warm'}>${words}</span>`;
}

/** What the score is the sum of, the greatest first. */
function partTable(parts: readonly ScorePart[]): TemplateResult {
  const ordered = parts.toSorted((left, right) => Math.abs(right.contribution) - Math.abs(left.contribution));
  const most = Math.max(0.001, ...ordered.map(({ contribution }) => Math.abs(contribution)));
  return html`<table class="table tested-parts">
    <thead>
      <tr>
        <th scope="col">Part</th>
        <th scope="col" class="number">Weight</th>
        <th scope="col" class="number">Value</th>
        <th scope="col" class="number">Adds</th>
        <th scope="col"><span class="unseen">How much</span></th>
      </tr>
    </thead>
    <tbody>
      ${ordered.map(
        ({ signal, weight, value, contribution }) =>
          html`<tr class=${contribution < 0 ? 'minus' : nothing}>
            <th scope="row" title=${signal}>${saySignal(signal)}</th>
            <td class="number">${figures.format(weight)}</td>
            <td class="number">${figures.format(value)}</td>
            <td class="number">${figures.format(contribution)}</td>
            <td>
              <meter
                min="0"
                max=${most}
                value=${Math.abs(contribution)}
                aria-label=${`${saySignal(signal)}: ${figures.format(contribution)}`}
              ></meter>
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

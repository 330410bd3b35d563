import { html, nothing, type TemplateResult } from 'lit';
import type { SearchTest, TestedSource, TestedWord } from '../../domain/desk/search-test.ts';
import { dataTable } from '../components/data-table.ts';
import { sayCount } from '../insights/say-figure.ts';
import { synonymLink } from './synonym-link.ts';

/** How the words were read, and what each way of looking proposed. */
export function searchReading(test: SearchTest): TemplateResult {
  return html`<div class="report-parts">
    ${readingPart(test)} ${wordsPart(test)} ${sourcesPart(test.sources)} ${facetsPart(test)}
  </div>`;
}

function readingPart({ reading, corrected, applied, dropped, rules }: SearchTest): TemplateResult {
  const { hard, soft } = reading.need;
  const wishes = [...hard, ...soft];
  return html`<section class="report-part">
    <h3>How it was read</h3>
    <dl class="tested-reading">
      <dt>Meant</dt>
      <dd>${reading.commands.map(({ type }) => type.replaceAll('-', ' ')).join(', ') || '–'}</dd>
      <dt>Looked for</dt>
      <dd>${reading.need.query === '' ? '–' : reading.need.query}</dd>
      ${corrected === undefined ? nothing : html`<dt>Read as</dt> <dd>${corrected}</dd>`}
      <dt>Wishes</dt>
      <dd class="actions">
        ${
          wishes.length === 0
            ? '–'
            : wishes.map(
                ({ attribute, operator, value, strength }) =>
                  html`<span class=${strength === 'hard' ? 'tag good' : 'tag'}
                    >${attribute} ${operator} ${value}${strength === 'hard' ? ', must hold' : ''}</span
                  >`,
              )
        }
      </dd>
      <dt>Held</dt>
      <dd>${applied.map(({ attribute, value }) => `${attribute} ${value}`).join(', ') || '–'}</dd>
      <dt>Not used</dt>
      <dd>
        ${
          dropped.length === 0
            ? '–'
            : html`<ul>
                ${dropped.map(
                  ({ attribute, value, reason }) => html`<li>${attribute} ${value}: ${reason}</li>`,
                )}
              </ul>`
        }
      </dd>
      <dt>Rules</dt>
      <dd>${rules.map(({ ruleId }) => ruleId).join(', ') || 'none held'}</dd>
    </dl>
  </section>`;
}

const wordsPart = ({ words, reading }: SearchTest): TemplateResult =>
  html`<section class="report-part">
    <h3>Words</h3>
    ${dataTable<TestedWord>({
      ...{ caption: 'Words', isCaptionUnseen: true, rows: words, empty: 'No word was looked for' },
      key: ({ terms }) => terms.map(({ term }) => term).join(' '),
      columns: [
        { heading: 'Word', cell: ({ terms }) => terms[0]?.term ?? '' },
        {
          heading: 'Stands also for',
          cell: ({ terms }) =>
            terms
              .slice(1, 12)
              .map(({ term, weight }) => `${term} (${weight.toFixed(2)})`)
              .join(', '),
        },
        {
          heading: 'Products',
          isNumber: true,
          cell: ({ products, terms }) =>
            products > 0
              ? sayCount(products)
              : html`<span class="tag bad">not known</span> ${synonymLink(asSaid(terms[0]?.term ?? '', reading.need.query))}`,
        },
      ],
    })}
  </section>`;

/** The index keeps words without their endings; rules are written in those that shoppers say. */
const asSaid = (term: string, query: string): string =>
  query.split(/\s+/u).find((word) => word.toLocaleLowerCase().startsWith(term)) ?? term;

const sourcesPart = (sources: readonly TestedSource[]): TemplateResult =>
  html`<section class="report-part">
    <h3>Where proposals came from</h3>
    ${sources.map(
      ({ source, count, candidates }) =>
        html`<details class="tested-source">
          <summary>${source} <span class="quiet number">${sayCount(count)}</span></summary>
          <ol>
            ${candidates.map(
              ({ title, score }) =>
                html`<li>${title} <span class="quiet number">${score.toFixed(3)}</span></li>`,
            )}
          </ol>
        </details>`,
    )}
  </section>`;

const facetsPart = ({ facets }: SearchTest): TemplateResult =>
  html`<section class="report-part">
    <h3>What can be chosen beside it</h3>
    <dl class="tested-facets">
      ${facets.map(
        ({ label, values }) =>
          html`<dt>${label}</dt>
            <dd>${values.map(({ label: value, count }) => `${value} (${count})`).join(', ')}</dd>`,
      )}
    </dl>
  </section>`;

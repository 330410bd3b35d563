import { html, nothing, type TemplateResult } from 'lit';
import type { CatalogueFault, CatalogueHealth, ImportIssue } from '../../domain/desk/catalogue-health.ts';
import { dataTable } from '../components/data-table.ts';
import { emptyState } from '../components/states.ts';
import { withQuery } from '../desk-client.ts';
import { DeskElement } from '../desk-element.ts';
import { Fetched } from '../fetched.ts';
import { sayCount, sayShare } from '../insights/say-figure.ts';
import type { DeskContext } from '../page.ts';
import { sayDate } from '../say-time.ts';
import { sayFault, sayPlace, sayRemedy } from './fault-words.ts';
import { type FaultRow, groupFaults } from './group-faults.ts';

/** What is wrong with the catalogue, what costs most answers first. */
class DeskCatalogue extends DeskElement {
  static override properties = { context: { attribute: false } };
  declare context: DeskContext;
  /** Called so, and shown one by one. */
  readonly #opened = new Set<string>();
  readonly #health = new Fetched<CatalogueHealth>(this, () =>
    this.context.desk.get<CatalogueHealth>('/v1/desk/catalogue/health'),
  );

  protected override render(): TemplateResult {
    return this.#health.draw(
      (health) => html`<p class="hint">
          ${sayCount(health.products)} products${
            health.publishedAt === undefined ? nothing : `, published ${sayDate(health.publishedAt)}`
          }.
          ${
            health.lists === 0
              ? 'No conversation had a list yet: what a fault costs cannot be told.'
              : `What a fault costs is told by the ${sayCount(health.lists)} newest lists of conversations.`
          }
        </p>
        ${health.lists === 0 ? nothing : howItIsCounted()} ${this.#tables(health.faults)}
        <h2>The last import</h2>
        ${importTables(health)}`,
    );
  }

  /** Those that kept something out of lists stand by themselves, however many others there are. */
  #tables(faults: readonly CatalogueFault[]): TemplateResult {
    if (faults.length === 0) return emptyState('Nothing is wrong with the catalogue');
    const costly = faults.filter(({ cost }) => (cost.leftOut ?? 0) > 0);
    const others = faults.filter((fault) => !costly.includes(fault));
    if (costly.length === 0) return this.#table('Faults, those of most products first', others);
    return html`<h2>Missing from answers</h2>
      ${this.#table('Faults that kept products out of lists', costly)}
      ${
        others.length === 0
          ? nothing
          : html`<h2>Kept nothing out of those lists</h2>
            ${this.#table('Faults that kept nothing out of those lists', others)}`
      }`;
  }

  #table(caption: string, faults: readonly CatalogueFault[]): TemplateResult {
    return faultTable(caption, groupFaults(faults, this.#opened), {
      isOpened: (name) => this.#opened.has(name),
      toggle: (name) => {
        if (!this.#opened.delete(name)) this.#opened.add(name);
        this.requestUpdate();
      },
    });
  }
}

const howItIsCounted = (): TemplateResult =>
  html`<details class="report-definitions">
    <summary>How the cost of a fault is estimated</summary>
    <p class="hint">
      Each list is asked again without the one wish that the fault is about, for the products that have the fault: where one of them fulfils
      everything else, the list counts as “missing from”. That is what the fault may have cost at most: whether the product would have
      fulfilled that wish too is just what the catalogue does not tell. Faults that keep nothing out of lists (a missing picture, say) are
      only laid beside the other products: how many of each stood on any list. That is no proof either, as products with faults may be
      wanted less.
    </p>
  </details>`;

interface Opening {
  isOpened(name: string): boolean;
  toggle(name: string): void;
}

const faultTable = (caption: string, rows: readonly FaultRow[], opening: Opening): TemplateResult =>
  dataTable<FaultRow>({
    ...{ caption, isCaptionUnseen: true, rows },
    key: ({ fault }) => JSON.stringify([fault.kind, fault.attribute, fault.category, fault.language]),
    columns: [
      {
        heading: 'Fault',
        cell: ({ fault, others, isRepeated }) =>
          isRepeated
            ? html`<span class="unseen">${sayFault(fault)}</span>`
            : html`<strong>${sayFault(fault)}</strong>
                ${
                  rows.find((row) => row.fault.kind === fault.kind)?.fault === fault
                    ? html`<span class="hint fault-remedy">${sayRemedy(fault)}</span>`
                    : nothing
                }
                ${others === undefined ? nothing : furtherPlaces(sayFault(fault), others, opening)}`,
      },
      { heading: 'Where', cell: ({ fault }) => sayPlace(fault) },
      { heading: 'Products', isNumber: true, cell: ({ fault }) => sayCount(fault.products) },
      {
        heading: 'Lists it is missing from',
        isNumber: true,
        cell: ({ fault: { cost } }) => (cost.leftOut === undefined ? '–' : sayCount(cost.leftOut)),
      },
      {
        heading: 'On any list; without the fault',
        isNumber: true,
        cell: ({ fault: { cost } }) => `${sayShare(cost.shownShare)}; ${sayShare(cost.othersShownShare)}`,
      },
      { heading: 'Which', cell: ({ fault }) => examplesOf(fault) },
    ],
  });

const furtherPlaces = (
  name: string,
  { faults, products }: NonNullable<FaultRow['others']>,
  { isOpened, toggle }: Opening,
): TemplateResult =>
  html`<button class="button small plain fault-more" type="button" aria-expanded=${isOpened(name) ? 'true' : 'false'} @click=${() => toggle(name)}>
    ${isOpened(name) ? 'Only here' : `And in ${sayCount(faults)} other places, ${sayCount(products)} products`}<span class="unseen">: ${name}</span>
  </button>`;

const examplesOf = ({ examples, products }: CatalogueFault): TemplateResult =>
  html`<details class="fault-examples">
    <summary>${examples.length < products ? `The first ${examples.length}` : 'All'}</summary>
    <ul>
      ${examples.map(
        ({ productId, title, url }) =>
          html`<li>
            ${isSafe(url) ? html`<a href=${url} target="_blank" rel="noreferrer">${title}</a>` : title}
            <span class="quiet">${productId}</span>
            <a href=${withQuery('/desk/search', { q: title })}>Search<span class="unseen"> for ${title}</span></a>
          </li>`,
      )}
    </ul>
  </details>`;

/** A page of the shop: nothing else is led to. */
const isSafe = (url: string | undefined): url is string =>
  url !== undefined && URL.canParse(url) && new URL(url).protocol === 'https:';

function importTables({ imported }: CatalogueHealth): TemplateResult {
  const codes = [
    ...Object.entries(imported.rejectedByCode).map(([code, rows]) => ({ code, rows, what: 'left out' })),
    ...Object.entries(imported.warningsByCode).map(([code, rows]) => ({
      code,
      rows,
      what: 'taken over in part',
    })),
  ];
  if (codes.length === 0) return emptyState('Every row was taken over as it was');
  return html`<div class="report-parts">
    <section class="report-part">
      <h3>What happened to rows</h3>
      ${dataTable<(typeof codes)[number]>({
        ...{ caption: 'What happened to rows', isCaptionUnseen: true, rows: codes },
        key: ({ code, what }) => `${code} ${what}`,
        columns: [
          { heading: 'Code', cell: ({ code }) => html`<code>${code}</code>` },
          { heading: 'Was', cell: ({ what }) => what },
          { heading: 'Rows', isNumber: true, cell: ({ rows }) => sayCount(rows) },
        ],
      })}
    </section>
    <section class="report-part">
      <h3>Some of them</h3>
      ${dataTable<ImportIssue>({
        ...{ caption: 'Some of them', isCaptionUnseen: true, rows: imported.issues },
        key: ({ line, code, id = '' }) => `${line} ${code} ${id}`,
        columns: [
          { heading: 'Line', isNumber: true, cell: ({ line }) => line },
          { heading: 'Product', cell: ({ id = '–' }) => id },
          { heading: 'Why', cell: ({ reason }) => reason },
        ],
      })}
    </section>
  </div>`;
}

customElements.define('desk-catalogue', DeskCatalogue);

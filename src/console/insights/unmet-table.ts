import { html, nothing, type TemplateResult } from 'lit';
import type { DeskReport, ReportTable, UnmetWish } from '../../domain/desk/report.ts';
import { type Column, dataTable } from '../components/data-table.ts';
import { withQuery } from '../desk-client.ts';
import { synonymLink } from '../search/synonym-link.ts';
import { choiceOf, figureAddress, tableAddress } from './report-address.ts';
import { sayBudgets, sayCount } from './say-figure.ts';
import { csvLink } from './tally-table.ts';

/** Wishes that were not fulfilled: by how many people, with what money, and what can be done about words. */
export function unmetTable(
  report: DeskReport,
  table: {
    readonly heading: string;
    readonly hint: string;
    readonly wishes: readonly UnmetWish[];
    readonly name: ReportTable;
    /** What the first column is called. */
    readonly of: string;
    readonly empty: string;
    readonly say: (wish: UnmetWish) => string;
    /** Whether the shop could learn the words. */
    readonly isOfWords?: boolean;
  },
): TemplateResult {
  const choice = choiceOf(report);
  const { heading, wishes, say, isOfWords = false } = table;
  const hasMoney = wishes.some(({ budgets }) => budgets.length > 0);
  const money: Column<UnmetWish> = { heading: 'Budgets named, added up', cell: sayBudgets, isNumber: true };
  const steps: Column<UnmetWish> = { heading: 'What to do', cell: (wish) => stepsFor(wish, choice.market) };
  return html`<section class="report-part unmet ${isOfWords ? 'wide' : ''}">
    <div class="report-head">
      <h3>${heading}</h3>
      ${csvLink(tableAddress(choice, table.name), heading)}
    </div>
    <p class="hint">${table.hint}</p>
    ${
      wishes.length === 0
        ? html`<p class="nothing">${table.empty}</p>`
        : dataTable<UnmetWish>({
            ...{ caption: heading, isCaptionUnseen: true, rows: wishes },
            key: ({ attribute = '', value = '' }) => `${attribute} ${value}`,
            columns: [
              {
                heading: table.of,
                cell: (wish) => html`<span dir="auto">${say(wish)}</span>${alsoSaid(wish)}`,
              },
              { heading: 'People', isNumber: true, cell: ({ people }) => sayCount(people) },
              {
                heading: 'Conversations',
                isNumber: true,
                cell: (wish) =>
                  html`<a href=${figureAddress(choice, wish)}>${sayCount(wish.conversations)}</a>`,
              },
              ...(hasMoney ? [money] : []),
              ...(isOfWords ? [steps] : []),
            ],
          })
    }
  </section>`;
}

const alsoSaid = ({ alsoSaid: words = [] }: UnmetWish): TemplateResult | typeof nothing =>
  words.length === 0
    ? nothing
    : html`<span class="hint row-note" dir="auto">also: ${words.join(', ')}</span>`;

/** Words may stand for something that is sold: how they are searched, and where they can be made to mean it. */
function stepsFor({ value = '', language }: UnmetWish, market: string | undefined) {
  const search = withQuery('/desk/search', { q: value, locale: language, market });
  return html`<span class="unmet-steps">
    <a href=${search}>Search<span class="unseen"> for ${value}</span></a>
    ${synonymLink(value, language)}
  </span>`;
}

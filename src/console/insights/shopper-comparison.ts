import { html, type TemplateResult } from 'lit';
import type { DeskReport, ShopperGroup } from '../../domain/desk/report.ts';
import { dataTable } from '../components/data-table.ts';
import { readerLocale } from '../reader-locale.ts';
import { choiceOf, tableAddress } from './report-address.ts';
import { sayCount, sayInterval, sayMoney, sayShare } from './say-figure.ts';
import { csvLink } from './tally-table.ts';

/** People who chatted beside those who did not, with what that does not mean. */
export function shopperComparison(report: DeskReport): TemplateResult {
  const { shoppers } = report;
  return html`<section class="report-part wide">
    <div class="report-head">
      <h3>People who chatted, beside others</h3>
      ${csvLink(tableAddress(choiceOf(report), 'shoppers'), 'people who chatted')}
    </div>
    <p class="hint">
      This is not what the assistant brings about. Who asks is often about to buy anyway, and people who know what they want do not ask. What
      the assistant changes only a comparison by chance can tell. Counted are people who agreed to be known again and of whom something was
      seen in these days; ranges hold in 95 of 100 cases.
    </p>
    ${
      shoppers.kind === 'too-few'
        ? html`<p>One of the two groups has fewer than ${shoppers.leastPeople} people. Nothing is told of either.</p>`
        : html`${dataTable<readonly [string, ShopperGroup]>({
            ...{ caption: 'People who chatted, beside others', isCaptionUnseen: true },
            rows: [
              ['Chatted', shoppers.chatting],
              ['Did not', shoppers.others],
            ],
            key: ([name]) => name,
            columns: [
              { heading: 'Who', cell: ([name]) => name },
              { heading: 'People', isNumber: true, cell: ([, { people }]) => sayCount(people) },
              { heading: 'Bought', isNumber: true, cell: ([, { buyers }]) => sayCount(buyers) },
              {
                heading: 'Share that bought',
                isNumber: true,
                cell: ([, { conversion }]) => sayInterval(conversion, sayShare),
              },
              { heading: 'Spent by a buyer', isNumber: true, cell: ([, { spent }]) => saySpent(spent) },
            ],
          })}
            <p>
              The shares differ by ${sayPoints(shoppers.difference.value)} points; with so many people, a difference between
              ${sayPoints(shoppers.difference.low)} and ${sayPoints(shoppers.difference.high)} fits as well.
            </p>`
    }
  </section>`;
}

const points = new Intl.NumberFormat(readerLocale(), { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const sayPoints = (share: number): string => points.format(share * 100);

const saySpent = (spent: ShopperGroup['spent']): string =>
  spent.length === 0
    ? 'no orders known'
    : spent
        .map(({ currency, ...interval }) => sayInterval(interval, (amount) => sayMoney(amount, currency)))
        .join('; ');

import { html, nothing, type TemplateResult } from 'lit';
import type { DeskReport, UnmetWish } from '../../domain/desk/report.ts';
import { DeskElement } from '../desk-element.ts';
import { Fetched } from '../fetched.ts';
import type { DeskContext } from '../page.ts';
import { serverNow } from '../server-clock.ts';
import { keyFigures } from './key-figures.ts';
import { insightsAddress, type ReportChoice, readChoice, toQuery } from './report-address.ts';
import { type ReportPlots, reportFigures } from './report-figures.ts';
import { definitions, timeNote } from './report-notes.ts';
import { drawDays, drawHours } from './report-plots.ts';
import { sayCount, sayTally } from './say-figure.ts';
import { type ShopMarket, scopeControls } from './scope-controls.ts';
import { shopperComparison } from './shopper-comparison.ts';
import { tallyTable } from './tally-table.ts';
import { unmetTable } from './unmet-table.ts';
import { workTables } from './work-tables.ts';

/** What happened in conversations, the numbers that matter first. */
class DeskInsights extends DeskElement {
  static override properties = { context: { attribute: false } };
  declare context: DeskContext;
  #asked = '';
  #markets: readonly ShopMarket[] = [];
  readonly #plots = new WeakMap<DeskReport, ReportPlots>();
  readonly #report = new Fetched<DeskReport>(this, () =>
    this.context.desk.get<DeskReport>('/v1/desk/reports', toQuery(this.#choice())),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#readMarkets();
  }

  async #readMarkets(): Promise<void> {
    const answer = await this.context.desk.get<{ markets: readonly ShopMarket[] }>('/v1/markets');
    if (answer.kind === 'ok') this.#markets = answer.value.markets;
    this.requestUpdate();
  }

  protected override willUpdate(): void {
    const asked = this.context.place.query.toString();
    if (asked !== this.#asked && this.hasUpdated) void this.#report.reload();
    this.#asked = asked;
  }

  readonly #choice = (): ReportChoice => readChoice(this.context.place.query, serverNow());

  protected override render(): TemplateResult {
    return html`${scopeControls({
      ...{ choice: this.#choice(), markets: this.#markets, nowMs: serverNow() },
      onChange: (choice) => this.context.go(insightsAddress(choice), { replace: true }),
    })}
    <div aria-busy=${this.#report.isLoading ? 'true' : 'false'}>
      ${this.#report.draw((report) => this.#drawn(report))}
    </div>`;
  }

  #drawn(report: DeskReport): TemplateResult {
    const { wanted, notFound } = report;
    return html`${timeNote(report)} ${keyFigures(report)} ${this.#drawPlots(report)}
      <h2>Asked for</h2>
      <div class="report-parts">
        ${tallyTable(report, {
          ...{ heading: 'Kinds of things', of: 'Kind', name: 'kinds', rows: wanted.kinds },
          ...{ empty: 'Nothing was asked for', say: ({ value = '' }) => value },
        })}
        ${tallyTable(report, {
          ...{ heading: 'What they should be like', of: 'Wish', name: 'wishes', rows: wanted.wishes },
          empty: 'Nothing was wished for',
        })}
        ${tallyTable(report, {
          ...{ heading: 'What messages were about', of: 'Subject', name: 'subjects', rows: wanted.subjects },
          ...{ empty: 'No messages', say: ({ value = '' }) => value.replaceAll('-', ' ') },
        })}
      </div>
      <h2>Not found</h2>
      <div class="report-parts roomy">
        ${unmetTable(report, {
          ...{ heading: 'Words the shop does not know', of: 'Words', name: 'unknown', isOfWords: true },
          ...{ wishes: notFound.unknown.told, empty: 'No words that several people said' },
          ...{ hint: sayWithheld(notFound.unknown), say: sayWords },
        })}
        ${unmetTable(report, {
          ...{ heading: 'Nothing fitted', of: 'Kind', name: 'nothing', wishes: notFound.nothing },
          hint: 'Asked for, and no product of the shop fulfilled it.',
          ...{ empty: 'Something fitted every time', say: ({ value = 'anything' }) => value },
        })}
        ${unmetTable(report, {
          ...{ heading: 'Wishes that were given up', of: 'Wish', name: 'relaxed', wishes: notFound.relaxed },
          hint: `Without them something was there, and that was said: in ${sayCount(notFound.givenUp.conversations)} conversations.`,
          ...{ empty: 'No wish had to be given up', say: sayTally },
        })}
      </div>
      <h2>Buying</h2>
      <div class="report-parts">${shopperComparison(report)}</div>
      <h2>Work and cost</h2>
      <div class="report-parts">${workTables(report)}</div>
      ${definitions()}`;
  }

  #drawPlots(report: DeskReport): TemplateResult | typeof nothing {
    if (report.messages === 0) return nothing;
    const plots = this.#plots.get(report) ?? { days: drawDays(report), hours: drawHours(report) };
    this.#plots.set(report, plots);
    return reportFigures(report, plots);
  }
}

const sayWords = ({ attribute, value = '' }: UnmetWish): string =>
  attribute === undefined ? value : `${attribute}: ${value}`;

const sayWithheld = ({ withheld, leastPeople }: DeskReport['notFound']['unknown']): string =>
  `No product holds them, or is such a thing; what means the same is one line.${
    withheld === 0
      ? ''
      : ` ${sayCount(withheld)} more, said by fewer than ${leastPeople} people, are not shown: they may be a name.`
  }`;

customElements.define('desk-insights', DeskInsights);

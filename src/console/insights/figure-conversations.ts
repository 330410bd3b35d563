import { html, nothing, type TemplateResult } from 'lit';
import type { QueueItem } from '../../domain/desk/queue.ts';
import { dataTable } from '../components/data-table.ts';
import { emptyState } from '../components/states.ts';
import { DeskElement } from '../desk-element.ts';
import { Fetched } from '../fetched.ts';
import type { DeskContext } from '../page.ts';
import { sayDate } from '../say-time.ts';
import { serverNow } from '../server-clock.ts';
import { isMetric, sayFigure } from './figure-words.ts';
import {
  conversationsFile,
  type FigureName,
  insightsAddress,
  readChoice,
  toQuery,
} from './report-address.ts';
import { csvLink } from './tally-table.ts';

interface Page {
  readonly conversations: readonly QueueItem[];
  readonly next?: string;
}

/** The conversations that a figure counts. */
class DeskFigure extends DeskElement {
  static override properties = { context: { attribute: false } };
  declare context: DeskContext;
  readonly #page = new Fetched<Page>(this, () => this.#read());

  #figure(): FigureName | undefined {
    const { query } = this.context.place;
    const metric = query.get('metric') ?? '';
    const [attribute, value] = [query.get('attribute'), query.get('value')];
    if (!isMetric(metric)) return undefined;
    return { metric, ...(attribute === null ? {} : { attribute }), ...(value === null ? {} : { value }) };
  }

  #read(after?: string) {
    const choice = readChoice(this.context.place.query, serverNow());
    const query = { ...toQuery(choice), ...this.#figure(), after };
    return this.context.desk.get<Page>('/v1/desk/reports/conversations', query);
  }

  async #readMore(page: Page): Promise<void> {
    const answer = await this.#read(page.next);
    if (answer.kind !== 'ok') return this.context.tell(answer.problem.detail, 'failed');
    const { value } = answer;
    this.#page.extend(page, { ...value, conversations: [...page.conversations, ...value.conversations] });
  }

  protected override render(): TemplateResult {
    const figure = this.#figure();
    const choice = readChoice(this.context.place.query, serverNow());
    if (figure === undefined)
      return html`<h1>Conversations</h1>
        ${emptyState('There is no such figure', '', html`<a href=${insightsAddress(choice)}>To the insights</a>`)}`;
    return html`<p><a href=${insightsAddress(choice)}>Insights</a></p>
      <div class="report-head">
        <h1>${sayFigure(figure)}</h1>
        ${
          this.context.may('conversations-export')
            ? csvLink(conversationsFile(choice, figure), 'these conversations')
            : nothing
        }
      </div>
      <p class="hint">${choice.from} to ${choice.to}</p>
      ${this.#page.draw((page) => this.#table(page))}`;
  }

  #table(page: Page): TemplateResult {
    return html`${dataTable<QueueItem>({
      ...{ caption: 'Conversations, newest first', isCaptionUnseen: true, rows: page.conversations },
      ...{ key: ({ conversationId }) => conversationId, empty: 'No conversation' },
      columns: [
        {
          heading: 'Last words',
          cell: ({ conversationId, lastWords }) =>
            html`<a class="figure-words" href=${`/desk/conversations/${encodeURIComponent(conversationId)}`}
              >${lastWords === '' ? 'Nothing said yet' : lastWords}</a
            >`,
        },
        { heading: 'Wants', cell: ({ wants }) => wants },
        { heading: 'Market', cell: ({ market, locale }) => `${market} · ${locale}` },
        { heading: 'Messages', isNumber: true, cell: ({ messages }) => messages },
        { heading: 'Outcome', cell: ({ outcome = '' }) => outcome.replaceAll('-', ' ') },
        { heading: 'Last', cell: ({ updatedAt }) => sayDate(updatedAt) },
      ],
    })}
    ${
      page.next === undefined
        ? nothing
        : html`<div class="actions">
            <button class="button" type="button" @click=${() => void this.#readMore(page)}>More</button>
          </div>`
    }`;
  }
}

customElements.define('desk-figure', DeskFigure);

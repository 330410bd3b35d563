import { html, nothing, type TemplateResult } from 'lit';
import type { AgentAccount } from '../../domain/agent.ts';
import type { AuditEntryView, AuditPage } from '../../domain/desk/session.ts';
import { dataTable } from '../components/data-table.ts';
import { textField } from '../components/field.ts';
import { DeskElement } from '../desk-element.ts';
import { Fetched } from '../fetched.ts';
import type { DeskContext } from '../page.ts';
import { sayDate } from '../say-time.ts';
import { sayAction } from './action-words.ts';

const AT_ONCE = 100;

/** The log, newest first, and whether it is as it was written. */
class DeskAudit extends DeskElement {
  static override properties = { context: { attribute: false } };
  declare context: DeskContext;
  #action = '';
  /** By which the entries on the page were chosen. */
  #asked = '';
  #names: ReadonlyMap<string, string> = new Map();
  #isComplete = false;
  readonly #log = new Fetched<AuditPage>(this, async () => {
    this.#asked = this.#action;
    const answer = await this.context.desk.get<AuditPage>('/v1/desk/audit', this.#query());
    if (answer.kind === 'ok') this.#isComplete = answer.value.entries.length < AT_ONCE;
    return answer;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.context.may('agents-manage')) void this.#readNames();
  }

  /** Auditors read ids alone: who people are is not theirs to know. */
  async #readNames(): Promise<void> {
    const answer = await this.context.desk.get<{ agents: readonly AgentAccount[] }>('/v1/desk/agents');
    if (answer.kind !== 'ok') return;
    this.#names = new Map(answer.value.agents.map(({ agentId, firstName }) => [agentId, firstName]));
    this.requestUpdate();
  }

  #query(before?: number) {
    return { limit: AT_ONCE, before, action: this.#asked === '' ? undefined : this.#asked };
  }

  async #readOlder(page: AuditPage): Promise<void> {
    const before = page.entries.at(-1)?.number;
    const answer = await this.context.desk.get<AuditPage>('/v1/desk/audit', this.#query(before));
    if (answer.kind !== 'ok') return this.context.tell(answer.problem.detail, 'failed');
    const { entries } = answer.value;
    this.#log.extend(page, { ...page, entries: [...page.entries, ...entries] });
    if (this.#log.value !== page) this.#isComplete = entries.length < AT_ONCE;
  }

  protected override render(): TemplateResult {
    return this.#log.draw(
      (page) => html`${this.#state(page)}
        <form
          class="audit-filter"
          role="search"
          @submit=${(event: Event) => {
            event.preventDefault();
            void this.#log.reload();
          }}
        >
          ${textField({
            id: 'audit-action',
            label: 'Only what begins with',
            hint: 'The grey words of an entry: “session”, “customer.erase”, “rule”.',
            type: 'search',
            autocomplete: 'off',
            value: this.#action,
            onInput: (value) => {
              this.#action = value.trim().toLowerCase();
            },
          })}
          <button class="button">Show</button>
        </form>
        ${this.#table(page.entries)}
        ${
          this.#isComplete
            ? nothing
            : html`<div class="actions">
                <button class="button" type="button" @click=${() => void this.#readOlder(page)}>Earlier ones</button>
              </div>`
        }`,
    );
  }

  #state({ firstBroken, head }: AuditPage): TemplateResult {
    if (firstBroken !== undefined)
      return html`<div class="chain broken" role="alert">
        <p class="state-heading">The log was changed</p>
        <p>Entry ${firstBroken} does not follow from those before it: it, or one before it, is not as it was written.</p>
      </div>`;
    if (head === undefined) return html`<div class="chain"><p>Nothing was done yet.</p></div>`;
    return html`<div class="chain">
      <p class="state-heading">Every entry follows from the one before it</p>
      <p class="hint">
        The newest is <code>${head.number}:${head.hash}</code>. Whoever keeps it elsewhere sees as well when the end of the log is cut off:
        <code>floorwalker audit verify --head …</code>
      </p>
    </div>`;
  }

  #table(entries: readonly AuditEntryView[]): TemplateResult {
    return dataTable<AuditEntryView>({
      caption: 'What was done, newest first',
      isCaptionUnseen: true,
      isStacked: true,
      rows: entries,
      key: ({ number }) => String(number),
      empty: 'Nothing of this kind was done',
      columns: [
        { heading: 'Number', isNumber: true, cell: ({ number }) => number },
        { heading: 'When', cell: ({ at }) => html`<time datetime=${at}>${sayDate(at)}</time>` },
        { heading: 'Who', cell: ({ actor }) => this.#names.get(actor) ?? actor },
        {
          heading: 'What',
          cell: ({ action }) => html`<span>${sayAction(action)} <code class="quiet">${action}</code></span>`,
        },
        { heading: 'Of what', cell: ({ subject }) => this.#names.get(subject) ?? subject },
        {
          heading: 'Details',
          cell: ({ details }) =>
            Object.entries(details)
              .map(([name, value]) => `${name}: ${value}`)
              .join(', '),
        },
      ],
    });
  }
}

customElements.define('desk-audit', DeskAudit);

import { html, nothing, type TemplateResult } from 'lit';
import type { CaseReview, CaseState, FrozenCase } from '../../domain/desk/case.ts';
import type { WrittenConversation } from '../../domain/desk/written-conversation.ts';
import { caseTurn } from '../cases/case-turn.ts';
import { dataTable } from '../components/data-table.ts';
import { textField } from '../components/field.ts';
import { problemLine } from '../components/states.ts';
import { DeskElement } from '../desk-element.ts';
import { Fetched } from '../fetched.ts';
import type { DeskContext } from '../page.ts';
import type { Problem } from '../problem.ts';
import { sayDate } from '../say-time.ts';

const ROOT = '/v1/desk/cases';
const TONES: Readonly<Record<CaseState, string>> = { proposed: 'warm', kept: 'good', dropped: '' };

export const page = (context: DeskContext): TemplateResult =>
  context.place.params.caseId === undefined
    ? html`<desk-cases .context=${context}></desk-cases>`
    : html`<desk-case .context=${context} .caseId=${context.place.params.caseId}></desk-case>`;

/** Conversations that were frozen. */
class DeskCases extends DeskElement {
  static override properties = { context: { attribute: false } };
  declare context: DeskContext;
  readonly #cases = new Fetched<{ readonly cases: readonly FrozenCase[] }>(this, () =>
    this.context.desk.get(ROOT),
  );

  protected override render(): TemplateResult {
    return html`<div class="page">
      <h1>Cases</h1>
      <p class="quiet">
        Conversations that were frozen. The kept ones are played before rules, synonyms, weights or house rules are published.
      </p>
      ${this.#cases.draw(({ cases }) =>
        dataTable<FrozenCase>({
          caption: 'Frozen conversations, the newest first',
          isCaptionUnseen: true,
          rows: cases,
          key: ({ caseId }) => caseId,
          empty: 'Nothing is frozen yet. “Freeze as a case” stands under “More” of a conversation',
          columns: [
            {
              heading: 'Case',
              cell: ({ caseId, written }) =>
                html`<a href=${`/desk/cases/${encodeURIComponent(caseId)}`} dir="auto">${written.id}</a>`,
            },
            {
              heading: 'Begins with',
              cell: ({ written }) => html`<span dir="auto">${written.turns[0]?.say}</span>`,
            },
            { heading: 'Messages', cell: ({ written }) => html`${written.turns.length}` },
            {
              heading: 'State',
              cell: ({ state }) => html`<span class=${`tag ${TONES[state]}`}>${state}</span>`,
            },
            { heading: 'Frozen', cell: ({ at, by }) => `${sayDate(at)}, ${by.firstName}` },
            { heading: 'Looked through', cell: ({ reviewedBy }) => reviewedBy?.firstName ?? '' },
          ],
        }),
      )}
    </div>`;
  }
}
customElements.define('desk-cases', DeskCases);

/** One of them, to be looked through, edited, kept or dropped. */
class DeskCase extends DeskElement {
  static override properties = { context: { attribute: false }, caseId: {} };
  declare context: DeskContext;
  declare caseId: string;
  #written: WrittenConversation | undefined;
  #problem: Problem | undefined;
  #isSaving = false;
  readonly #review = new Fetched<CaseReview>(this, () =>
    this.context.desk.get(`${ROOT}/${encodeURIComponent(this.caseId)}`),
  );

  #edit(written: WrittenConversation): void {
    this.#written = written;
    this.requestUpdate();
  }

  async #save({ version }: FrozenCase, state: CaseState, written: WrittenConversation): Promise<void> {
    if (this.#isSaving) return;
    this.#isSaving = true;
    const path = `${ROOT}/${encodeURIComponent(this.caseId)}`;
    const answer = await this.context.desk.send<FrozenCase>(
      'PUT',
      path,
      { state, written },
      { ifMatch: version },
    );
    this.#isSaving = false;
    this.#problem = answer.kind === 'refused' ? answer.problem : undefined;
    if (answer.kind === 'ok') {
      await this.#review.reload();
      if (this.#written === written) this.#written = undefined;
      this.context.tell(`${written.id}: ${answer.value.state}.`);
    }
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <p><a href="/desk/cases">All cases</a></p>
      <h1>Case</h1>
      ${this.#review.draw((review) => this.#form(review))}
    </div>`;
  }

  #form(review: CaseReview): TemplateResult {
    const { state } = review.case;
    const written = this.#written ?? review.case.written;
    const misses = this.#written === undefined ? review.misses : [];
    return html`<form
      class="case-form"
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.#save(review.case, 'kept', written);
      }}
    >
      <p>
        <span class=${`tag ${TONES[state]}`}>${state}</span>
        ${misses.length === 0 ? html`<span class="quiet">holds in the shop as it is</span>` : nothing}
      </p>
      ${textField({
        id: 'case-id',
        label: 'Name',
        hint: 'A sentence with hyphens that says what must be so; nothing of a person',
        required: true,
        maxLength: 200,
        value: written.id,
        onInput: (id) => this.#edit({ ...written, id }),
      })}
      ${written.turns.map((turn, at) =>
        caseTurn({
          turn,
          number: at + 1,
          marks: review.marks?.[at] ?? [],
          misses: misses.filter((miss) => miss.turn === at + 1),
          doubts: review.doubts.filter((miss) => miss.turn === at + 1),
          onChange: (changed) =>
            this.#edit({
              ...written,
              turns: written.turns.map((each, index) => (index === at ? changed : each)),
            }),
        }),
      )}
      ${problemLine(this.#problem)}
      <div class="actions">
        <button
          class="button danger"
          type="button"
          ?disabled=${state === 'dropped'}
          @click=${() => this.#save(review.case, 'dropped', written)}
        >
          Drop
        </button>
        <button class="button" type="button" @click=${() => this.#save(review.case, state, written)}>Save</button>
        <button class="button main">Keep</button>
      </div>
    </form>`;
  }
}
customElements.define('desk-case', DeskCase);

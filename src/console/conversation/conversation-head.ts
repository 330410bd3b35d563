import { html, nothing, type TemplateResult } from 'lit';
import type { Colleague, Outcome, QueueItem, Viewer } from '../../domain/desk/queue.ts';
import { dialog } from '../components/dialog.ts';
import { icon } from '../components/icon.ts';
import { type LineTag, lineHeading, linePlace, lineTag, OUTCOME_WORDS } from '../queue/say-line.ts';

/** Of `Outcome`, in the order they are offered; the domain is types only here. */
const OUTCOMES = Object.keys(OUTCOME_WORDS) as readonly Outcome[];

export interface ConversationHeadView {
  readonly item: QueueItem;
  readonly viewers: readonly Viewer[];
  readonly ownId: string;
  readonly nowMs: number;
  readonly canAnswer: boolean;
  readonly isConnected: boolean;
  /** Whom it may be given to. */
  readonly colleagues: readonly Colleague[];
  /** How words in other languages are read. */
  readonly reading: TemplateResult | typeof nothing;
  onTake(): void;
  onGive(agentId: string): void;
  onFreeze(): void;
  onHandBack(): void;
  onFinish(): void;
}

/** Who answers, who else looks, and taking over, handing back and closing. */
export function conversationHead(view: ConversationHeadView): TemplateResult {
  const { item, ownId } = view;
  const tag: LineTag =
    item.state === 'assistant' && item.heldUntil === undefined
      ? { text: 'Assistant answers', tone: 'good' }
      : lineTag(item, view.nowMs);
  const others = view.viewers.filter(({ agentId }) => agentId !== ownId);
  const editing = others.filter(({ isEditing }) => isEditing).map(({ firstName }) => firstName);
  return html`<header class="talk-head">
    <a class="button plain square talk-back" href="/desk/queue" aria-label="Back to the queue">${icon('back')}</a>
    <div class="talk-title">
      <h2 dir="auto">${lineHeading(item)}</h2>
      <p class="talk-facts">
        <span class="tag ${tag.tone}">${tag.text}</span>
        <span>${linePlace(item)}</span>
        <span>${item.isCustomer ? 'Customer' : 'Visitor'}</span>
        ${item.satisfaction === undefined ? nothing : html`<span>Satisfaction ${item.satisfaction} of 5</span>`}
        ${
          others.length === 0
            ? nothing
            : html`<span class="tag ${editing.length > 0 ? 'warm' : ''}">${icon('person')}${others.map(({ firstName }) => firstName).join(', ')}</span>`
        }
      </p>
    </div>
    ${view.canAnswer ? answering(view) : nothing}
    ${view.reading}
    ${
      editing.length === 0
        ? nothing
        : html`<p class="talk-warning" role="status">${editing.join(' and ')} ${editing.length === 1 ? 'is' : 'are'} working on an answer here.</p>`
    }
    ${view.isConnected ? nothing : html`<p class="talk-warning bad" role="status">No connection. What you write is kept, and can be sent when it is back.</p>`}
  </header>`;
}

function answering(view: ConversationHeadView): TemplateResult {
  const { item, ownId, onTake, onHandBack, onFinish } = view;
  const isMine = item.state === 'person' && item.agent?.agentId === ownId;
  return html`<div class="actions">
    ${
      isMine
        ? html`<button class="button" type="button" @click=${() => onHandBack()}>Hand back</button>`
        : html`<button class="button" type="button" @click=${() => onTake()}>
            ${item.state === 'person' ? `Take over from ${item.agent?.firstName ?? 'a colleague'}` : 'Take over'}
          </button>`
    }
    ${more(view)}
    ${item.state === 'closed' ? nothing : html`<button class="button" type="button" @click=${() => onFinish()}>Close…</button>`}
  </div>`;
}

/** What is wanted seldom. It closes when the focus leaves it. */
const more = ({ colleagues, onGive, onFreeze }: ConversationHeadView): TemplateResult =>
  html`<details
    class="more"
    @focusout=${({ currentTarget, relatedTarget }: FocusEvent) => {
      const isInside = relatedTarget instanceof Node && (currentTarget as Node).contains(relatedTarget);
      if (currentTarget instanceof HTMLDetailsElement && !isInside) currentTarget.open = false;
    }}
  >
    <summary class="button">More</summary>
    <div
      class="more-choices"
      @click=${({ currentTarget }: Event) => {
        if (currentTarget instanceof Element) currentTarget.closest('details')?.removeAttribute('open');
      }}
    >
      ${colleagues.map(
        ({ agentId, firstName }) =>
          html`<button class="button plain" type="button" @click=${() => onGive(agentId)}>Give to ${firstName}</button>`,
      )}
      <button class="button plain" type="button" @click=${() => onFreeze()}>Freeze as a case</button>
    </div>
  </details>`;

export const closingDialog = (options: {
  readonly outcome: Outcome;
  onOutcome(outcome: Outcome): void;
  onConfirm(): void;
  onClose(): void;
}): TemplateResult =>
  dialog({
    heading: 'Close this conversation',
    body: html`<fieldset class="outcomes">
      <legend>How did it end?</legend>
      ${OUTCOMES.map(
        (outcome) => html`<label class="check"
          ><input
            type="radio"
            name="outcome"
            .checked=${outcome === options.outcome}
            @change=${() => options.onOutcome(outcome)}
          />${OUTCOME_WORDS[outcome]}</label
        >`,
      )}
    </fieldset>
    <p class="hint">When the shopper writes again, it opens again and the assistant answers.</p>`,
    actions: html`<button class="button" type="button" @click=${() => options.onClose()}>Cancel</button>
      <button class="button main">Close it</button>`,
    onClose: () => options.onClose(),
    onSubmit: () => options.onConfirm(),
  });

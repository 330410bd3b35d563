import { html, nothing, type TemplateResult } from 'lit';
import type { Draft } from '../../domain/desk/draft.ts';
import { areaField, textField } from '../components/field.ts';
import { icon } from '../components/icon.ts';
import { problemLine } from '../components/states.ts';
import { isPassing } from '../problem.ts';
import { sayCountdown } from '../say-time.ts';
import type { Advice, RefineKind, RefineSending } from './refine-sending.ts';
import type { RefineWork } from './refine-work.ts';

const MOST_CHARACTERS = 2_000;
const MOST_REASON_CHARACTERS = 300;
/** Below, the time that is left stands out. */
const URGENT_MS = 60_000;

export function refineHead(view: {
  readonly kind: RefineKind;
  readonly draft: Draft;
  readonly work: RefineWork;
  /** What changes meanwhile is the agent's own doing, until the server says otherwise. */
  readonly isSending: boolean;
  readonly nowMs: number;
  onTakeTheirs(): void;
  onKeepMine(): void;
  onUseWords(text: string): void;
}): TemplateResult {
  const { draft, work } = view;
  const [collision, leftWords] = view.isSending ? [] : [work.collision, work.leftWords];
  return html`<div class="refine-head">
      <h2 id="refine-heading">${HEADINGS[view.kind]}</h2>
      ${draftTag(draft, view.nowMs)}
    </div>
    ${draft.changedBy === undefined || view.kind === 'suggested' ? nothing : html`<p class="hint">Last saved by ${draft.changedBy.firstName}</p>`}
    ${
      collision === undefined
        ? nothing
        : html`<div class="collision" role="alert">
            <p><strong>${collision.by} changed this reply meanwhile.</strong> Nothing of yours is lost.</p>
            <ul>${collision.changes.map((change) => html`<li dir="auto">${change}</li>`)}</ul>
            <div class="actions">
              <button class="button small" type="button" @click=${() => view.onTakeTheirs()}>Take theirs</button>
              <button class="button small" type="button" @click=${() => view.onKeepMine()}>Keep mine</button>
            </div>
          </div>`
    }
    ${
      leftWords === undefined
        ? nothing
        : html`<div class="collision">
            <p>The shopper said something else meanwhile. You had written: “<span dir="auto">${leftWords}</span>”</p>
            <button class="button small" type="button" @click=${() => view.onUseWords(leftWords)}>Use these words</button>
          </div>`
    }`;
}

const HEADINGS: Readonly<Record<RefineKind, string>> = {
  held: 'Reply to approve',
  shown: 'List the shopper has',
  suggested: 'What the assistant would say',
};

function draftTag({ heldUntil, state }: Draft, nowMs: number): TemplateResult | typeof nothing {
  if (state === 'lapsed')
    return html`<span class="tag bad">Overdue: the shopper was told it takes longer</span>`;
  if (heldUntil === undefined || state !== 'waiting') return nothing;
  const leftMs = Date.parse(heldUntil) - nowMs;
  return html`<span class="tag ${leftMs < URGENT_MS ? 'bad' : 'warm'}" role="timer">Held for ${sayCountdown(leftMs)}</span>`;
}

export function refineWords(view: {
  readonly kind: RefineKind;
  readonly work: RefineWork;
  /** Below the words: what they say in the agent's own language, and writing in it. */
  readonly inOwn: TemplateResult;
  readonly isLocked: boolean;
  readonly check: readonly Advice[] | undefined;
  onText(text: string | undefined): void;
  onReason(reason: string): void;
}): TemplateResult {
  const { work, isLocked, check } = view;
  const { text, reason } = work.refinement;
  const { proposed } = work.draft;
  const given = view.kind === 'shown' ? '' : proposed.text;
  return html`<div class="refine-words">
    ${areaField({
      id: 'reply-words',
      label: 'Words',
      value: text ?? given,
      ...(view.kind === 'shown' && { hint: 'Left empty, the shopper is told that you looked at the list.' }),
      rows: 4,
      maxLength: MOST_CHARACTERS,
      disabled: isLocked,
      onInput: (written) => view.onText(written === given ? undefined : written),
    })}
    <div class="actions">
      ${
        given === ''
          ? nothing
          : html`<button class="button plain small" type="button" ?disabled=${isLocked} @click=${() => view.onText('')}>Write afresh</button>`
      }
      ${
        text === undefined
          ? nothing
          : html`<button class="button plain small" type="button" ?disabled=${isLocked} @click=${() => view.onText(undefined)}>${given === '' ? 'Without words' : 'Words of the assistant'}</button>`
      }
    </div>
    ${view.inOwn}
    ${
      check === undefined
        ? nothing
        : html`<div class="advice" role="status">
            ${check.length === 0 ? html`<p class="tag good">${icon('check')}Nothing in it that the store does not hold</p>` : html`<ul>${check.map(({ text: sentence, reason: why }) => html`<li><span dir="auto">“${sentence}”</span> <span class="quiet">${why.replaceAll('-', ' ')}</span></li>`)}</ul>`}
          </div>`
    }
    ${
      work.isEdited
        ? textField({
            id: 'refine-reason',
            label: 'Why (for colleagues, and to learn from)',
            value: reason ?? '',
            maxLength: MOST_REASON_CHARACTERS,
            disabled: isLocked,
            onInput: view.onReason,
          })
        : nothing
    }
  </div>`;
}

export function refineFoot(view: {
  readonly work: RefineWork;
  readonly sending: RefineSending;
  readonly isLocked: boolean;
  onSend(): void;
  onSave(): void;
  onStartOver(): void;
  onCheck(): void;
  /** Of a suggestion. */
  onDrop(): void;
}): TemplateResult {
  const { work, sending, isLocked } = view;
  const { problem, isSending, kind } = sending;
  const isEmpty = (work.refinement.text ?? work.draft.proposed.text).trim() === '' && kind !== 'shown';
  const isReady = work.collision === undefined && !work.isUntranslated;
  const canSend = !isLocked && !isEmpty && isReady && (kind !== 'shown' || work.isDirty);
  return html`<div class="refine-foot">
    ${problemLine(problem)}
    <div class="actions">
      ${kind === 'suggested' ? html`<button class="button plain" type="button" @click=${() => view.onDrop()}>Discard</button>` : nothing}
      ${work.isDirty ? html`<button class="button plain" type="button" ?disabled=${isLocked} @click=${() => view.onStartOver()}>Undo all</button>` : nothing}
      <button class="button plain" type="button" ?disabled=${isLocked} @click=${() => view.onCheck()}>Check facts</button>
      ${kind === 'held' && work.isDirty ? html`<button class="button" type="button" ?disabled=${isLocked} @click=${() => view.onSave()}>Save</button>` : nothing}
      <button class="button main refine-send" type="button" ?disabled=${!canSend} @click=${() => view.onSend()}>
        ${icon('send')}${isSending ? 'Sending…' : sendWords(work, kind, problem !== undefined && isPassing(problem))}
      </button>
    </div>
  </div>`;
}

function sendWords(work: RefineWork, kind: RefineKind, isAgain: boolean): string {
  if (isAgain) return 'Send again';
  if (kind === 'shown') return 'Send the corrected list';
  return work.isEdited ? 'Send edited' : 'Send as it is';
}

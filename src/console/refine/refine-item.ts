import { html, nothing, type TemplateResult } from 'lit';
import type { DraftWarning, RefinedProduct } from '../../domain/desk/draft.ts';
import type { ProductView } from '../../domain/turn.ts';
import { icon } from '../components/icon.ts';
import { productLine } from '../components/product-line.ts';
import { scoreParts } from '../components/score-parts.ts';
import type { Translations } from '../conversation/translations.ts';
import './product-note.ts';

export interface RefineItemView {
  readonly chosen: RefinedProduct;
  /** Unknown until it was looked up. */
  readonly product: ProductView | undefined;
  /** From 0. */
  readonly place: number;
  readonly count: number;
  readonly warnings: readonly DraftWarning[];
  readonly isExplained: boolean;
  readonly isNoted: boolean;
  /** Not in the assistant's list, or at another place there. */
  readonly mark?: string | undefined;
  readonly isLocked: boolean;
  /** The language of the reply, and how words come into it. */
  readonly speech: { readonly translations: Translations; readonly language: string };
  onMove(by: number): void;
  onPlace(productId: string): void;
  onPin(): void;
  onSwap(): void;
  onBan(): void;
  onRemove(): void;
  onExplain(): void;
  onNoted(): void;
  onNote(text: string): void;
  onFocus(by: number): void;
}

const WARNING_WORDS: Readonly<Record<DraftWarning['kind'], string>> = {
  limit: 'Breaks a limit',
  'out-of-stock': 'Sold out',
  'left-out-by-rule': 'Left out by a rule of the shop',
  'not-sold': 'Not sold there: cannot be sent',
};

/** A product of the list that is refined, with what can be done to it. Its keys work where it has the focus. */
export function refineItem(view: RefineItemView): TemplateResult {
  const { chosen, product, place, isExplained, isLocked } = view;
  const title = product?.title ?? chosen.productId;
  return html`<li
    class="refined ${chosen.isPinned === true ? 'pinned' : ''}"
    tabindex="0"
    data-product=${chosen.productId}
    draggable=${isLocked ? 'false' : 'true'}
    @keydown=${(event: KeyboardEvent) => pressed(event, view)}
    @dragstart=${(event: DragEvent) => event.dataTransfer?.setData('text/plain', chosen.productId)}
    @dragover=${(event: DragEvent) => event.preventDefault()}
    @drop=${(event: DragEvent) => {
      event.preventDefault();
      const moved = event.dataTransfer?.getData('text/plain');
      if (moved !== undefined && moved !== '' && !isLocked) view.onPlace(moved);
    }}
  >
    <div class="refined-head">
      <span class="refined-place number">${place + 1}</span>
      ${product === undefined ? html`<span class="product-title">${title}</span>` : productLine(product)}
      <span class="refined-score">
        ${product?.score === undefined ? nothing : html`<span class="score number" title="Score">${product.score.toFixed(2)}</span>`}
        ${view.mark === undefined ? nothing : html`<span class="tag cool">${view.mark}</span>`}
      </span>
    </div>
    ${view.warnings.map(
      ({ kind, words }) =>
        html`<p class="tag ${kind === 'not-sold' ? 'bad' : 'warm'}">${WARNING_WORDS[kind]}${words === undefined ? '' : `: ${words}`}</p>`,
    )}
    <div class="refined-tools" role="group" aria-label=${`What to do with ${title}`}>
      ${tool('up', `Move up: ${title}`, () => view.onMove(-1), { isOff: isLocked || place === 0 })}
      ${tool('down', `Move down: ${title}`, () => view.onMove(1), { isOff: isLocked || place === view.count - 1 })}
      ${tool('pin', `Keep its place: ${title}`, view.onPin, { isOff: isLocked, isPressed: chosen.isPinned === true })}
      ${tool('swap', `Swap: ${title}`, view.onSwap, { isOff: isLocked })}
      ${tool('note', `Say something with it: ${title}`, view.onNoted, { isOff: isLocked, isPressed: view.isNoted })}
      ${tool('ban', `Ban in this conversation: ${title}`, view.onBan, { isOff: isLocked })}
      ${tool('close', `Take out: ${title}`, view.onRemove, { isOff: isLocked })}
      <button class="button plain small why" type="button" aria-expanded=${isExplained ? 'true' : 'false'} @click=${() => view.onExplain()}>
        Why<span class="unseen"> is ${title} here</span>
      </button>
    </div>
    ${view.isNoted ? noteField(view) : nothing}
    ${
      isExplained && product !== undefined
        ? html`<div class="refined-why">
            ${(product.reasons ?? []).length === 0 ? nothing : html`<p dir="auto">${(product.reasons ?? []).join(' · ')}</p>`}
            ${scoreParts(product)}
          </div>`
        : nothing
    }
  </li>`;
}

const tool = (
  named: string,
  label: string,
  onClick: () => void,
  { isOff = false, isPressed }: { readonly isOff?: boolean; readonly isPressed?: boolean } = {},
): TemplateResult =>
  html`<button
    class="button plain square"
    type="button"
    aria-label=${label}
    title=${label}
    aria-pressed=${isPressed === undefined ? nothing : isPressed ? 'true' : 'false'}
    ?disabled=${isOff}
    @click=${() => onClick()}
  >
    ${icon(named)}
  </button>`;

const noteField = ({ chosen, product, isLocked, onNote, speech }: RefineItemView): TemplateResult =>
  html`<desk-product-note
    .translations=${speech.translations}
    .language=${speech.language}
    .heading=${product?.title ?? chosen.productId}
    .note=${chosen.note ?? ''}
    .isLocked=${isLocked}
    .onNote=${onNote}
  ></desk-product-note>`;

function pressed(event: KeyboardEvent, view: RefineItemView): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return;
  const act = event.altKey ? withAlt(view)[event.key] : alone(view)[event.key];
  if (act === undefined || (view.isLocked && !READING_KEYS.has(event.key))) return;
  event.preventDefault();
  act();
}

const READING_KEYS: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'w']);

const withAlt = (view: RefineItemView): Readonly<Record<string, () => void>> => ({
  ArrowUp: () => view.onMove(-1),
  ArrowDown: () => view.onMove(1),
});

const alone = (view: RefineItemView): Readonly<Record<string, () => void>> => ({
  ArrowUp: () => view.onFocus(-1),
  ArrowDown: () => view.onFocus(1),
  p: view.onPin,
  s: view.onSwap,
  b: view.onBan,
  w: view.onExplain,
  m: view.onNoted,
  Delete: view.onRemove,
});

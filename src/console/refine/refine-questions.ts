import { html, type TemplateResult } from 'lit';
import type { ProductView } from '../../domain/turn.ts';
import { dialog } from '../components/dialog.ts';
import { textField } from '../components/field.ts';
import type { DeskClient } from '../desk-client.ts';
import type { RefineWork } from './refine-work.ts';
import '../components/product-search.ts';

const MOST_REASON_CHARACTERS = 300;

/** What is open over the list. */
export type Asking =
  | { readonly kind: 'add' }
  | { readonly kind: 'swap'; readonly productId: string }
  | { readonly kind: 'ban'; readonly productId: string; readonly reason: string };

/** Whether a product is really banned, and why. */
export function banQuestion(question: {
  readonly title: string;
  readonly reason: string;
  onReason(reason: string): void;
  onBan(): void;
  onClose(): void;
}): TemplateResult {
  return dialog({
    heading: `Ban “${question.title}”`,
    body: html`<p>It will not be suggested any more in this conversation.</p>
      ${textField({
        id: 'ban-reason',
        label: 'Why (for colleagues, and to learn from)',
        value: question.reason,
        maxLength: MOST_REASON_CHARACTERS,
        onInput: (reason) => question.onReason(reason),
      })}`,
    actions: html`<button class="button" type="button" @click=${() => question.onClose()}>Cancel</button>
      <button class="button danger">Ban</button>`,
    onClose: () => question.onClose(),
    onSubmit: () => question.onBan(),
  });
}

/** Which product comes to the list, or in the place of one. */
export function productQuestion(question: {
  readonly asking: Exclude<Asking, { kind: 'ban' }>;
  readonly work: RefineWork;
  readonly desk: DeskClient;
  readonly place: { readonly market: string; readonly locale: string };
  readonly onChoose: (product: ProductView) => void;
  readonly onClose: () => void;
}): TemplateResult {
  const { asking, work, desk, place, onChoose, onClose } = question;
  const listed = new Set(work.refinement.products.map(({ productId }) => productId));
  return html`<desk-product-search
    .heading=${asking.kind === 'add' ? 'Add a product' : `In the place of “${work.titleOf(asking.productId)}”`}
    .desk=${desk}
    .place=${place}
    .alternatives=${work.draft.alternatives.filter(({ productId }) => !listed.has(productId))}
    .onChoose=${onChoose}
    .onClose=${onClose}
  ></desk-product-search>`;
}

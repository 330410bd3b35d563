import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ProductView } from '../../domain/turn.ts';
import type { LaterViews, ListContext } from '../list-context.ts';
import { listIdOf } from '../reply-state.ts';
import { failureWords, outcomeWords } from './basket-words.ts';
import { currentCard, goTo, moveByKey } from './move-cards.ts';
import { isPicked, targetOf } from './product-card.ts';
import { scoreParts } from './score-parts.ts';

/** What becomes of a list of products once it is here: what was chosen, what came of it, and why. */
export const laterViews = (list: ListContext): LaterViews => ({
  ofCard: (product) => (isPicked(product, list) ? html`` : outcome(product, list)),
  why: (product) => scoreParts(product, list.label, list.locale),
  ofList: () => html`${compareBar(list)} ${variants(list)} ${spoken(list)}`,
  scrolled: (row) => list.choosing.setPosition(listIdOf(list.reply), currentCard(row)),
  moveByKey,
  goTo,
});

/** Appears with the first product that is chosen. */
function compareBar(list: ListContext): TemplateResult | typeof nothing {
  const { label, choosing, reply, isCurrent, isBusy } = list;
  const chosen = choosing.compared(listIdOf(reply)).toSorted((left, right) => left - right);
  if (!isCurrent || chosen.length === 0) return nothing;
  const [a = 0, b = 0, c = 0, d = 0] = chosen;
  const message = { 2: 'sayCompare2', 3: 'sayCompare3', 4: 'sayCompare4' } as const;
  const key =
    chosen.length === 2 || chosen.length === 3 || chosen.length === 4 ? message[chosen.length] : undefined;
  return html`<div class="compare-bar">
    <p>${label(key === undefined ? 'chooseAnother' : 'chosenToCompare', { count: chosen.length })}</p>
    ${
      key === undefined
        ? nothing
        : html`<button class="add" aria-disabled=${isBusy} @click=${() => isBusy || list.onSay(label(key, { a, b, c, d }))}>${label('compareNow')}</button>`
    }
  </div>`;
}

/** Which variant it shall be, where one is to be chosen. */
export function variants(list: ListContext): TemplateResult | typeof nothing {
  const { label, choosing, picker, reply } = list;
  const { picking } = choosing;
  if (picking === undefined || picking.listId !== listIdOf(reply)) return nothing;
  if (picking.failure !== undefined)
    return html`<div class="outcome bad"><p>${failureWords(picking.failure, label)}</p>
      <button class="quiet" @click=${() => void choosing.want(picking.listId, picking.product)}>${label('retry')}</button></div>`;
  if (picking.detail === undefined) return nothing;
  const part = picker.want();
  if (part !== undefined) return part.variantPicker(picking, picking.detail, list);
  return picker.hasFailed ? html`<p class="note">${label('partsFailed')}</p>` : nothing;
}

/** What became of it. */
export function outcome(product: ProductView, list: ListContext): TemplateResult {
  const { label, basket, reply } = list;
  const found = basket.outcome(targetOf(listIdOf(reply), product.productId));
  if (found === undefined) return html``;
  const retry = found.kind === 'failed' ? found.retry : undefined;
  return html`<div class=${found.kind === 'failed' ? 'outcome bad' : 'outcome'}>
    <p>${outcomeWords(found, label)}</p>
    ${found.kind === 'done' ? html`<button class="quiet" @click=${list.openBasket}>${label('showBasket')}</button>` : nothing}
    ${retry === undefined ? nothing : html`<button class="quiet" @click=${() => void retry()}>${label('retry')}</button>`}
  </div>`;
}

/** Read out when something became of a product of the list; stands there before, as a region that is listened to must. */
export function spoken({ label, basket, reply }: ListContext): TemplateResult {
  const words = reply.products
    .flatMap(({ productId }) => basket.outcome(targetOf(listIdOf(reply), productId)) ?? [])
    .map((found) => outcomeWords(found, label));
  return html`<p class="unseen" role="status">${words.join(' ')}</p>`;
}

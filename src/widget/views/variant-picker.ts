import { ref } from 'lit/directives/ref.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ProductDetail } from '../../domain/turn.ts';
import type { Picking } from '../choosing.ts';
import type { ListContext } from '../list-context.ts';
import { safeAddress } from '../safe-address.ts';
import { type VariantQuestion, variantChoice } from '../variant-options.ts';
import { closeIcon } from './icons.ts';
import { outcome } from './later-views.ts';
import { priceLine } from './price-line.ts';
import { targetOf } from './product-card.ts';
import { hide } from './product-picture.ts';

export { variantStyles as styles } from '../variant-styles.ts';

/** Which variant of a product it shall be; price and stock follow what is chosen. */
export function variantPicker(picking: Picking, detail: ProductDetail, list: ListContext): TemplateResult {
  const { label, locale, basket, choosing } = list;
  const { product, listId, chosen } = picking;
  const { questions, missing, variant } = variantChoice(detail, chosen, label('variant'));
  const target = targetOf(listId, product.productId);
  const isPending = basket.isPending(target);
  const close = (event: Event) => {
    const from = event.currentTarget instanceof Element ? event.currentTarget.getRootNode() : undefined;
    choosing.stopPicking();
    if (from instanceof ShadowRoot) backTo(from, product.productId);
  };
  const add = async (event: Event) => {
    if (variant === undefined || isPending) return;
    const { variantId } = variant;
    const root = event.currentTarget instanceof Element ? event.currentTarget.getRootNode() : undefined;
    await basket.add(
      { productId: product.productId, ...(variantId !== undefined && { variantId }), quantity: 1, listId },
      target,
    );
    if (basket.outcome(target)?.kind !== 'done') return;
    choosing.stopPicking();
    if (root instanceof ShadowRoot) backTo(root, product.productId);
  };
  return html`
    <section
      role="group"
      class="picker"
      aria-label=${label('chooseVariant', { title: product.title })}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close(event);
      }}
    >
      <div class="picker-head">
        <h4 tabindex="-1" dir="auto" ${ref(focusOnce)}>${product.title}</h4>
        <button class="plain" aria-label=${label('close')} @click=${close}>${closeIcon}</button>
      </div>
      ${questions.map((question) => group(question, picking, list))}
      ${variant === undefined ? nothing : html`<div class="picked">${priceLine(variant, label, locale)}</div>`}
      <button
        class="add"
        aria-disabled=${variant === undefined || isPending}
        aria-describedby="picker-missing"
        @click=${add}
      >${label(isPending ? 'adding' : 'add')}</button>
      ${outcome(product, list)}
      <p class="note" id="picker-missing">${missing.length === 0 ? nothing : label('stillToChoose', { names: missing.join(', ') })}</p>
    </section>
  `;
}

/** The focus follows what opened, once it stands in the page. */
const focusOnce = (element: Element | undefined): void => {
  if (element instanceof HTMLElement) queueMicrotask(() => element.focus());
};

function backTo(root: ShadowRoot, productId: string): void {
  const buttons = [...root.querySelectorAll<HTMLElement>('[data-add]')];
  buttons.findLast(({ dataset }) => dataset.add === productId)?.focus();
}

function group(question: VariantQuestion, { chosen, listId }: Picking, list: ListContext): TemplateResult {
  const { label, choosing, server } = list;
  const { attribute, options } = question;
  return html`<fieldset>
    <legend>${question.label}</legend>
    <div class="pills">
      ${options.map(({ value, isSoldOut, imageUrl }) => {
        const picture = safeAddress(imageUrl, server);
        return html`<label class=${isSoldOut ? 'pill sold-out' : 'pill'}>
          <input
            type="radio"
            name=${`${listId} ${attribute}`}
            .checked=${chosen[attribute] === value && !isSoldOut}
            ?disabled=${isSoldOut}
            @change=${() => choosing.choose(attribute, value)}
          />
          ${picture === undefined ? nothing : html`<img src=${picture} alt="" width="32" height="32" loading="lazy" @error=${hide} />`}
          <span dir="auto">${value}</span>
          ${isSoldOut ? html`<span class="sold">${label('out-of-stock')}</span>` : nothing}
        </label>`;
      })}
    </div>
  </fieldset>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { ProductDetail, ProductView } from '../../domain/turn.ts';
import type { BasketOutcome } from '../basket-controller.ts';
import { type VariantQuestion, variantChoice } from '../variant-options.ts';
import type { ShopBasket } from './shop-basket.ts';
import type { ShopLabel } from './shop-labels.ts';
import { picture, priceLine } from './views.ts';

export interface ProductContext {
  readonly label: ShopLabel;
  readonly basket: ShopBasket;
  redraw(): void;
}

/** Fewer pieces than this are told. */
const FEW_LEFT = 5;

/** @returns Draws a product with what is chosen of it so far. */
export function productPage(product: ProductDetail, context: ProductContext): () => TemplateResult {
  const { label, basket, redraw } = context;
  let chosen: Readonly<Record<string, string>> = Object.fromEntries(
    variantChoice(product, {}, '').questions.flatMap(({ attribute, options }) => {
      const own = product.attributes[attribute]?.join(', ') ?? '';
      return options.some(({ value, isSoldOut }) => value === own && !isSoldOut) ? [[attribute, own]] : [];
    }),
  );
  let outcome: BasketOutcome | undefined;
  let isPending = false;

  const choose = (attribute: string, value: string) => {
    chosen = { ...chosen, [attribute]: value };
    outcome = undefined;
    redraw();
  };
  const add = async (variant: ProductView | undefined) => {
    if (variant === undefined || isPending) return;
    isPending = true;
    redraw();
    const { variantId } = variant;
    outcome = await basket.add(
      { productId: product.productId, ...(variantId !== undefined && { variantId }), quantity: 1 },
      'product-page',
    );
    isPending = false;
    redraw();
  };

  return () => {
    const { questions, missing, variant } = variantChoice(product, chosen, label('choose'));
    const shown = variant ?? product;
    return html`<article class="product">
      ${picture(shown, 520)}
      <div class="product-facts">
        <p class="path">${product.category.join(' / ')}</p>
        <h1 dir="auto">${product.title}</h1>
        ${product.brand === undefined ? nothing : html`<p class="brand">${product.brand}</p>`}
        ${priceLine(shown, label)}
        ${questions.map((question) => choices(question, chosen, choose))}
        <div class="buy">
          <button class="button" aria-disabled=${variant === undefined || isPending} @click=${() => void add(variant)}>${label('add')}</button>
          <p role="status">${told(outcome, { variant, missing, label })}</p>
        </div>
        ${product.description === undefined ? nothing : html`<p class="description" dir="auto">${product.description}</p>`}
        <h2>${label('details')}</h2>
        <dl>
          ${Object.entries(shown.attributes).map(
            ([name, values]) =>
              html`<div><dt>${product.attributeLabels[name] ?? name}</dt><dd dir="auto">${values.join(', ')}</dd></div>`,
          )}
        </dl>
      </div>
    </article>`;
  };
}

function choices(
  { attribute, label, options }: VariantQuestion,
  chosen: Readonly<Record<string, string>>,
  choose: (attribute: string, value: string) => void,
): TemplateResult {
  return html`<fieldset class="choices">
    <legend>${label}</legend>
    ${options.map(
      ({ value, isSoldOut }) => html`<label class=${isSoldOut ? 'sold-out' : ''}>
        <input type="radio" name="variant-${attribute}" .checked=${chosen[attribute] === value} ?disabled=${isSoldOut} @change=${() => choose(attribute, value)} />
        <span dir="auto">${value}</span>
      </label>`,
    )}
  </fieldset>`;
}

function told(
  outcome: BasketOutcome | undefined,
  {
    variant,
    missing,
    label,
  }: {
    readonly variant: ProductView | undefined;
    readonly missing: readonly string[];
    readonly label: ShopLabel;
  },
): TemplateResult | string {
  if (outcome?.kind === 'failed') return label('notAdded');
  if (outcome?.kind === 'done') return html`${label('added')} <a href="/basket">${label('basket')}</a>`;
  if (missing.length > 0) return `${label('choose')}: ${missing.join(', ')}`;
  const { stock } = variant ?? {};
  return stock !== undefined && stock > 0 && stock < FEW_LEFT ? label('stockLeft', { stock }) : '';
}

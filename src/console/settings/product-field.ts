import { html, nothing, type TemplateResult } from 'lit';
import type { ProductView } from '../../domain/turn.ts';
import { productLine } from '../components/product-line.ts';
import '../components/product-search.ts';
import type { DeskClient } from '../desk-client.ts';
import { DeskElement } from '../desk-element.ts';
import type { ProductShelf } from './product-shelf.ts';
import { filled } from './rows.ts';

/** Products that are found by searching, or named by their ids. */
class DeskProductField extends DeskElement {
  static override properties = {
    desk: { attribute: false },
    shelf: { attribute: false },
    known: { attribute: false },
    markets: { attribute: false },
    productIds: { attribute: false },
    isSingle: { attribute: false },
    error: { attribute: false },
  };
  declare desk: DeskClient;
  declare shelf: ProductShelf;
  /** Size of the shelf: drawn again when it grew. */
  declare known: number;
  /** Where the shop sells. */
  declare markets: readonly string[];
  declare productIds: readonly string[];
  /** Another one takes the place of the one that is chosen. */
  declare isSingle: boolean;
  declare error: string | undefined;
  declare onChange: (productIds: readonly string[]) => void;
  #isSearching = false;

  protected override willUpdate(): void {
    void this.shelf.look(this.productIds);
  }

  async #search(isSearching: boolean): Promise<void> {
    this.#isSearching = isSearching;
    this.requestUpdate();
    await this.updateComplete;
    if (!isSearching) this.querySelector<HTMLElement>('#find-products')?.focus();
  }

  #choose(product: ProductView, market?: string): void {
    const { productId } = product;
    const before = this.shelf.get(productId);
    if (before === undefined || before === 'gone') this.shelf.keep(product, market);
    if (this.isSingle) {
      this.onChange([productId]);
      void this.#search(false);
    } else if (this.productIds.includes(productId)) this.#remove(productId);
    else this.onChange([...this.productIds, productId]);
    this.requestUpdate();
  }

  #remove(productId: string): void {
    this.onChange(this.productIds.filter((each) => each !== productId));
  }

  #addIds(field: HTMLTextAreaElement): void {
    const named = filled(field.value.split(/[\n,]/));
    if (named.length === 0) return;
    field.value = '';
    this.onChange([...new Set([...this.productIds, ...named])]);
  }

  protected override render(): TemplateResult {
    const { productIds, error } = this;
    return html`<fieldset
      class="product-field"
      aria-describedby=${error === undefined ? nothing : 'rule-products-error'}
    >
      <legend>Products</legend>
      ${
        productIds.length === 0
          ? nothing
          : html`<ul class="chosen-products" aria-label="Products of the rule">
              ${productIds.map((productId) => this.#product(productId))}
            </ul>`
      }
      <div class="add-row">
        <button
          id="find-products"
          class="button"
          type="button"
          aria-invalid=${error === undefined ? nothing : 'true'}
          @click=${() => void this.#search(true)}
        >
          Find ${this.isSingle ? 'a product' : 'products'}
        </button>
        <label>
          or add by id
          <textarea
            class="input"
            rows="1"
            @keydown=${(event: KeyboardEvent) => {
              if (event.key !== 'Enter' || !(event.target instanceof HTMLTextAreaElement)) return;
              event.preventDefault();
              this.#addIds(event.target);
            }}
            @change=${({ target }: Event) => {
              if (target instanceof HTMLTextAreaElement) this.#addIds(target);
            }}
          ></textarea>
        </label>
      </div>
      ${error === undefined ? nothing : html`<p class="field-error" id="rule-products-error" role="alert">${error}</p>`}
      ${
        this.#isSearching
          ? html`<desk-product-search
              .heading=${this.isSingle ? 'Which product' : 'Which products'}
              .desk=${this.desk}
              .place=${{}}
              .markets=${this.markets}
              .chosen=${this.isSingle ? undefined : productIds}
              .onChoose=${(product: ProductView, market?: string) => this.#choose(product, market)}
              .onClose=${() => void this.#search(false)}
            ></desk-product-search>`
          : nothing
      }
    </fieldset>`;
  }

  #product(productId: string): TemplateResult {
    const found = this.shelf.get(productId);
    const isThere = found !== undefined && found !== 'gone';
    return html`<li>
      ${
        isThere
          ? html`${productLine(found.product)}
              ${found.market === undefined ? nothing : html`<span class="tag">as sold in ${found.market}</span>`}`
          : html`<span class="product-unknown" dir="auto">${productId}</span>
              ${found === 'gone' ? html`<span class="tag bad">not sold (any more)</span>` : nothing}`
      }
      <button
        class="button small"
        type="button"
        aria-label=${`Remove ${isThere ? found.product.title : productId}`}
        @click=${() => this.#remove(productId)}
      >
        Remove
      </button>
    </li>`;
  }
}
customElements.define('desk-product-field', DeskProductField);

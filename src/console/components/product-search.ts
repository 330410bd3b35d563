import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ProductView } from '../../domain/turn.ts';
import type { DeskClient } from '../desk-client.ts';
import { DeskElement } from '../desk-element.ts';
import type { Problem } from '../problem.ts';
import { dialog } from './dialog.ts';
import { choiceField } from './field.ts';
import { productLine } from './product-line.ts';
import { emptyState, errorState, loadingState } from './states.ts';

const WAIT_MS = 200;
const MOST = 20;

/** Finds products that the shop sells at a place: first those in question, or the shop as it is browsed where none are. */
export class DeskProductSearch extends DeskElement {
  static override properties = {
    heading: { attribute: false },
    desk: { attribute: false },
    place: { attribute: false },
    markets: { attribute: false },
    alternatives: { attribute: false },
    chosen: { attribute: false },
  };
  declare heading: string;
  declare desk: DeskClient;
  /** The first of the shop's markets and its language where they are absent. */
  declare place: { readonly market?: string; readonly locale?: string };
  /** Where there are several: which of them it is looked in is chosen here, at the beginning as `place` has it. */
  declare markets: readonly string[] | undefined;
  /** In question before anything is searched; absent where nothing is. */
  declare alternatives: readonly ProductView[] | undefined;
  /** Where several may be chosen one after the other: the ids of those that are. */
  declare chosen: readonly string[] | undefined;
  /** @param market Where it was found, if one was chosen. */
  declare onChoose: (product: ProductView, market?: string) => void;
  declare onClose: () => void;
  #query = '';
  #market: string | undefined;
  /** What was found last, for which words and where: it stays until the next is there. */
  #found:
    | { readonly q: string; readonly market: string | undefined; readonly products: readonly ProductView[] }
    | undefined;
  #problem: Problem | undefined;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.alternatives === undefined) void this.#search();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  #type(query: string): void {
    this.#query = query;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#search(), WAIT_MS);
    this.requestUpdate();
  }

  async #search(): Promise<void> {
    this.#asked += 1;
    const own = this.#asked;
    const [q, market] = [this.#query.trim(), this.#market];
    if (q === '' && this.alternatives !== undefined) {
      [this.#found, this.#problem] = [undefined, undefined];
      this.requestUpdate();
      return;
    }
    const answer = await this.desk.get<{ readonly products: readonly ProductView[] }>('/v1/search', {
      ...this.place,
      ...(market !== undefined && { market }),
      ...(q !== '' && { q }),
      limit: MOST,
    });
    if (own !== this.#asked) return;
    this.#problem = answer.kind === 'ok' ? undefined : answer.problem;
    if (answer.kind === 'ok') this.#found = { q, market, products: answer.value.products };
    this.requestUpdate();
  }

  #marketChoice(): TemplateResult | typeof nothing {
    const { markets = [] } = this;
    if (markets.length < 2) return nothing;
    return choiceField({
      ...{ id: 'search-market', label: 'As sold in', value: this.#market ?? '' },
      options: [{ value: '', label: 'Your market' }, ...markets.map((value) => ({ value, label: value }))],
      onChange: (market) => {
        this.#market = market === '' ? undefined : market;
        void this.#search();
      },
    });
  }

  protected override render(): TemplateResult {
    const { q = '', products: listed = this.alternatives ?? [] } = this.#found ?? {};
    const { chosen } = this;
    return dialog({
      heading: this.heading,
      body: html`
        ${this.#marketChoice()}
        <input
          class="input"
          type="search"
          autofocus
          placeholder="Search the shop"
          aria-label="Search the shop"
          .value=${this.#query}
          @input=${({ target }: Event) => target instanceof HTMLInputElement && this.#type(target.value)}
        />
        <h3>${q !== '' ? `Found for “${q}”` : this.alternatives === undefined ? 'In the shop' : 'Also in question'}</h3>
        ${this.#problem === undefined ? nothing : errorState(this.#problem, () => void this.#search())}
        ${
          listed.length === 0
            ? this.#nothing(q)
            : html`<ul class="found-products">
                ${repeat(
                  listed,
                  ({ productId }) => productId,
                  (product) => html`<li>
                    <button
                      class="found-product"
                      type="button"
                      aria-pressed=${chosen === undefined ? nothing : chosen.includes(product.productId)}
                      @click=${() => this.onChoose(product, this.#found?.market)}>
                      ${productLine(product)}
                      ${product.score === undefined ? nothing : html`<span class="score number">${product.score.toFixed(2)}</span>`}
                    </button>
                  </li>`,
                )}
              </ul>`
        }
      `,
      actions: html`<button class="button" type="button" @click=${() => this.onClose()}>${chosen === undefined ? 'Cancel' : 'Done'}</button>`,
      onClose: () => this.onClose(),
    });
  }

  /** @param q What nothing was found for. */
  #nothing(q: string): TemplateResult | typeof nothing {
    if (this.#problem !== undefined) return nothing;
    if (this.#found === undefined && this.alternatives === undefined) return loadingState();
    return emptyState(q === '' ? 'Nothing else was in question' : 'Nothing found', 'Search the shop above.');
  }
}

customElements.define('desk-product-search', DeskProductSearch);

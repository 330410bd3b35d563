import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { ProductView } from '../../domain/turn.ts';
import { problemLine } from '../components/states.ts';
import { DeskElement } from '../desk-element.ts';
import type { Problem } from '../problem.ts';
import { readAmount } from '../settings/amount.ts';
import type { ConversationRoom } from './conversation-room.ts';
import type { NeedEdit } from './need-edit.ts';

const PRICE = 'price';

/** Adds a wish to what is looked for: of the attributes and values that the products in question have. */
class DeskNeedForm extends DeskElement {
  static override properties = { room: { attribute: false }, products: { attribute: false } };
  declare room: ConversationRoom;
  declare products: readonly ProductView[];
  #isOpen = false;
  #attribute = PRICE;
  #value = '';
  #strength: 'hard' | 'soft' | 'refused' = 'hard';
  #problem: Problem | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('room')) this.#begin();
  }

  #begin(): void {
    this.#isOpen = false;
    this.#value = '';
    [this.#attribute, this.#strength] = [PRICE, 'hard'];
    this.#problem = undefined;
  }

  /** @returns undefined while nothing is to be added. */
  #edit(): NeedEdit | undefined {
    const value = this.#value.trim();
    if (value === '') return undefined;
    if (this.#attribute === PRICE) {
      const maxMinor = readAmount(value, this.products[0]?.price.currency ?? 'USD');
      return maxMinor === undefined ? undefined : { budget: { maxMinor } };
    }
    const isRefused = this.#strength === 'refused';
    const strength = this.#strength === 'soft' ? 'soft' : 'hard';
    return { add: [{ attribute: this.#attribute, value, strength, ...(isRefused && { isRefused }) }] };
  }

  async #add(): Promise<void> {
    const { room } = this;
    const value = this.#value;
    const edit = this.#edit();
    if (edit === undefined) return;
    const answer = await room.editNeed(edit);
    if (room !== this.room) return;
    this.#problem = answer.kind === 'ok' ? undefined : answer.problem;
    // What was written on meanwhile is another wish.
    if (answer.kind === 'ok' && value === this.#value) this.#begin();
    this.requestUpdate();
  }

  #set(change: () => void): void {
    change();
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    if (!this.#isOpen)
      return html`<button class="button plain small" type="button" @click=${() =>
        this.#set(() => {
          this.#isOpen = true;
        })}>Add a wish</button>`;
    const attributes = [
      ...new Set(this.products.flatMap((product) => Object.keys(product.attributes))),
    ].sort();
    const values = [
      ...new Set(this.products.flatMap((product) => product.attributes[this.#attribute] ?? [])),
    ].sort();
    return html`<form
      class="need-form"
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.#add();
      }}
    >
      <select class="input" aria-label="What" @change=${({ target }: Event) =>
        this.#set(() => {
          if (target instanceof HTMLSelectElement) this.#attribute = target.value;
        })}>
        <option value=${PRICE}>price up to</option>
        ${attributes.map((attribute) => html`<option value=${attribute}>${attribute}</option>`)}
      </select>
      <input
        class="input"
        aria-label="Value"
        list="need-values"
        inputmode=${this.#attribute === PRICE ? 'decimal' : 'text'}
        maxlength="100"
        .value=${this.#value}
        @input=${({ target }: Event) =>
          this.#set(() => {
            if (target instanceof HTMLInputElement) this.#value = target.value;
          })}
      />
      <datalist id="need-values">${values.map((value) => html`<option value=${value}></option>`)}</datalist>
      ${
        this.#attribute === PRICE
          ? nothing
          : html`<select class="input" aria-label="How" @change=${({ target }: Event) => {
              const chosen = target instanceof HTMLSelectElement ? target.value : '';
              this.#strength = chosen === 'soft' || chosen === 'refused' ? chosen : 'hard';
            }}>
              <option value="hard">must be</option>
              <option value="soft">would be nice</option>
              <option value="refused">must not be</option>
            </select>`
      }
      <button class="button" ?disabled=${this.#edit() === undefined}>Add</button>
      ${problemLine(this.#problem)}
    </form>`;
  }
}

customElements.define('desk-need-form', DeskNeedForm);

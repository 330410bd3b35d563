import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { sayProblem } from '../conversation/translated-words.ts';
import type { Translations } from '../conversation/translations.ts';
import { DeskElement } from '../desk-element.ts';
import { languageName } from '../own-language.ts';
import { MOST_NOTE_CHARACTERS } from './refinement.ts';

/** What is said with a product of a list. Written in the agent's language, it can be put into the shopper's before it leaves. */
class DeskProductNote extends DeskElement {
  static override properties = {
    translations: { attribute: false },
    language: { attribute: false },
    heading: { attribute: false },
    note: { attribute: false },
    isLocked: { attribute: false },
  };
  declare translations: Translations;
  /** Of the reply. */
  declare language: string;
  /** Of the product. */
  declare heading: string;
  declare note: string;
  declare isLocked: boolean;
  declare onNote: (text: string) => void;
  #isAsking = false;
  #problem: string | undefined;

  async #translate(): Promise<void> {
    const { note } = this;
    this.#isAsking = true;
    this.#problem = undefined;
    this.requestUpdate();
    const translation = await this.translations.put(note, this.language);
    this.#isAsking = false;
    const isTooLong = translation.outcome === 'done' && translation.text.length > MOST_NOTE_CHARACTERS;
    if (translation.outcome !== 'done') this.#problem = sayProblem(translation);
    else if (isTooLong) this.#problem = `it is longer than ${MOST_NOTE_CHARACTERS} characters there.`;
    // What was written on meanwhile is not overwritten.
    else if (this.note === note) this.onNote(translation.text);
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { translations, language, note, isLocked } = this;
    const isForeign = language !== translations.own && translations.hasModel;
    return html`<input
        class="input"
        type="text"
        aria-label=${`Said with ${this.heading}`}
        placeholder="Said with it, in the place of the reasons"
        maxlength=${MOST_NOTE_CHARACTERS}
        dir="auto"
        ?disabled=${isLocked}
        .value=${live(note)}
        @input=${({ target }: Event) => target instanceof HTMLInputElement && this.onNote(target.value)}
      />
      ${
        !isForeign || note.trim() === ''
          ? nothing
          : html`<button class="button plain small" type="button" ?disabled=${isLocked || this.#isAsking} @click=${() => void this.#translate()}>
              ${this.#isAsking ? 'Translating…' : `Put into ${languageName(language)}`}
            </button>`
      }
      ${this.#problem === undefined ? nothing : html`<p class="field-error" role="alert">Not translated: ${this.#problem}</p>`}`;
  }
}

customElements.define('desk-product-note', DeskProductNote);

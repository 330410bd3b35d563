import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Refinement } from '../../domain/desk/draft.ts';
import { areaField } from '../components/field.ts';
import { sayProblem, translatedWords } from '../conversation/translated-words.ts';
import type { Translations } from '../conversation/translations.ts';
import { DeskElement } from '../desk-element.ts';
import { languageName } from '../own-language.ts';

const MOST_CHARACTERS = 2_000;

/** A reply in another language, in the agent's own: what it says, and writing it there to have it translated. */
class DeskOwnWords extends DeskElement {
  static override properties = {
    translations: { attribute: false },
    reading: { attribute: false },
    language: { attribute: false },
    words: { attribute: false },
    refinement: { attribute: false },
    isSettled: { attribute: false },
    isUntranslated: { attribute: false },
    isLocked: { attribute: false },
  };
  declare translations: Translations;
  /** Changes with what is known of translations. */
  declare reading: number;
  /** Of the reply. */
  declare language: string;
  /** As they stand where nothing was changed; empty where the agent begins with none. */
  declare words: string;
  declare refinement: Refinement;
  /** Nothing is under the agent's hands. */
  declare isSettled: boolean;
  /** What was written is not in the words that would leave. */
  declare isUntranslated: boolean;
  declare isLocked: boolean;
  /** @param written Undefined: nothing of one's own any more. */
  declare onWrite: (written: string | undefined) => void;
  declare onTranslated: (written: string, text: string) => void;
  #isAsking = false;
  /** Why what was written is not in the shopper's language. */
  #problem: string | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('words')) this.#problem = undefined;
  }

  get #own(): string {
    return languageName(this.translations.own);
  }

  async #translate(): Promise<void> {
    const written = this.refinement.original?.trim() ?? '';
    if (written === '' || this.#isAsking || this.isLocked) return;
    this.#isAsking = true;
    this.#problem = undefined;
    this.requestUpdate();
    const translation = await this.translations.put(written, this.language);
    this.#isAsking = false;
    if (translation.outcome !== 'done') this.#problem = sayProblem(translation);
    // What was written on meanwhile is not overwritten.
    else if (this.refinement.original?.trim() === written) this.onTranslated(written, translation.text);
    this.requestUpdate();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { translations, language, refinement } = this;
    if (language === translations.own || !translations.hasModel) return nothing;
    const { text, original } = refinement;
    const words = text ?? this.words;
    // What is being written is read when the agent wants to.
    const isAsked = text === undefined || this.isSettled;
    return html`
      ${translatedWords(translations, { text: words, from: language, isAsked })}
      ${original === undefined ? this.#begin(words) : this.#field(original)}
    `;
  }

  /** Begins with what the words say, where that is known. */
  #begin(words: string): TemplateResult {
    return html`<div class="actions">
      <button
        class="button plain small"
        type="button"
        ?disabled=${this.isLocked}
        @click=${() => {
          const reading = this.translations.read(words, this.language, false);
          this.onWrite(reading?.outcome === 'done' ? reading.text : '');
        }}
      >Write in ${this.#own}</button>
    </div>`;
  }

  #field(original: string): TemplateResult {
    const { isLocked, isUntranslated } = this;
    const problem = this.#problem;
    return html`<div class="own-words">
      ${areaField({
        id: 'own-words',
        label: `In ${this.#own}, to be translated`,
        ...(isUntranslated && { hint: 'Not in the words above yet, and they are what leaves.' }),
        ...{ value: original, rows: 3, maxLength: MOST_CHARACTERS, disabled: isLocked },
        error: problem === undefined ? undefined : `The words above are as they were: ${problem}`,
        onInput: (written) => this.onWrite(written),
      })}
      <div class="actions">
        <button class="button small" type="button" ?disabled=${isLocked || this.#isAsking || original.trim() === ''} @click=${() => void this.#translate()}>
          ${this.#isAsking ? 'Translating…' : `Put into ${languageName(this.language)}`}
        </button>
        <button class="button plain small" type="button" ?disabled=${isLocked} @click=${() => this.onWrite(undefined)}>Leave ${this.#own}</button>
      </div>
    </div>`;
  }
}

customElements.define('desk-own-words', DeskOwnWords);

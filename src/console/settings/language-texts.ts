import { html, type TemplateResult } from 'lit';
import { languageName } from '../own-language.ts';

const LANGUAGE = /^[a-z]{2,3}$/;

/** Something that is said in several languages, one below the other, each with its own fields. */
export function languageTexts<Text>(options: {
  /** Of the page, once. */
  readonly id: string;
  /** What is said: "Words of the invitation". */
  readonly legend: string;
  readonly texts: Readonly<Record<string, Text>>;
  /** What a language begins with. */
  readonly empty: Text;
  /** Languages to choose from; any other one may be written. */
  readonly suggested: readonly string[];
  readonly draw: (language: string, text: Text, onChange: (text: Text) => void) => TemplateResult;
  readonly onChange: (texts: Readonly<Record<string, Text>>) => void;
}): TemplateResult {
  const { id, legend, texts, onChange } = options;
  const add = (field: HTMLInputElement) => {
    const language = field.value.trim().toLowerCase();
    field.setCustomValidity(LANGUAGE.test(language) ? '' : 'Two or three letters, such as “de”');
    if (!field.reportValidity()) return;
    field.value = '';
    if (!Object.hasOwn(texts, language)) onChange({ ...texts, [language]: options.empty });
  };
  return html`<fieldset class="language-texts">
    <legend>${legend}</legend>
    ${Object.entries(texts).map(
      ([language, text]) => html`<div class="language-text" role="group" aria-label=${languageName(language)}>
        <div class="language-head">
          <strong>${languageName(language)}</strong>
          <button
            class="button small plain"
            type="button"
            aria-label=${`Remove ${languageName(language)}: ${legend}`}
            @click=${() => {
              const { [language]: _, ...others } = texts;
              onChange(others);
            }}
          >
            Remove
          </button>
        </div>
        ${options.draw(language, text, (changed) => onChange({ ...texts, [language]: changed }))}
      </div>`,
    )}
    <div class="add-row">
      <input
        id=${`${id}-language`}
        class="input"
        list=${`${id}-languages`}
        maxlength="3"
        placeholder="de, fr…"
        autocomplete="off"
        aria-label=${`Another language: ${legend}`}
        @input=${({ currentTarget }: Event) => {
          if (currentTarget instanceof HTMLInputElement) currentTarget.setCustomValidity('');
        }}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || !(event.currentTarget instanceof HTMLInputElement)) return;
          event.preventDefault();
          add(event.currentTarget);
        }}
      />
      <datalist id=${`${id}-languages`}>
        ${options.suggested
          .filter((language) => !Object.hasOwn(texts, language))
          .map((language) => html`<option value=${language}>${languageName(language)}</option>`)}
      </datalist>
      <button
        class="button small"
        type="button"
        aria-label=${`Add language: ${legend}`}
        @click=${({ currentTarget }: Event) => {
          const field = currentTarget instanceof HTMLElement ? currentTarget.parentElement : null;
          const input = field?.querySelector('input');
          if (input instanceof HTMLInputElement) add(input);
        }}
      >
        Add language
      </button>
    </div>
  </fieldset>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { Macro } from '../../domain/desk/settings.ts';
import { checkField } from '../components/field.ts';
import { icon } from '../components/icon.ts';
import { languageName } from '../own-language.ts';
import type { MacroMenu } from './macro-menu.ts';

/** As the server takes it unless the shop set another limit. */
const MOST_CHARACTERS = 2_000;

/** Words on their way into the shopper's language. */
export interface ComposedTranslation {
  readonly isOn: boolean;
  /** The words as they would leave; absent until they were translated as they stand. */
  readonly text?: string | undefined;
  readonly isAsked: boolean;
  /** Why there is none. */
  readonly problem?: string | undefined;
}

export interface ComposerView {
  readonly text: string;
  readonly menu: MacroMenu;
  readonly hasMacros: boolean;
  /** Of the shopper. */
  readonly language: string;
  /** Absent where both speak the same, or no model is there. */
  readonly translation?: ComposedTranslation | undefined;
  /** Facts that are still to be written into the words. */
  readonly blanks: readonly string[];
  /** Of the text that was put in last. */
  readonly hint: string;
  onTranslated(isTranslated: boolean): void;
  onTranslation(text: string): void;
  onText(text: string, caret: number): void;
  onMacro(macro: Macro): void;
  onMacros(): void;
  onSend(): void;
  onSendAsWritten(): void;
  /** Has the assistant propose an answer. */
  onSuggest(): void;
  /** The menu closed, or another of its texts is chosen. */
  onMenu(): void;
}

/** Where an agent writes to the shopper. Plain text; Ctrl + Enter sends, "/" puts in a text. */
export function composer(view: ComposerView): TemplateResult {
  const { text, menu, blanks, hint } = view;
  const controls = menu.controls;
  return html`<form
    class="composer"
    @submit=${(event: Event) => {
      event.preventDefault();
      view.onSend();
    }}
  >
    ${menu.draw(view.onMacro)}
    <label class="unseen" for="words">Message to the shopper</label>
    <textarea
      id="words"
      class="input"
      rows="3"
      maxlength=${MOST_CHARACTERS}
      placeholder="Write to the shopper ( r )"
      dir="auto"
      aria-autocomplete="list"
      aria-haspopup="listbox"
      aria-controls=${ifDefined(controls?.menuId)}
      aria-activedescendant=${ifDefined(controls?.activeId)}
      .value=${live(text)}
      @input=${({ target }: Event) => target instanceof HTMLTextAreaElement && view.onText(target.value, target.selectionStart)}
      @keydown=${(event: KeyboardEvent) => {
        if (menu.press(event.key, view.onMacro)) {
          event.preventDefault();
          event.stopPropagation();
          view.onMenu();
        } else sendOnEnter(event, view);
      }}
    ></textarea>
    ${hint === '' ? nothing : html`<p class="hint" role="status">${hint}</p>`}
    ${blanks.length === 0 ? nothing : html`<p class="problem-line" role="status">Not known here: ${blanks.join(', ')}. Write it, or take it out; then it can be sent.</p>`}
    ${translationPart(view)}
    <div class="actions">
      ${view.hasMacros ? html`<button class="button plain" type="button" @click=${() => view.onMacros()}>Texts ( / )</button>` : nothing}
      <button class="button plain" type="button" @click=${() => view.onSuggest()}>Suggest a reply</button>
      ${
        view.translation === undefined
          ? nothing
          : checkField({
              id: 'translate',
              label: `Put into ${languageName(view.language)}`,
              isChecked: view.translation.isOn,
              onChange: (isTranslated) => view.onTranslated(isTranslated),
            })
      }
      <span class="composer-hint quiet">${text === '' ? '' : 'Kept here until it is sent'}</span>
      ${sendButton(view)}
    </div>
  </form>`;
}

function sendOnEnter(event: KeyboardEvent, view: ComposerView): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  view.onSend();
}

/** What leaves, to be looked at and changed before it does. */
function translationPart(view: ComposerView): TemplateResult | typeof nothing {
  const { translation, language } = view;
  if (translation?.isOn !== true) return nothing;
  const { text, problem } = translation;
  if (text !== undefined)
    return html`<div class="field">
      <label for="translated-words">As it leaves, in ${languageName(language)}</label>
      <textarea
        id="translated-words"
        class="input"
        rows="3"
        maxlength=${MOST_CHARACTERS}
        dir="auto"
        lang=${language}
        .value=${live(text)}
        @input=${({ target }: Event) => target instanceof HTMLTextAreaElement && view.onTranslation(target.value)}
        @keydown=${(event: KeyboardEvent) => sendOnEnter(event, view)}
      ></textarea>
    </div>`;
  return problem === undefined
    ? nothing
    : html`<div class="actions">
        <p class="problem-line" role="alert">Nothing was sent: ${problem}</p>
        <button class="button small" type="button" @click=${() => view.onSendAsWritten()}>Send as written</button>
      </div>`;
}

function sendButton({ text, translation, blanks }: ComposerView): TemplateResult {
  const isFirstPut = translation?.isOn === true && translation.text === undefined;
  const isOff = text.trim() === '' || blanks.length > 0 || translation?.isAsked === true;
  if (!isFirstPut) return html`<button class="button main" ?disabled=${isOff}>${icon('send')}Send</button>`;
  return html`<button class="button main" ?disabled=${isOff}>${translation.isAsked ? 'Translating…' : 'Translate'}</button>`;
}

import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ConversationMemory } from '../conversation-memory.ts';
import { DrawnElement, redrawnBy } from '../drawn-element.ts';
import { LatePart } from '../late-part.ts';
import type { ReadSettings } from '../panel-place.ts';
import type { SentPicture } from '../shrink-picture.ts';
import { recognitionOf } from '../speech.ts';
import type { Label } from '../widget-labels.ts';
import { microphoneIcon, sendIcon } from './icons.ts';
import { pictureIcon } from './picture-icon.ts';

const MOST_CHARACTERS = 4_000;
/** The count is shown from here on. */
const NEAR_THE_MOST = 3_600;
/** A key press that belongs to an input method; some browsers end the composition before they tell its Enter. */
const COMPOSING_KEY = 229;

export interface ComposerContext {
  readonly label: Label;
  /** BCP 47; what is spoken is understood as this. */
  readonly locale: string;
  /** A message is on its way: what is written waits. */
  readonly isBusy: boolean;
  readonly memory: ConversationMemory;
  readonly settings: ReadSettings;
  /** A person answers, who does not see what is attached. */
  readonly isAttended: boolean;
  onSay(text: string, picture?: SentPicture): void;
}

/** Where the shopper writes. Enter sends, Shift+Enter begins a line; what is not sent yet is kept as a draft. */
export class Composer extends DrawnElement {
  declare context: ComposerContext | undefined;
  declare protected characters: number | undefined;
  /** The shop's models see. */
  declare protected takesPictures: boolean | undefined;
  readonly #listening = new AbortController();
  readonly #pictures = new LatePart(this, async () => {
    const { attachPictures } = await import('../picture-attach.ts');
    const { signal } = this.#listening;
    return { attach: await attachPictures(this, { locale: this.context?.locale ?? '', signal }) };
  });
  readonly #voice = new LatePart(this, async () => {
    const { Dictation, speakLater } = await import('../voice.ts');
    await speakLater();
    const locale = () => this.context?.locale ?? '';
    const textarea = () => this.#textarea();
    return { dictation: new Dictation(this, { textarea, locale, write: this.#write }) };
  });

  /** Puts words before those that stand there. */
  put(text: string): void {
    const textarea = this.#textarea();
    if (textarea === undefined || text === '') return;
    this.#write(textarea, [text, textarea.value].filter((part) => part !== '').join(' '));
  }

  override focus(): void {
    this.#textarea()?.focus();
  }

  protected override afterDrawing(isFirst: boolean): void {
    const { context } = this;
    const textarea = this.#textarea();
    if (isFirst && textarea !== undefined) this.#write(textarea, context?.memory.draft() ?? '');
    if (isFirst) void this.#offerPictures();
    if (context !== undefined) void this.#pictures.part?.attach.speak(context.locale);
  }

  disconnectedCallback(): void {
    this.#voice.part?.dictation.stop();
    this.#listening.abort();
  }

  protected override content(): TemplateResult | typeof nothing {
    const { context, characters = 0 } = this;
    const voice = this.#voice;
    if (context === undefined) return nothing;
    const { label, isBusy } = context;
    const attach = this.#attach;
    const isEmpty = characters === 0 && attach?.picture === undefined;
    const count = { count: characters, limit: MOST_CHARACTERS };
    return html`
      ${attach?.preview() ?? nothing}
      <form class="composer" part="composer" @submit=${this.#onSubmit}>
        <textarea
          rows="1"
          maxlength=${MOST_CHARACTERS}
          aria-label=${label('messageLabel')}
          aria-describedby=${characters >= NEAR_THE_MOST ? 'characters' : nothing}
          placeholder=${label('placeholder')}
          dir="auto"
          enterkeyhint="send"
          @keydown=${this.#onKey}
          @input=${this.#onInput}
        ></textarea>
        ${this.#isSeeing ? this.#pictureButton(label) : nothing}
        ${recognitionOf() === undefined ? nothing : this.#voiceButton(label)}
        <button class="send" aria-label=${label('send')} title=${label('send')} aria-disabled=${isBusy || isEmpty}>${sendIcon}</button>
      </form>
      ${characters < NEAR_THE_MOST ? nothing : html`<p class="characters" id="characters">${label('characters', count)}</p>`}
      <p class="voice-note" role="status">${voice.hasFailed || this.#pictures.hasFailed ? label('offline') : (voice.part?.dictation.note(label) ?? nothing)}</p>
    `;
  }

  #voiceButton(label: Label): TemplateResult {
    const { dictation } = this.#voice.part ?? {};
    if (dictation !== undefined) return dictation.button(label);
    const onClick = async () => (await this.#voice.bring())?.dictation.toggle();
    return html`<button type="button" class="plain voice" aria-label=${label('voice')} title=${label('voice')} aria-pressed="false" @click=${onClick}>${microphoneIcon}</button>`;
  }

  /** A person who answers does not see what is attached. */
  get #isSeeing(): boolean {
    return this.takesPictures === true && this.context?.isAttended === false;
  }

  get #attach() {
    return this.#isSeeing ? this.#pictures.part?.attach : undefined;
  }

  #pictureButton(label: Label): TemplateResult {
    const onClick = () => this.querySelector<HTMLInputElement>('[type=file]')?.click();
    return html`<input type="file" accept="image/*" hidden @change=${this.#onChoice}>
      <button type="button" class="plain attach" aria-label=${label('attach')} title=${label('attach')} @click=${onClick}>${pictureIcon}</button>`;
  }

  readonly #onChoice = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    void this.#take(event.target.files?.[0]);
    event.target.value = '';
  };

  /** Pasted, dropped, or on its way. */
  readonly #onFiles = (event: Event): void => {
    const data = event instanceof DragEvent ? event.dataTransfer : (event as ClipboardEvent).clipboardData;
    if (!this.#isSeeing || data?.types.includes('Files') !== true) return;
    event.preventDefault();
    void this.#take(data.files[0]);
  };

  async #take(file: File | undefined): Promise<void> {
    const late = await this.#pictures.bring();
    if (file !== undefined) void late?.attach.take(file);
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.#send();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === COMPOSING_KEY)
      return;
    event.preventDefault();
    this.#send();
  };

  readonly #onInput = (): void => {
    const textarea = this.#textarea();
    if (textarea !== undefined) this.#note(textarea);
  };

  #send(): void {
    const textarea = this.#textarea();
    const { context } = this;
    const attach = this.#attach;
    const picture = attach?.picture;
    const written = textarea?.value.trim() ?? '';
    const text = written === '' && picture !== undefined ? (attach?.question ?? '') : written;
    if (textarea === undefined || text === '' || context?.isBusy !== false) return;
    this.#voice.part?.dictation.stop();
    this.#write(textarea, '');
    attach?.clear();
    context.onSay(text, picture);
  }

  async #offerPictures(): Promise<void> {
    this.takesPictures = (await this.context?.settings())?.capabilities.images;
    for (const name of ['paste', 'dragover', 'drop'])
      this.closest('.panel')?.addEventListener(name, this.#onFiles, this.#listening);
  }

  readonly #write = (textarea: HTMLTextAreaElement, text: string): void => {
    textarea.value = text;
    this.#note(textarea);
  };

  #note(textarea: HTMLTextAreaElement): void {
    this.characters = textarea.value.length;
    this.context?.memory.setDraft(textarea.value);
    if (CSS.supports('field-sizing', 'content')) return;
    textarea.style.blockSize = 'auto';
    textarea.style.blockSize = `${textarea.scrollHeight}px`;
  }

  #textarea(): HTMLTextAreaElement | undefined {
    return this.querySelector('textarea') ?? undefined;
  }
}

redrawnBy(Composer, 'context', 'characters', 'takesPictures');
if (customElements.get('floorwalker-composer') === undefined)
  customElements.define('floorwalker-composer', Composer);

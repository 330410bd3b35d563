import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { ConversationMemory } from '../conversation-memory.ts';
import type { PictureAttach } from '../picture-attach.ts';
import type { SentPicture } from '../shrink-picture.ts';
import { recognitionOf } from '../speech.ts';
import { takesPictures } from '../takes-pictures.ts';
import type { VoiceFailure } from '../voice-input.ts';
import type { Label } from '../widget-labels.ts';
import { microphoneIcon, sendIcon, stopIcon } from './icons.ts';

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
  /** Origin of the assistant. */
  readonly server: string;
  /** A person answers, who does not see what is attached. */
  readonly isAttended: boolean;
  onSay(text: string, picture?: SentPicture): void;
}

/** Where the shopper writes. Enter sends, Shift+Enter begins a line; what is not sent yet is kept as a draft. */
export class Composer extends LitElement {
  static override readonly properties = {
    context: { attribute: false },
    characters: { state: true },
    stopListening: { state: true },
    voiceFailure: { state: true },
    attach: { state: true },
  };

  declare context: ComposerContext | undefined;
  declare protected characters: number;
  /** While it listens. */
  declare protected stopListening: (() => void) | undefined;
  declare protected voiceFailure: VoiceFailure | 'offline' | undefined;
  /** Where the shop's models see. */
  declare protected attach: PictureAttach | undefined;
  #offeredIn: string | undefined;

  constructor() {
    super();
    this.characters = 0;
  }

  /** Puts words before those that stand there. */
  put(text: string): void {
    const textarea = this.#textarea();
    if (textarea === undefined || text === '') return;
    this.#write(textarea, [text, textarea.value].filter((part) => part !== '').join(' '));
  }

  override focus(): void {
    this.#textarea()?.focus();
  }

  /** Into the panel's own tree, whose styles hold. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    const textarea = this.#textarea();
    if (textarea !== undefined) this.#write(textarea, this.context?.memory.draft() ?? '');
  }

  protected override updated(): void {
    const { context } = this;
    if (context === undefined || context.locale === this.#offeredIn) return;
    this.#offeredIn = context.locale;
    void this.#offerPictures(context);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopListening?.();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { context, characters, voiceFailure } = this;
    if (context === undefined) return nothing;
    const { label, isBusy } = context;
    const attach = context.isAttended ? undefined : this.attach;
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
        ${attach?.button() ?? nothing}
        ${recognitionOf() === undefined ? nothing : this.#voiceButton(label)}
        <button class="send" aria-label=${label('send')} title=${label('send')} aria-disabled=${isBusy || isEmpty ? 'true' : 'false'}>${sendIcon}</button>
      </form>
      ${characters < NEAR_THE_MOST ? nothing : html`<p class="characters" id="characters">${label('characters', count)}</p>`}
      <p class="voice-note" role="status">${voiceFailure === undefined ? (this.stopListening === undefined ? nothing : label('listening')) : label(voiceFailure)}</p>
    `;
  }

  #voiceButton(label: Label): TemplateResult {
    const isListening = this.stopListening !== undefined;
    const name = label(isListening ? 'voiceStop' : 'voice');
    return html`<button type="button" class="plain voice" aria-label=${name} title=${name} aria-pressed=${isListening ? 'true' : 'false'} @click=${this.#onVoice}>
      ${isListening ? stopIcon : microphoneIcon}
    </button>`;
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

  readonly #onVoice = async (): Promise<void> => {
    const { context, stopListening } = this;
    const [Recognition, textarea] = [recognitionOf(), this.#textarea()];
    if (stopListening !== undefined) {
      stopListening();
      return;
    }
    if (context === undefined || Recognition === undefined || textarea === undefined) return;
    this.voiceFailure = undefined;
    const before = textarea.value.trim();
    try {
      const { listen } = await import('../voice.ts');
      this.stopListening = listen(new Recognition(), {
        locale: context.locale,
        onText: (text) => this.#write(textarea, [before, text].filter((part) => part !== '').join(' ')),
        onEnd: (failure) => {
          this.stopListening = undefined;
          this.voiceFailure = failure;
          textarea.focus();
        },
      });
    } catch {
      this.voiceFailure = 'offline';
    }
  };

  #send(): void {
    const textarea = this.#textarea();
    const { context } = this;
    const attach = context?.isAttended === false ? this.attach : undefined;
    const picture = attach?.picture;
    const written = textarea?.value.trim() ?? '';
    const text = written === '' && picture !== undefined ? (attach?.question ?? '') : written;
    if (textarea === undefined || text === '' || context?.isBusy !== false) return;
    this.stopListening?.();
    this.#write(textarea, '');
    attach?.clear();
    context.onSay(text, picture);
  }

  /** Without it messages are words alone. */
  async #offerPictures({ server, locale }: ComposerContext): Promise<void> {
    if (!(await takesPictures(server))) return;
    try {
      const { attachPictures } = await import('../picture-attach.ts');
      const attach = await attachPictures(this, locale);
      this.attach?.leave();
      this.attach = attach;
    } catch {
      this.attach = undefined;
    }
  }

  #write(textarea: HTMLTextAreaElement, text: string): void {
    textarea.value = text;
    this.#note(textarea);
  }

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

if (customElements.get('floorwalker-composer') === undefined)
  customElements.define('floorwalker-composer', Composer);

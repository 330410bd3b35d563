import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Drawn } from './drawn-element.ts';
import { recognitionOf } from './speech.ts';
import { microphoneIcon } from './views/icons.ts';
import { stopIcon } from './views/stop-icon.ts';
import { listen, type VoiceFailure } from './voice-input.ts';
import type { Label } from './widget-labels.ts';

export interface DictationOptions {
  /** Where it is written. */
  readonly textarea: () => HTMLTextAreaElement | undefined;
  /** BCP 47; what is spoken is understood as this. */
  readonly locale: () => string;
  write(textarea: HTMLTextAreaElement, text: string): void;
}

/** Writes what is spoken, behind what stands there. */
export class Dictation {
  #stop: (() => void) | undefined;
  #failure: VoiceFailure | undefined;
  readonly #host: Drawn;
  readonly #options: DictationOptions;

  constructor(host: Drawn, options: DictationOptions) {
    this.#host = host;
    this.#options = options;
  }

  button(label: Label): TemplateResult {
    const isListening = this.#stop !== undefined;
    const name = label(isListening ? 'voiceStop' : 'voice');
    return html`<button type="button" class="plain voice" aria-label=${name} title=${name} aria-pressed=${isListening} @click=${this.toggle}>
      ${isListening ? stopIcon : microphoneIcon}
    </button>`;
  }

  /** How it stands, or why nothing was heard. */
  note(label: Label): string | typeof nothing {
    if (this.#failure !== undefined) return label(this.#failure);
    return this.#stop === undefined ? nothing : label('listening');
  }

  readonly toggle = (): void => {
    const { locale, textarea: find, write } = this.#options;
    const [Recognition, textarea] = [recognitionOf(), find()];
    if (this.#stop !== undefined) this.stop();
    else if (Recognition !== undefined && textarea !== undefined) {
      const before = textarea.value.trim();
      this.#set(
        listen(new Recognition(), {
          locale: locale(),
          onText: (text) => write(textarea, [before, text].filter((part) => part !== '').join(' ')),
          onEnd: (failure) => {
            this.#set(undefined, failure);
            textarea.focus();
          },
        }),
      );
    }
  };

  stop(): void {
    this.#stop?.();
  }

  #set(stop: (() => void) | undefined, failure?: VoiceFailure): void {
    this.#stop = stop;
    this.#failure = failure;
    this.#host.requestUpdate();
  }
}

import { html, type TemplateResult } from 'lit/html.js';
import type { Drawn } from './drawn-element.ts';
import { readAloud } from './read-aloud.ts';
import type { Reply } from './reply-state.ts';
import { speakerIcon } from './views/icons.ts';
import { plainText } from './views/reply-text.ts';
import { stopIcon } from './views/stop-icon.ts';
import type { Label } from './widget-labels.ts';

/** The last reply, read aloud until it is stopped. */
export class ReadingAloud {
  #stop: (() => void) | undefined;
  readonly #host: Drawn;

  constructor(host: Drawn) {
    this.#host = host;
  }

  button(reply: Reply, label: Label): TemplateResult {
    const isReading = this.#stop !== undefined;
    return html`<button class="tool" aria-pressed=${isReading} @click=${() => this.toggle(reply)}>
      ${isReading ? stopIcon : speakerIcon}${label(isReading ? 'readStop' : 'readAloud')}
    </button>`;
  }

  toggle({ text, language }: Reply): void {
    if (this.#stop !== undefined) this.stop();
    else this.#set(readAloud(plainText(text), { language, onEnd: () => this.#set(undefined) }));
  }

  stop(): void {
    this.#stop?.();
  }

  #set(stop: (() => void) | undefined): void {
    this.#stop = stop;
    this.#host.requestUpdate();
  }
}

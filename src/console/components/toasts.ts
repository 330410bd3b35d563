import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { DeskElement } from '../desk-element.ts';

const SHOWN_MS = 6_000;
const MOST = 3;

interface Toast {
  readonly number: number;
  readonly text: string;
  readonly kind: 'done' | 'failed';
}

/** Short lines at the edge, the newest last; read out, gone after six seconds. */
export class DeskToasts extends DeskElement {
  #toasts: readonly Toast[] = [];
  #last = 0;

  /** Waits a task, so that what the line speaks of is drawn by then. */
  tell(text: string, kind: Toast['kind'] = 'done'): void {
    setTimeout(() => this.#show(text, kind));
  }

  #show(text: string, kind: Toast['kind']): void {
    this.#last += 1;
    const toast = { number: this.#last, text, kind };
    this.#toasts = [...this.#toasts, toast].slice(-MOST);
    this.requestUpdate();
    setTimeout(() => {
      this.#toasts = this.#toasts.filter(({ number }) => number !== toast.number);
      this.requestUpdate();
    }, SHOWN_MS);
  }

  protected override render() {
    return html`<div class="toasts" role="status" aria-live="polite">
      ${repeat(
        this.#toasts,
        ({ number }) => number,
        ({ text, kind }) => html`<p class="toast ${kind}">${text}</p>`,
      )}
    </div>`;
  }
}

customElements.define('desk-toasts', DeskToasts);

import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';

/**
 * A question over the page: Escape closes it, the focus stays in it and goes back afterwards. Draw it while it is open,
 * `nothing` otherwise.
 */
export const dialog = (options: {
  readonly heading: string;
  readonly body: TemplateResult;
  /** Buttons; the one that does it last. */
  readonly actions: TemplateResult;
  readonly onClose: () => void;
  /** Also sent by Enter. */
  readonly onSubmit?: () => void;
}): TemplateResult =>
  html`<dialog class="dialog" aria-label=${options.heading} ${ref(showModal)} @close=${options.onClose}>
    <form
      method="dialog"
      @submit=${(event: Event) => {
        event.preventDefault();
        options.onSubmit?.();
      }}
    >
      <h2>${options.heading}</h2>
      <div class="dialog-body">${options.body}</div>
      <div class="actions">${options.actions}</div>
    </form>
  </dialog>`;

/** Once it stands in the page. */
function showModal(element: Element | undefined): void {
  queueMicrotask(() => {
    if (element instanceof HTMLDialogElement && element.isConnected && !element.open) element.showModal();
  });
}

import { html, type TemplateResult } from 'lit/html.js';
import type { Confirmation } from '../../domain/order-view.ts';
import type { ListContext } from '../list-context.ts';

/** Exactly what a yes will do, with a yes and a no. Either works once, and neither once something else was said. */
export function confirmationView(confirmation: Confirmation, context: ListContext): TemplateResult {
  const { label, isLast, isBusy } = context;
  const isOver = !isLast || isBusy;
  const { effects, confirmMessage, cancelMessage } = confirmation;
  return html`
    <section class="confirmation" role="group" aria-label=${label('confirmTitle')}>
      <h4>${label('confirmTitle')}</h4>
      <ul>${effects.map((effect) => html`<li dir="auto">${effect}</li>`)}</ul>
      <div class="actions">
        <button class="add" ?disabled=${isOver} @click=${() => context.onSay(confirmMessage)}>${label('confirm')}</button>
        <button class="quiet" ?disabled=${isOver} @click=${() => context.onSay(cancelMessage)}>${label('cancel')}</button>
      </div>
      ${isLast ? '' : html`<p class="note">${label('confirmOver')}</p>`}
    </section>
  `;
}

import { html, type TemplateResult } from 'lit/html.js';
import type { Label } from '../widget-labels.ts';
import { closeIcon } from './icons.ts';

export interface DrawerFrame {
  readonly title: string;
  readonly label: Label;
  /** Absent until it is here. */
  readonly view: TemplateResult | undefined;
  /** It could not be fetched. */
  readonly hasFailed: boolean;
  onRetry(): void;
  onClose(): void;
}

/** A region over the conversation with a heading and a way out; Escape closes it too. */
export function drawerFrame(frame: DrawerFrame): TemplateResult {
  const { label, title, onClose } = frame;
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    onClose();
  };
  return html`
    <section class="drawer" aria-labelledby="drawer-title" @keydown=${onKey}>
      <div class="drawer-head">
        <h2 id="drawer-title" tabindex="-1">${title}</h2>
        <button class="plain" aria-label=${label('close')} title=${label('close')} @click=${onClose}>${closeIcon}</button>
      </div>
      <div class="drawer-body">${contents(frame)}</div>
    </section>
  `;
}

function contents({ label, view, hasFailed, onRetry }: DrawerFrame): TemplateResult {
  if (view !== undefined) return view;
  if (!hasFailed) return html`<p class="note" aria-live="polite">${label('working')}</p>`;
  return html`<div class="failure" role="alert">
    <p>${label('offline')}</p>
    <button class="option" @click=${onRetry}>${label('retry')}</button>
  </div>`;
}

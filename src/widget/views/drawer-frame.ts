import { html, type TemplateResult } from 'lit';
import type { DrawerController } from '../drawer-controller.ts';
import { DRAWERS, type DrawerContext, type DrawerName } from '../drawers.ts';
import { closeIcon } from './icons.ts';

/** A region over the conversation with a heading and a way out; Escape closes it too. */
export function drawerFrame(
  name: DrawerName,
  drawer: DrawerController,
  context: DrawerContext,
): TemplateResult {
  const { label } = context;
  const title = DRAWERS.get(name)?.title ?? 'title';
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    context.close();
  };
  return html`
    <section class="drawer" aria-labelledby="drawer-title" @keydown=${onKey}>
      <div class="drawer-head">
        <h2 id="drawer-title" tabindex="-1">${label(title)}</h2>
        <button class="plain" aria-label=${label('close')} title=${label('close')} @click=${context.close}>${closeIcon}</button>
      </div>
      <div class="drawer-body">${contents(name, drawer, context)}</div>
    </section>
  `;
}

function contents(name: DrawerName, drawer: DrawerController, context: DrawerContext): TemplateResult {
  const { label } = context;
  if (drawer.view !== undefined) return drawer.view(context);
  if (!drawer.hasFailed) return html`<p class="note" aria-live="polite">${label('working')}</p>`;
  return html`<div class="failure" role="alert">
    <p>${label('offline')}</p>
    <button class="option" @click=${() => void drawer.open(name)}>${label('retry')}</button>
  </div>`;
}

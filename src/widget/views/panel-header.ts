import { html, type TemplateResult } from 'lit';
import type { DrawerName } from '../drawers.ts';
import { DRAWERS } from '../drawers.ts';
import type { Label } from '../widget-labels.ts';
import { closeIcon, renewIcon } from './icons.ts';

export interface HeaderContext {
  readonly label: Label;
  readonly drawer: DrawerName | undefined;
  onDrawer(name: DrawerName): void;
  onRenew(): void;
  onClose(): void;
}

/** Who is speaking, and what can be done with the conversation as a whole. */
export function panelHeader(context: HeaderContext): TemplateResult {
  const { label } = context;
  return html`
    <header>
      <div>
        <h2>${label('title')}</h2>
        <p class="automated">${label('automated')}</p>
      </div>
      ${[...DRAWERS].map(
        ([name, { title, icon }]) => html`<button
          class="plain"
          data-drawer=${name}
          aria-label=${label(title)}
          title=${label(title)}
          aria-expanded=${context.drawer === name ? 'true' : 'false'}
          @click=${() => context.onDrawer(name)}
        >
          ${icon}
        </button>`,
      )}
      <button class="plain" aria-label=${label('newConversation')} title=${label('newConversation')} @click=${context.onRenew}>
        ${renewIcon}
      </button>
      <button class="plain" aria-label=${label('close')} title=${label('close')} @click=${context.onClose}>${closeIcon}</button>
    </header>
  `;
}

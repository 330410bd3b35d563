import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { DrawerName } from '../drawers.ts';
import type { Handling } from '../follow-attended.ts';
import type { Label } from '../widget-labels.ts';
import { closeIcon, moreIcon } from './icons.ts';
import { basketIcon } from './shopping-icons.ts';

export interface HeaderContext {
  readonly label: Label;
  readonly shopName: string | undefined;
  /** Who answers now. */
  readonly handling: Handling;
  /** Said of it while it is not the assistant alone. */
  readonly speaker: TemplateResult | undefined;
  readonly drawer: DrawerName | undefined;
  /** In the basket. */
  readonly pieces: number;
  readonly isMenuOpen: boolean;
  onDrawer(name: DrawerName): void;
  onMenu(): void;
  onClose(): void;
}

/** Who is speaking, that the assistant is automated or, beside a person, silent, and what can be opened. */
export function panelHeader(context: HeaderContext): TemplateResult {
  const { label, shopName, handling, pieces } = context;
  return html`
    <header part="header" role="none">
      <div class="who">
        <h2 dir="auto">${shopName ?? label('title')}</h2>
        <p class="speaker" role="status">${context.speaker ?? nothing}</p>
        <p class="automated">${label(handling.by === 'person' ? 'automatedSilent' : 'automated')}</p>
      </div>
      <button
        class="plain"
        data-drawer="basket"
        aria-label=${pieces > 0 ? label('pieces', { count: pieces }) : label('basket')}
        title=${label('basket')}
        aria-expanded=${context.drawer === 'basket'}
        @click=${() => context.onDrawer('basket')}
      >
        ${basketIcon}${pieces > 0 ? html`<span class="badge">${pieces}</span>` : nothing}
      </button>
      <button class="plain menu-button" aria-label=${label('menu')} title=${label('menu')} aria-expanded=${context.isMenuOpen} @click=${context.onMenu}>
        ${moreIcon}
      </button>
      <button class="plain" aria-label=${label('close')} title=${label('close')} @click=${context.onClose}>${closeIcon}</button>
    </header>
  `;
}

import { html, type TemplateResult } from 'lit/html.js';
import { asksForPrivacy } from '../privacy-signal.ts';
import type { Label } from '../widget-labels.ts';

export interface PrivacyLineContext {
  readonly label: Label;
  readonly personalization: boolean;
  readonly isOpen: boolean;
  onOpen(): void;
}

/** Always there: how far what the shopper does is used, and the way to change it. */
export function privacyLine({ label, personalization, isOpen, onOpen }: PrivacyLineContext): TemplateResult {
  const state = asksForPrivacy() ? 'privacyGpc' : personalization ? 'privacyKept' : 'privacyVisit';
  return html`<button class="privacy-line" data-drawer="privacy" aria-expanded=${isOpen} @click=${onOpen}>${label(state)}</button>`;
}

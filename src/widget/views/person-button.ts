import { html, type TemplateResult } from 'lit/html.js';
import type { Handling } from '../follow-attended.ts';
import type { Label } from '../widget-labels.ts';
import { personIcon } from './icons.ts';

/** The way to a person, and from a person back to the assistant. */
export function personButton({
  label,
  handling,
  isBusy,
  onSay,
  onBack,
}: {
  readonly label: Label;
  readonly handling: Handling;
  readonly isBusy: boolean;
  onSay(text: string): void;
  onBack(): void;
}): TemplateResult {
  return handling.by === 'person'
    ? html`<button class="person" @click=${onBack}>${label('backToAssistant')}</button>`
    : html`<button class="person" aria-disabled=${isBusy} @click=${() => onSay(label('sayPerson'))}>
        ${personIcon}${label('talkToPerson')}
      </button>`;
}

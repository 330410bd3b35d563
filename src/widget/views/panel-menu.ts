import { html, type TemplateResult } from 'lit/html.js';
import type { Label, WidgetLabel } from '../widget-labels.ts';

export interface MenuItem {
  readonly name: WidgetLabel;
  /** Has nothing to act on now. */
  readonly isOff?: boolean;
  onChoose(): void;
}

/** What can be done with the conversation as a whole. */
export function panelMenu(
  items: readonly MenuItem[],
  { label, onClose }: { readonly label: Label; onClose(): void },
): TemplateResult {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  const onFocusOut = (event: FocusEvent) => {
    const { currentTarget, relatedTarget } = event;
    const isWithin =
      currentTarget instanceof Node && relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
    if (!isWithin && relatedTarget !== null) onClose();
  };
  return html`<ul class="menu" aria-label=${label('menu')} @keydown=${onKey} @focusout=${onFocusOut}>
    ${items.map(
      ({ name, isOff = false, onChoose }) =>
        html`<li><button ?disabled=${isOff} @click=${onChoose}>${label(name)}</button></li>`,
    )}
  </ul>`;
}

/** Asks once before the conversation is deleted. */
export function deleteQuestion({
  label,
  isUnderWay,
  onDelete,
  onKeep,
}: {
  readonly label: Label;
  readonly isUnderWay: boolean;
  onDelete(): void;
  onKeep(): void;
}): TemplateResult {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onKeep();
  };
  return html`<div class="question" role="alertdialog" aria-labelledby="delete-question" @keydown=${onKey}>
    <p id="delete-question">${label('deleteAsk')}</p>
    <div class="answers">
      <button class="option keep" @click=${onKeep}>${label('deleteNo')}</button>
      <button class="danger" ?disabled=${isUnderWay} @click=${onDelete}>${label('deleteYes')}</button>
    </div>
  </div>`;
}

import { html, type TemplateResult } from 'lit';
import { dialog } from '../components/dialog.ts';

/** Of the keyboard, for whoever asks with `?`. */
const SHORTCUTS: readonly (readonly [string, string])[] = [
  ['j  k  or  ↓  ↑', 'Next, previous conversation'],
  ['Enter', 'Open it'],
  ['1 … 5', 'Waiting, with me, assistant, colleagues, closed'],
  ['/', 'Search'],
  ['r', 'Write to the shopper'],
  ['l', 'The list: Alt + ↑ ↓ moves a product, p pins, b bans, w shows why'],
  ['t', 'Take over, or hand back'],
  ['n', 'A note for colleagues'],
  ['Ctrl + Enter', 'Send'],
  ['Esc', 'Leave a field; back to the queue'],
  ['?', 'This help'],
];

export const shortcutHelp = (onClose: () => void): TemplateResult =>
  dialog({
    heading: 'Keyboard',
    body: html`<dl class="shortcuts">
      ${SHORTCUTS.map(([keys, what]) => html`<dt><kbd>${keys}</kbd></dt><dd>${what}</dd>`)}
    </dl>`,
    actions: html`<button class="button main" type="button" @click=${onClose}>Close</button>`,
    onClose,
    onSubmit: onClose,
  });

/** Keys that are typed into a field, or go with another key, belong to it. */
export function isShortcut(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.isComposing)
    return false;
  const isTyped = event
    .composedPath()
    .some(
      (target) =>
        target instanceof HTMLTextAreaElement ||
        target instanceof HTMLSelectElement ||
        (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)) ||
        target instanceof HTMLDialogElement,
    );
  return !isTyped;
}

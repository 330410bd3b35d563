import { html, type TemplateResult } from 'lit';
import type { Correction } from '../../domain/desk/draft.ts';
import type { UndoEffect } from '../../domain/desk/lesson.ts';
import { dialog } from '../components/dialog.ts';
import { problemLine } from '../components/states.ts';
import type { Answer } from '../problem.ts';
import { sayChange, sayScope } from './lesson-words.ts';
import { productTitle } from './product-title.ts';

/** Of many changes, those that move most. */
const MOST_TOLD = 8;

/** Asks before a correction is taken back, and says what that does to lists. */
export const undoQuestion = (options: {
  readonly correction: Correction;
  /** Undefined while it is worked out. */
  readonly effect: Answer<UndoEffect> | undefined;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
}): TemplateResult =>
  dialog({
    heading: 'Take this correction back?',
    body: html`<p>
        Lists are as if ${options.correction.by.firstName} had never made it, from the next one on. What the shopper was sent stays.
        This cannot be undone.
      </p>
      <div class="undo-effect" aria-live="polite">${effectView(options.effect)}</div>`,
    actions: html`<button class="button" type="button" @click=${options.onClose}>Cancel</button>
      <button class="button danger">Take back</button>`,
    onClose: options.onClose,
    onSubmit: options.onSubmit,
  });

function effectView(effect: Answer<UndoEffect> | undefined): TemplateResult {
  if (effect === undefined) return html`<p class="quiet">Learning once more without it …</p>`;
  if (effect.kind === 'refused') return html`${problemLine(effect.problem)}`;
  const { changes } = effect.value;
  if (changes.length === 0)
    return html`<p>No list changes by it: what is in force stands without it, too.</p>`;
  return html`<h3>Then</h3>
    <ul>
      ${changes
        .slice(0, MOST_TOLD)
        .map(
          (change) =>
            html`<li dir="auto"><strong>${productTitle(change.product)}</strong> (${sayScope(change.scope)}) ${sayChange(change)}</li>`,
        )}
    </ul>
    ${changes.length > MOST_TOLD ? html`<p class="quiet">and ${changes.length - MOST_TOLD} more, by less</p>` : ''}`;
}

import { html, type TemplateResult } from 'lit/html.js';
import type { PartsContext } from '../list-context.ts';

/** In place of a part that cannot come. */
export function missingPart(
  { retry }: { retry(): void },
  { label }: Pick<PartsContext, 'label'>,
): TemplateResult {
  return html`<p class="note">${label('partsFailed')}
    <button class="option" @click=${retry}>${label('retry')}</button></p>`;
}

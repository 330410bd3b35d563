import { html, type TemplateResult } from 'lit';
import '../insights/figure-conversations.ts';
import type { DeskContext } from '../page.ts';

/** The conversations behind a figure. */
export const page = (context: DeskContext): TemplateResult => html`<div class="page wide">
  <desk-figure .context=${context}></desk-figure>
</div>`;

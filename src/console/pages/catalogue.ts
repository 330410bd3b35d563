import { html, type TemplateResult } from 'lit';
import '../catalogue/catalogue-report.ts';
import type { DeskContext } from '../page.ts';

/** What is wrong with the catalogue. */
export const page = (context: DeskContext): TemplateResult => html`<div class="page wide">
  <h1>Catalogue</h1>
  <desk-catalogue .context=${context}></desk-catalogue>
</div>`;

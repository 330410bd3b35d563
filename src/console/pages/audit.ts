import { html, type TemplateResult } from 'lit';
import '../audit/audit-list.ts';
import type { DeskContext } from '../page.ts';

/** What was done at the desk. */
export const page = (context: DeskContext): TemplateResult => html`<div class="page">
  <h1>What was done</h1>
  <desk-audit .context=${context}></desk-audit>
</div>`;

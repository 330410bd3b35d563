import { html, type TemplateResult } from 'lit';
import '../insights/insights-report.ts';
import type { DeskContext } from '../page.ts';

/** What happened in conversations. */
export const page = (context: DeskContext): TemplateResult => html`<div class="page wide">
  <h1>Insights</h1>
  <desk-insights .context=${context}></desk-insights>
</div>`;

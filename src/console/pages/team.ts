import { html, type TemplateResult } from 'lit';
import '../team/team-list.ts';
import type { DeskContext } from '../page.ts';

/** Who may sign in. */
export const page = (context: DeskContext): TemplateResult => html`<div class="page">
  <desk-team .context=${context}></desk-team>
</div>`;

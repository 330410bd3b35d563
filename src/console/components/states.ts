import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../problem.ts';

/** Something is coming. Said to screen readers, shown after a moment. */
export const loadingState = (text = 'Loading'): TemplateResult =>
  html`<p class="state loading" role="status"><span class="spinner" aria-hidden="true"></span>${text}…</p>`;

/** There is nothing, and why that may be. */
export const emptyState = (heading: string, text = '', action?: TemplateResult): TemplateResult =>
  html`<div class="state empty">
    <p class="state-heading">${heading}</p>
    ${text === '' ? nothing : html`<p>${text}</p>`} ${action ?? nothing}
  </div>`;

/** Something was refused or failed: what, and again. */
export const errorState = (problem: Problem, retry?: () => void): TemplateResult =>
  html`<div class="state failed" role="alert">
    <p class="state-heading">${headingOf(problem)}</p>
    <p>${problem.detail}</p>
    ${retry === undefined ? nothing : html`<button class="button" type="button" @click=${retry}>Try again</button>`}
  </div>`;

/** Beside a form or a button. */
export const problemLine = (problem: Problem | undefined): TemplateResult =>
  html`<p class="problem-line" role="alert">${problem?.detail ?? nothing}</p>`;

function headingOf({ code, status }: Problem): string {
  if (code === 'OFFLINE') return 'No connection';
  if (status === 403) return 'Not open to your role';
  if (status === 404) return 'Not there (any more)';
  return status >= 500 ? 'Something failed' : 'Not taken';
}

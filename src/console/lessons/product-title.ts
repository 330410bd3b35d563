import { html, nothing, type TemplateResult } from 'lit';
import type { Named } from '../../domain/desk/lesson.ts';

/** What a product is called, in whatever language: screen readers speak it as such. */
export const productTitle = ({ title, language }: Omit<Named, 'id'>): TemplateResult =>
  html`<span dir="auto" lang=${language ?? nothing}>${title}</span>`;

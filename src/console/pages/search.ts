import { html, type TemplateResult } from 'lit';
import '../search/search-test.ts';
import type { DeskContext } from '../page.ts';

/** A search, taken apart. */
export const page = (context: DeskContext): TemplateResult => html`<div class="page wide">
  <h1>Search tester</h1>
  <desk-search-test .context=${context}></desk-search-test>
</div>`;

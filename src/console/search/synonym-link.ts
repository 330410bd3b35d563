import { html, type TemplateResult } from 'lit';
import { withQuery } from '../desk-client.ts';

/** To where a word that shoppers say is made to mean what the shop sells: the rule is begun with it. */
export const synonymLink = (word: string, locale?: string): TemplateResult => html`<a
  href=${withQuery('/desk/settings/synonyms', { word, locale })}
  >Synonym<span class="unseen"> of ${word}</span></a
>`;

import { html, type TemplateResult } from 'lit/html.js';
import type { Handling } from '../follow-attended.ts';
import type { Label } from '../widget-labels.ts';

/** What a person of the shop said. */
export function personView(firstName: string, text: string): TemplateResult {
  return html`<article class="reply from-person">
    <h3><span class="initial" aria-hidden="true">${[...firstName][0]}</span><bdi>${firstName}</bdi></h3>
    <div class="bubble">${text.split('\n').map((line) => html`<p dir="auto">${line}</p>`)}</div>
  </article>`;
}

/** Who answers, while it is not the assistant alone. */
export function speakerView(handling: Handling, label: Label): TemplateResult | undefined {
  if (handling.by === 'person')
    return html`<span class="here" aria-hidden="true"></span>${label('speakerPerson', { name: handling.firstName })}`;
  return handling.waitingSince === undefined
    ? undefined
    : html`<span class="awaited" aria-hidden="true"></span>${label('speakerWaiting')}`;
}

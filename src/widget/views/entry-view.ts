import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Entry } from '../conversation-entry.ts';
import type { Label } from '../widget-labels.ts';
import { replyText } from './reply-text.ts';

/** What the shopper said. @param state Of the last message alone: on its way, or not sent. */
export function saidView(
  { text, hasPicture }: Extract<Entry, { kind: 'said' }>,
  { label, state }: { readonly label: Label; readonly state?: 'sending' | 'notSent' | undefined },
): TemplateResult {
  return html`<div class="said">
    <h3 class="unseen">${label('you')}</h3>
    <p class="bubble" dir="auto">${text}</p>
    ${hasPicture === true ? html`<p class="delivery">${label('pictureAttached')}</p>` : nothing}
    ${state === undefined ? nothing : html`<p class="delivery ${state}">${label(state)}</p>`}
  </div>`;
}

/** That a person was asked for, came or went; that the conversation is another one. */
export function eventView(
  { event, firstName }: Extract<Entry, { kind: 'event' }>,
  label: Label,
): TemplateResult {
  return html`<p class="event">${label(`event-${event}`, { name: firstName })}</p>`;
}

/** The first words, which say that they are automated. */
export function greetingView(greeting: { readonly text: string; readonly language: string }): TemplateResult {
  return html`<div class="reply" lang=${greeting.language}><div class="bubble">${replyText(greeting.text)}</div></div>`;
}

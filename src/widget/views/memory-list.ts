import { repeat } from 'lit/directives/repeat.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { MemoryItem, MemoryKind } from '../../domain/memory.ts';
import type { PrivacyController } from '../privacy-controller.ts';
import type { PrivacyWords } from '../privacy-label.ts';
import type { Label } from '../widget-labels.ts';
import { closeIcon } from './icons.ts';

const SAID: ReadonlySet<MemoryKind> = new Set(['wish', 'preference', 'indifferent', 'rejected']);

/** What is remembered, each thing with where it comes from and a button that takes it away. */
export function memoryList(privacy: PrivacyController, words: PrivacyWords, label: Label): TemplateResult {
  return html`<section aria-labelledby="privacy-remembered">
    <h3 id="privacy-remembered" tabindex="-1">${words('remembered')}</h3>
    ${contents(privacy, words, label)}
  </section>`;
}

function contents(privacy: PrivacyController, words: PrivacyWords, label: Label): TemplateResult {
  const { remembered } = privacy;
  if (privacy.isUnreadable)
    return html`<div class="failure" role="alert">
      <p>${words('unreadable')}</p>
      <button class="option" @click=${privacy.reread}>${label('retry')}</button>
    </div>`;
  if (remembered === undefined) return html`<p class="note">${label('working')}</p>`;
  const { items } = remembered;
  if (items.length === 0) return html`<p class="note">${words('nothing')}</p>`;
  const said = items.filter(({ kind }) => SAID.has(kind));
  const done = items.filter(({ kind }) => !SAID.has(kind));
  return html`<p class="note">${words('remembered-note')}</p>
    ${group(words('said'), said, privacy, words)} ${group(words('done'), done, privacy, words)}`;
}

function group(
  name: string,
  items: readonly MemoryItem[],
  privacy: PrivacyController,
  words: PrivacyWords,
): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  return html`<h4>${name}</h4>
    <ul class="memory" role="list">
      ${repeat(
        items,
        ({ id }) => id,
        (item) => html`<li>
          <div>
            <p dir="auto">${item.label}${item.isUsed ? nothing : html` <span class="unused">${words('unused')}</span>`}</p>
            <p class="because">${item.reason}</p>
          </div>
          <button
            class="plain"
            aria-label=${words('forget-this', { name: item.label })}
            title=${words('forget')}
            aria-disabled=${privacy.isBusy}
            @click=${(event: Event) => void takeAway(event, item, privacy)}
          >
            ${closeIcon}
          </button>
        </li>`,
      )}
    </ul>`;
}

/** The focus goes to the next thing, or to the heading when there is none: never out of the drawer. */
async function takeAway(
  { currentTarget }: Event,
  item: MemoryItem,
  privacy: PrivacyController,
): Promise<void> {
  if (!(currentTarget instanceof HTMLElement)) return;
  const root = currentTarget.getRootNode();
  const row = currentTarget.closest('li');
  const next = (row?.nextElementSibling ?? row?.previousElementSibling)?.querySelector('button');
  const isGone = await privacy.forget(item.id, item.label);
  if (!isGone || !(root instanceof ShadowRoot)) return;
  const heading = root.querySelector<HTMLElement>('#privacy-remembered');
  (next?.isConnected === true ? next : heading)?.focus();
}

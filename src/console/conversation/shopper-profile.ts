import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ShopperProfile } from '../../domain/desk/conversation.ts';
import { problemLine } from '../components/states.ts';
import { DeskElement } from '../desk-element.ts';
import type { Problem } from '../problem.ts';
import { sayTime } from '../say-time.ts';
import { serverNow } from '../server-clock.ts';
import type { ConversationRoom } from './conversation-room.ts';

/** What an agent may know of the shopper, once they said why they look: it is written down who did. */
class DeskProfile extends DeskElement {
  static override properties = { room: { attribute: false } };
  declare room: ConversationRoom;
  #reason = '';
  #profile: ShopperProfile | undefined;
  #problem: Problem | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('room')) return;
    this.#reason = '';
    this.#profile = undefined;
    this.#problem = undefined;
  }

  async #look(): Promise<void> {
    const { room } = this;
    const answer = await room.readProfile(this.#reason.trim());
    if (room !== this.room) return;
    this.#problem = answer.kind === 'ok' ? undefined : answer.problem;
    if (answer.kind === 'ok') this.#profile = answer.value;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    return html`<section class="side-part" aria-labelledby="profile-heading">
      <h2 id="profile-heading">Shopper</h2>
      ${this.#profile === undefined ? this.#question() : known(this.#profile)}
    </section>`;
  }

  #question(): TemplateResult {
    return html`<form
        class="note-form"
        @submit=${(event: Event) => {
          event.preventDefault();
          void this.#look();
        }}
      >
        <input
          class="input"
          type="text"
          aria-label="Why you look at the profile"
          placeholder="Why you look (it is logged)"
          maxlength="300"
          .value=${live(this.#reason)}
          @input=${({ target }: Event) => {
            if (target instanceof HTMLInputElement) this.#reason = target.value;
            this.requestUpdate();
          }}
        />
        <button class="button" ?disabled=${this.#reason.trim() === ''}>Show</button>
      </form>
      ${problemLine(this.#problem)}`;
  }
}

function known({ isCustomer, hasConsented, recent }: ShopperProfile): TemplateResult {
  const nowMs = serverNow();
  return html`<p class="profile-tags">
      ${isCustomer ? html`<span class="tag good">Customer, proved by the shop</span>` : html`<span class="tag">Visitor</span>`}
      ${hasConsented ? nothing : html`<span class="tag warm">No consent: nothing is kept of what they did</span>`}
    </p>
    ${
      recent.length === 0
        ? nothing
        : html`<ul class="recent">
            ${recent.map(({ title, action, at }) => html`<li><span dir="auto">${title}</span> <span class="quiet">${action}, ${sayTime(at, nowMs)}</span></li>`)}
          </ul>`
    }`;
}

customElements.define('desk-profile', DeskProfile);

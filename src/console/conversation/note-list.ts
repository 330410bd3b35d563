import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Note } from '../../domain/desk/conversation.ts';
import { problemLine } from '../components/states.ts';
import { DeskElement } from '../desk-element.ts';
import { newId } from '../new-id.ts';
import type { Problem } from '../problem.ts';
import { sayTime } from '../say-time.ts';
import { serverNow } from '../server-clock.ts';
import type { ConversationRoom } from './conversation-room.ts';

/** What colleagues tell each other of a conversation. What is being written is kept over a reload. */
class DeskNotes extends DeskElement {
  static override properties = {
    room: { attribute: false },
    notes: { attribute: false },
    canWrite: { attribute: false },
  };
  declare room: ConversationRoom;
  declare notes: readonly Note[];
  declare canWrite: boolean;
  #text = '';
  /** The same in every try. */
  #noteId = newId();
  #problem: Problem | undefined;
  /** Where one is on its way to. */
  #addingTo: ConversationRoom | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('room')) return;
    this.#text = this.room.kept.read<string>('note') ?? '';
    this.#noteId = newId();
    this.#problem = undefined;
  }

  #write(text: string): void {
    this.#text = text;
    if (text === '') this.room.kept.remove('note');
    else this.room.kept.write('note', text);
    this.requestUpdate();
  }

  /** One at a time. What is written meanwhile, here or in another conversation, is the next one. */
  async #add(): Promise<void> {
    const { room } = this;
    const written = this.#text;
    if (written.trim() === '' || this.#addingTo === room) return;
    this.#addingTo = room;
    const answer = await room.addNote(written.trim(), this.#noteId);
    if (this.#addingTo === room) this.#addingTo = undefined;
    if (answer.kind === 'ok' && room.kept.read('note') === written) room.kept.remove('note');
    if (room !== this.room) return;
    this.#problem = answer.kind === 'ok' ? undefined : answer.problem;
    if (answer.kind === 'ok') {
      this.#noteId = newId();
      if (this.#text === written) this.#write('');
    }
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const nowMs = serverNow();
    return html`<section class="side-part" aria-labelledby="notes-heading">
      <h2 id="notes-heading">Notes <span class="quiet">for colleagues alone</span></h2>
      ${
        this.notes.length === 0
          ? nothing
          : html`<ul class="notes">
              ${this.notes.map(
                ({ by, at, text }) => html`<li>
                  <p class="bubble-who">${by.firstName} <time datetime=${at}>${sayTime(at, nowMs)}</time></p>
                  <p dir="auto">${text}</p>
                </li>`,
              )}
            </ul>`
      }
      ${this.canWrite ? this.#form() : nothing}
    </section>`;
  }

  #form(): TemplateResult {
    return html`<form
        class="note-form"
        @submit=${(event: Event) => {
          event.preventDefault();
          void this.#add();
        }}
      >
        <input
          id="note"
          class="input"
          type="text"
          aria-label="A note for colleagues"
          placeholder="A note ( n )"
          maxlength="2000"
          dir="auto"
          .value=${live(this.#text)}
          @input=${({ target }: Event) => target instanceof HTMLInputElement && this.#write(target.value)}
        />
        <button class="button" ?disabled=${this.#text.trim() === ''}>Add</button>
      </form>
      ${problemLine(this.#problem)}`;
  }
}

customElements.define('desk-notes', DeskNotes);

import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { RatingAnswer } from './further-client.ts';
import type { Fetched } from './request.ts';
import { css } from './styles.ts';
import type { Label } from './widget-labels.ts';

const SCORES = [1, 2, 3, 4, 5] as const;
const LONGEST_COMMENT = 1_000;

export const styles = css`
  .how-was-it {
    margin-block-end: 1rem;
    padding: 0.85rem 1rem 1rem;
    border: 1px solid var(--line);
    border-radius: var(--round);
  }
  .how-was-it h3 {
    font-size: 0.95rem;
    font-weight: 650;
  }
  .how-was-it .chip[aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  .how-was-it [role='group'] .chip {
    min-inline-size: 2.75rem;
    min-block-size: 2.75rem;
  }
  .how-was-it label {
    display: grid;
    gap: 0.25rem;
    font-size: 0.85rem;
  }
  .how-was-it textarea {
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--line);
    border-radius: 10px;
  }
  .how-was-it textarea:focus {
    border-color: var(--accent);
    box-shadow: 0 0 0 1px var(--accent);
  }
`;

/** Asks once how a conversation was; to say nothing is an answer. */
export class Rating {
  isOver = false;
  #score: number | undefined;
  #stand: 'asking' | 'sending' | 'failed' | 'thanks' = 'asking';
  readonly #options: {
    send(answer: RatingAnswer): Promise<Fetched<unknown>>;
    /** It is drawn again. */
    changed(): void;
  };

  constructor(options: { send(answer: RatingAnswer): Promise<Fetched<unknown>>; changed(): void }) {
    this.#options = options;
  }

  readonly view = (label: Label): TemplateResult => {
    if (this.#stand === 'thanks') return html`<p class="event" role="status">${label('rateThanks')}</p>`;
    const isOff = this.#score === undefined || this.#stand === 'sending';
    return html`<form class="how-was-it" aria-labelledby="rate-ask" @submit=${this.#onSubmit}>
      <h3 id="rate-ask">${label('rateAsk')}</h3>
      <div class="steps" role="group" aria-label=${label('rateEnds')}>
        ${SCORES.map(
          (score) => html`<button
            type="button"
            class="chip"
            aria-label=${label('rateScore', { score })}
            aria-pressed=${score === this.#score}
            @click=${() => this.#choose(score)}
          >${score}</button>`,
        )}
      </div>
      <p class="note">${label('rateEnds')}</p>
      ${
        this.#score === undefined
          ? nothing
          : html`<label>${label('rateComment')}
            <textarea name="comment" rows="2" dir="auto" maxlength=${LONGEST_COMMENT}></textarea></label>`
      }
      ${this.#stand === 'failed' ? html`<p class="note" role="alert">${label('offline')}</p>` : nothing}
      <div class="steps">
        <button class="option" ?disabled=${isOff}>${label('rateSend')}</button>
        <button type="button" class="chip" @click=${this.#decline}>${label('rateNo')}</button>
      </div>
    </form>`;
  };

  #choose(score: number): void {
    this.#score = score;
    this.#options.changed();
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.#score === undefined || !(event.currentTarget instanceof HTMLFormElement)) return;
    const comment = String(new FormData(event.currentTarget).get('comment') ?? '').trim();
    void this.#send({ score: this.#score, ...(comment !== '' && { comment }) });
  };

  readonly #decline = (): void => {
    this.isOver = true;
    void this.#send({ declined: true });
  };

  async #send(answer: RatingAnswer): Promise<void> {
    this.#set('sending');
    const sent = await this.#options.send(answer);
    // What was answered elsewhere meanwhile is answered.
    const isDone = sent.kind === 'fetched' || sent.failure === 'refused' || sent.failure === 'gone';
    this.#set(isDone ? 'thanks' : 'failed');
  }

  #set(stand: 'sending' | 'failed' | 'thanks'): void {
    this.#stand = stand;
    this.#options.changed();
  }
}

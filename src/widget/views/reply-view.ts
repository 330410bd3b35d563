import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Chip } from '../../domain/turn.ts';
import type { PartsContext } from '../list-context.ts';
import type { Reply } from '../reply-state.ts';
import type { ShoppingController } from '../shopping-controller.ts';
import { replyText } from './reply-text.ts';

export interface ReplyContext extends PartsContext {
  readonly shopping: ShoppingController;
  /** What the shopper said next; absent when nothing yet. */
  readonly answer?: string;
}

export function replyView(reply: Reply, context: ReplyContext): TemplateResult {
  const { label, isLast, shopping } = context;
  return html`
    <article class="reply" lang=${reply.language || nothing} aria-busy=${reply.isComplete ? 'false' : 'true'}>
      <h3 class="unseen">${label('assistant')}</h3>
      <div class="bubble">${replyText(reply.text)}</div>
      ${reply.review === undefined ? nothing : html`<p class="note">${label('heldUntil', { time: timeOf(reply.review.heldUntil, reply.language) })}</p>`}
      ${reply.isDegraded ? html`<p class="note">${label('degraded')}</p>` : nothing}
      ${shopping.parts(reply, context)}
      ${isLast && reply.isComplete ? nextSteps(reply, context) : nothing}
      ${isLast ? nothing : answered(reply, context)}
    </article>
  `;
}

/** @param at ISO 8601. @param language BCP 47; the browser's when empty. */
const timeOf = (at: string, language: string): string =>
  new Date(at).toLocaleTimeString(language || undefined, { timeStyle: 'short' });

/** What a chip and an answer of the question both say is shown once, as an answer. */
function nextSteps({ question, chips }: Reply, { label, isBusy, onSay }: ReplyContext): TemplateResult {
  const others = chips.filter((chip) => question?.options.includes(chip.label) !== true);
  return html`
    ${
      question === undefined
        ? nothing
        : html`<div class="steps" role="group" aria-label=${question.text}>
            ${question.options.map(
              (option) =>
                html`<button class="option" dir="auto" ?disabled=${isBusy} @click=${() => onSay(option)}>${option}${countOf(chips.find((chip) => chip.label === option))}</button>`,
            )}
          </div>`
    }
    ${
      others.length === 0
        ? nothing
        : html`<div class="steps" role="group" aria-label=${label('chips')}>
            ${others.map(
              (chip) => html`<button class="chip" ?disabled=${isBusy} @click=${() => onSay(chip.message)}>
                <span dir="auto">${chip.label}</span>${countOf(chip)}
              </button>`,
            )}
          </div>`
    }
  `;
}

const countOf = (chip: Chip | undefined): TemplateResult | typeof nothing =>
  chip === undefined || chip.count < 2 ? nothing : html`<span class="count">${chip.count}</span>`;

/** A question that is over keeps its answers, to be read and not to be tapped. */
function answered({ question }: Reply, { answer }: ReplyContext): TemplateResult | typeof nothing {
  if (question === undefined || question.options.length === 0) return nothing;
  return html`<div class="steps" role="group" aria-label=${question.text}>
    ${question.options.map(
      (option) =>
        html`<button class="answered" dir="auto" disabled aria-pressed=${option === answer}>${option}</button>`,
    )}
  </div>`;
}

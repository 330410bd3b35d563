import { html, nothing, type TemplateResult } from 'lit';
import type { ProductView } from '../../domain/turn.ts';
import type { Reply } from '../reply-state.ts';
import type { Label } from '../widget-labels.ts';
import { comparisonTable } from './comparison-table.ts';
import { productCard } from './product-card.ts';
import { replyText } from './reply-text.ts';

export interface ReplyContext {
  readonly label: Label;
  readonly server: string;
  /** Only the last reply offers what to say next. */
  readonly isLast: boolean;
  readonly isBusy: boolean;
  onSay(text: string): void;
  onOpen(product: ProductView, position: number, listId: string): void;
}

export function replyView(reply: Reply, context: ReplyContext): TemplateResult {
  const { label, server } = context;
  const onOpen = (product: ProductView, position: number) =>
    context.onOpen(product, position, reply.messageId);
  return html`
    <article class="reply" lang=${reply.language || nothing} aria-busy=${reply.isComplete ? 'false' : 'true'}>
      <h3 class="unseen">${label('assistant')}</h3>
      <div class="bubble">${replyText(reply.text)}</div>
      ${reply.isDegraded ? html`<p class="note">${label('degraded')}</p>` : nothing}
      ${reply.comparison === undefined ? nothing : comparisonTable(reply.comparison, reply.products, label)}
      ${
        reply.products.length === 0
          ? nothing
          : html`<ol class="cards" aria-label=${label('products')}>
              ${reply.products.map((product, index) => productCard(product, index + 1, { label, server, onOpen }))}
            </ol>`
      }
      ${context.isLast && reply.isComplete ? nextSteps(reply, context) : nothing}
    </article>
  `;
}

function nextSteps({ question, chips }: Reply, { label, isBusy, onSay }: ReplyContext): TemplateResult {
  return html`
    ${
      question === undefined
        ? nothing
        : html`<div class="steps" role="group" aria-label=${question.text}>
            ${question.options.map(
              (option) =>
                html`<button class="option" ?disabled=${isBusy} @click=${() => onSay(option)}>${option}</button>`,
            )}
          </div>`
    }
    ${
      chips.length === 0
        ? nothing
        : html`<div class="steps" role="group" aria-label=${label('chips')}>
            ${chips.map(
              (chip) => html`<button class="chip" ?disabled=${isBusy} @click=${() => onSay(chip.message)}>
                ${chip.label}${chip.count === 0 ? nothing : html`<span class="count">${chip.count}</span>`}
              </button>`,
            )}
          </div>`
    }
  `;
}

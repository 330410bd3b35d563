import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ConversationController } from '../conversation-controller.ts';
import type { Label } from '../widget-labels.ts';

export interface StatusContext {
  readonly label: Label;
  /** Takes words back into the composer. */
  onEdit(text: string): void;
}

/** How the conversation stands, below the last entry: somebody works at it, it is cut, it failed, it is deleted. */
export function logStatus(
  conversation: ConversationController,
  { label, onEdit }: StatusContext,
): TemplateResult {
  const { entries, phase, failure, isSlow } = conversation;
  const latest = entries.at(-1);
  const hasWords = latest?.kind === 'reply' && latest.reply.text !== '';
  const isWorking = phase === 'sending' || phase === 'replying';
  const isWaiting = conversation.isBeginning || (isWorking && !hasWords);
  return html`
    ${
      isWaiting
        ? html`<p class="working">
            <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>
            <span class=${isSlow ? 'note' : 'unseen'}>${label(isSlow ? 'stillLooking' : 'working')}</span>
          </p>`
        : nothing
    }
    ${phase === 'resuming' ? html`<p class="note">${label('resuming')}</p>` : nothing}
    ${conversation.isDeleted ? html`<p class="event">${label('deleted')}</p>` : nothing}
    ${conversation.below?.(label) ?? nothing}
    ${
      failure === undefined
        ? nothing
        : html`<div class="failure" role="alert">
            <p>${label(failure)}</p>
            ${
              failure === 'unserved'
                ? nothing
                : failure === 'refused'
                  ? html`<button class="option" @click=${() => onEdit(conversation.withdraw())}>${label('edit')}</button>`
                  : html`<button class="option" @click=${() => void conversation.retry()}>${label('retry')}</button>`
            }
          </div>`
    }
  `;
}

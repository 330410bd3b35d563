import { html, nothing, type TemplateResult } from 'lit';
import type { ConversationController } from '../conversation-controller.ts';
import type { Label } from '../widget-labels.ts';
import { replyText } from './reply-text.ts';
import { replyView } from './reply-view.ts';

export interface LogContext {
  readonly label: Label;
  /** Addresses in the catalogue are read from here. */
  readonly server: string;
}

/** What was said, what is being said, and what went wrong, oldest first. */
export function messageLog(conversation: ConversationController, context: LogContext): TemplateResult {
  const { label, server } = context;
  const { entries, phase, failure } = conversation;
  const latest = entries.at(-1);
  const hasWords = latest?.kind === 'reply' && latest.reply.text !== '';
  const isWaiting = conversation.isBeginning || (phase === 'replying' && !hasWords);
  const greeting = conversation.conversation?.greeting;
  return html`
    ${greeting === undefined ? nothing : html`<div class="reply" lang=${greeting.language}><div class="bubble">${replyText(greeting.text)}</div></div>`}
    ${entries.map((entry, index) =>
      entry.kind === 'said'
        ? html`<div class="said"><h3 class="unseen">${label('you')}</h3><p class="bubble" dir="auto">${entry.text}</p></div>`
        : replyView(entry.reply, {
            label,
            server,
            isLast: index === entries.length - 1,
            isBusy: conversation.isBusy,
            onSay: (text) => void conversation.say(text),
            onOpen: (product, position, listId) => conversation.opened(product, position, listId),
          }),
    )}
    ${isWaiting ? html`<p class="working"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><span class="unseen">${label('working')}</span></p>` : nothing}
    ${phase === 'resuming' ? html`<p class="note">${label('resuming')}</p>` : nothing}
    ${
      failure === undefined
        ? nothing
        : html`<div class="failure" role="alert">
            <p>${label(failure === 'gone' ? 'failed' : failure)}</p>
            <button class="option" @click=${() => void conversation.retry()}>${label('retry')}</button>
          </div>`
    }
  `;
}

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DeskMessage } from '../../domain/desk/conversation.ts';
import type { Entry } from '../../domain/person.ts';
import { productLine } from '../components/product-line.ts';
import { sayTime } from '../say-time.ts';
import type { Outgoing } from './outbox.ts';
import { replyView } from './reply-view.ts';
import { translatedWords } from './translated-words.ts';
import type { Translations } from './translations.ts';

export interface TranscriptView {
  readonly messages: readonly DeskMessage[];
  readonly entries: readonly Entry[];
  readonly outgoing: readonly Outgoing[];
  readonly hasEarlier: boolean;
  readonly nowMs: number;
  readonly translations: Translations;
  /** That the shopper speaks now. */
  readonly language: string;
  onEarlier(): void;
  onResend(clientMessageId: string): void;
  onDrop(clientMessageId: string): void;
}

type Piece =
  | { readonly key: string; readonly kind: 'message'; readonly message: DeskMessage }
  | { readonly key: string; readonly kind: 'entry'; readonly entry: Entry };

/** The latest pieces are put into the reader's language as they come; what was said before when it is asked for. */
const READ_AT_ONCE = 20;

/** What was said, oldest first: every message with its answer, and what persons of the shop said and did. */
export function transcript(view: TranscriptView): TemplateResult {
  const pieces = piecesOf(view);
  const readFrom = pieces.length - READ_AT_ONCE;
  return html`<div class="talk-log" role="log" aria-label="Conversation" tabindex="0">
    ${
      view.hasEarlier
        ? html`<button class="button small" type="button" @click=${() => view.onEarlier()}>Earlier messages</button>`
        : nothing
    }
    ${repeat(
      pieces,
      ({ key }) => key,
      (piece, at) => {
        const read: Read = (text, from, isSure = true) =>
          translatedWords(view.translations, { text, from, isAsked: isSure && at >= readFrom });
        return piece.kind === 'message'
          ? messageView(piece.message, view.nowMs, read)
          : entryView(piece.entry, view, read);
      },
    )}
    ${repeat(
      view.outgoing,
      ({ clientMessageId }) => clientMessageId,
      (message) => outgoingView(message, view),
    )}
  </div>`;
}

/** Entries stand after the turn they name; those of an earlier one that is not shown are left out with it. */
function piecesOf({ messages, entries, hasEarlier }: TranscriptView): readonly Piece[] {
  const after = Map.groupBy(entries, ({ afterMessageId }) => afterMessageId);
  const toPiece = (entry: Entry): Piece => ({ key: `entry-${entry.number}`, kind: 'entry', entry });
  return [
    ...(hasEarlier ? [] : (after.get(undefined) ?? [])).map(toPiece),
    ...messages.flatMap((message): Piece[] => [
      { key: message.messageId, kind: 'message', message },
      ...(after.get(message.messageId) ?? []).map(toPiece),
    ]),
  ];
}

/** @param isSure False where what it is written in is a guess. */
type Read = (text: string, from: string, isSure?: boolean) => TemplateResult | typeof nothing;

const messageView = (message: DeskMessage, nowMs: number, read: Read): TemplateResult =>
  html`<article class="turn">
    <div class="bubble shopper">
      <p class="bubble-who">Shopper <time datetime=${message.at}>${sayTime(message.at, nowMs)}</time></p>
      <p class="bubble-text" dir="auto">${message.utterance}</p>
      ${read(message.utterance, message.turn.language)}
    </div>
    ${message.turn.repliedBy === 'person' ? nothing : replyView(message.turn, read(message.turn.text, message.turn.language))}
  </article>`;

const EVENT_WORDS: Readonly<Record<Entry['kind'], (firstName: string) => string>> = {
  said: (firstName) => firstName,
  approved: (firstName) => `${firstName} approved`,
  corrected: (firstName) => `${firstName} corrected the list`,
  lapsed: () => 'Nobody approved the reply in time; the shopper was told that it takes longer',
  closed: (firstName) => `${firstName} closed the conversation`,
  asked: () => 'A person was asked for',
  joined: (firstName) => `${firstName} took over; the shopper was told`,
  'need-changed': (firstName) => `${firstName} changed what is looked for; the shopper was not told`,
  left: (firstName) => `${firstName} handed back to the assistant; the shopper was told`,
};

function entryView(
  entry: Entry,
  { nowMs, language }: Pick<TranscriptView, 'nowMs' | 'language'>,
  read: Read,
): TemplateResult {
  const { kind, firstName = 'Somebody', text, original, products = [], createdAt } = entry;
  const words = (EVENT_WORDS[kind] ?? (() => kind))(firstName);
  const time = html`<time datetime=${createdAt}>${sayTime(createdAt, nowMs)}</time>`;
  const isEvent = kind === 'need-changed' || (text === undefined && products.length === 0);
  if (isEvent)
    return html`<p class="event">
      ${words}${text === undefined ? nothing : html`: <span dir="auto">${text}</span>`} ${time}
    </p>`;
  return html`<article class="bubble person">
    <p class="bubble-who">${words} ${time}</p>
    ${text === undefined ? nothing : html`<p class="bubble-text" dir="auto">${text}</p>`}
    ${original === undefined ? nothing : html`<p class="bubble-text translation" dir="auto"><span class="quiet">As written:</span> ${original}</p>`}
    ${text === undefined || original !== undefined ? nothing : read(text, language, kind !== 'said')}
    ${products.length === 0 ? nothing : html`<ol class="sent-products">${products.map((product) => html`<li>${productLine(product)}${product.reasons?.[0] === undefined ? nothing : html`<p class="quiet" dir="auto">${product.reasons[0]}</p>`}</li>`)}</ol>`}
  </article>`;
}

function outgoingView(
  { clientMessageId, text, isSending, problem }: Outgoing,
  view: TranscriptView,
): TemplateResult {
  return html`<article class="bubble person outgoing ${isSending ? 'sending' : 'unsent'}">
    <p class="bubble-who">You · ${isSending ? 'sending…' : 'not sent'}</p>
    <p class="bubble-text" dir="auto">${text}</p>
    ${
      isSending
        ? nothing
        : html`<p class="problem-line" role="alert">${problem?.detail ?? 'It was not sent before the page was left.'}</p>
            <div class="actions">
              <button class="button small main" type="button" @click=${() => view.onResend(clientMessageId)}>Send again</button>
              <button class="button small" type="button" @click=${() => view.onDrop(clientMessageId)}>Discard</button>
            </div>`
    }
  </article>`;
}

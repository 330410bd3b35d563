import { html, nothing, type TemplateResult } from 'lit';
import type { Draft } from '../../domain/desk/draft.ts';
import type { ConversationRoom } from '../conversation/conversation-room.ts';
import { evidence } from '../conversation/reply-view.ts';
import { translatedWords } from '../conversation/translated-words.ts';
import type { RefineKind } from './refine-sending.ts';

/** What a proposed reply answers, and what each of its statements rests on. */
export function refineReasons(
  { messageId, proposed }: Draft,
  kind: RefineKind,
  room: ConversationRoom,
): TemplateResult | typeof nothing {
  const message = room.messages.find((each) => each.messageId === messageId);
  if (kind === 'shown' || message === undefined) return nothing;
  const { utterance, turn } = message;
  const { claims, products } = proposed;
  return html`<div class="refine-reasons">
    <p class="quiet">Answers “<span dir="auto">${utterance}</span>”</p>
    ${kind === 'suggested' ? translatedWords(room.translations, { text: utterance, from: turn.language, isAsked: true }) : nothing}
    ${claims.length === 0 ? html`<p class="hint">It states nothing of a product or a document.</p>` : evidence(claims, products)}
  </div>`;
}

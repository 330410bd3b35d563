import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ConversationController } from '../conversation-controller.ts';
import type { ConversationMemory } from '../conversation-memory.ts';
import type { DrawerName } from '../drawers.ts';
import type { Overlays } from '../overlays.ts';
import type { ReadSettings } from '../panel-place.ts';
import type { SentPicture } from '../shrink-picture.ts';
import type { Label, WidgetLabel } from '../widget-labels.ts';
import './composer.ts';
import './message-log.ts';
import type { LogContext } from './message-log.ts';
import { panelHeader } from './panel-header.ts';
import { personButton } from './person-button.ts';
import { privacyLine } from './privacy-line.ts';

export interface FrameContext {
  readonly label: Label;
  readonly shopName: string | undefined;
  /** BCP 47. */
  readonly locale: string;
  readonly conversation: ConversationController;
  /** What lies over the conversation, once anything did. */
  readonly overlays: Overlays | undefined;
  readonly memory: ConversationMemory;
  readonly settings: ReadSettings;
  /** In the basket. */
  readonly pieces: number;
  /** What lies over the log. */
  readonly over: TemplateResult | undefined;
  readonly logContext: LogContext;
  /** What a screen reader is told now. */
  readonly announcement: string;
  /** What was done, for a moment. */
  readonly notice: WidgetLabel | undefined;
  onDrawer(name: DrawerName): void;
  onMenu(): void;
  onClose(): void;
}

/** The panel: header, log with what lies over it, composer, and the way to a person. */
export function panelFrame(context: FrameContext): TemplateResult {
  const { label, conversation, overlays, notice } = context;
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    context.onClose();
  };
  return html`
    <section class="panel" part="panel" role="dialog" aria-label=${label('title')} lang=${context.locale} @keydown=${onKey}>
      ${panelHeader({
        label,
        shopName: context.shopName,
        handling: conversation.handling,
        speaker: conversation.persons?.speakerView(conversation.handling, label),
        drawer: overlays?.drawer,
        pieces: context.pieces,
        isMenuOpen: overlays?.isMenuOpen === true,
        onDrawer: context.onDrawer,
        onMenu: context.onMenu,
        onClose: context.onClose,
      })}
      <div class="middle">
        <floorwalker-log
          class="log"
          part="log"
          role="log"
          aria-live="off"
          aria-label=${label('log')}
          tabindex="0"
          ?inert=${overlays?.drawer !== undefined || overlays?.isAsking === true}
          .context=${context.logContext}
        ></floorwalker-log>
        <p class="connection" role="status">${conversation.isOffline ? label('noConnection') : nothing}</p>
        ${context.over ?? nothing}
      </div>
      ${footer(context)}
      <p class="notice" role="status">${notice === undefined ? nothing : label(notice)}</p>
      <p class="unseen" role="status">${context.announcement}</p>
    </section>
  `;
}

function footer({
  label,
  locale,
  memory,
  settings,
  conversation,
  overlays,
  onDrawer,
}: FrameContext): TemplateResult {
  const { isBusy, handling, personalization } = conversation;
  const onSay = (text: string, picture?: SentPicture) => void conversation.say(text, picture);
  const isAttended = handling.by === 'person';
  return html`<footer role="none">
    <floorwalker-composer .context=${{ label, locale, memory, settings, isAttended, isBusy, onSay }}></floorwalker-composer>
    <div class="below">
      ${privacyLine({ label, personalization, isOpen: overlays?.drawer === 'privacy', onOpen: () => onDrawer('privacy') })}
      ${personButton({ label, handling, isBusy, onSay, onBack: () => void conversation.further().then((further) => further.backToAssistant()) })}
    </div>
  </footer>`;
}

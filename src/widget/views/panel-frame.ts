import { html, nothing, type TemplateResult } from 'lit';
import type { ConversationActions } from '../conversation-actions.ts';
import type { ConversationController } from '../conversation-controller.ts';
import type { ConversationMemory } from '../conversation-memory.ts';
import type { DrawerController } from '../drawer-controller.ts';
import type { DrawerContext, DrawerName } from '../drawers.ts';
import type { SentPicture } from '../shrink-picture.ts';
import type { Label } from '../widget-labels.ts';
import './composer.ts';
import { drawerFrame } from './drawer-frame.ts';
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
  readonly actions: ConversationActions;
  readonly memory: ConversationMemory;
  readonly drawer: DrawerController;
  readonly drawerContext: DrawerContext;
  readonly logContext: LogContext;
  /** What a screen reader is told now. */
  readonly announcement: string;
  onDrawer(name: DrawerName): void;
  onClose(): void;
}

/** The panel: header, log with what lies over it, composer, and the way to a person. */
export function panelFrame(context: FrameContext): TemplateResult {
  const { label, conversation, actions, drawer } = context;
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
        drawer: drawer.name,
        pieces: context.drawerContext.shopping.pieces,
        isMenuOpen: actions.isMenuOpen,
        onDrawer: context.onDrawer,
        onMenu: () => void actions.toggleMenu(),
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
          ?inert=${drawer.name !== undefined || actions.isAsking}
          .context=${context.logContext}
        ></floorwalker-log>
        <p class="connection" role="status">${conversation.isOffline ? label('noConnection') : nothing}</p>
        ${drawer.name === undefined ? nothing : drawerFrame(drawer.name, drawer, context.drawerContext)}
        ${actions.isMenuOpen ? actions.menu(label) : nothing}
        ${
          actions.isAsking
            ? actions.views?.deleteQuestion({
                label,
                isUnderWay: actions.isDeleting,
                onDelete: () => void actions.delete(),
                onKeep: actions.keep,
              })
            : nothing
        }
      </div>
      ${footer(context)}
      <p class="notice" role="status">${actions.notice === undefined ? nothing : label(actions.notice)}</p>
      <p class="unseen" role="status">${context.announcement}</p>
    </section>
  `;
}

function footer({
  label,
  locale,
  memory,
  conversation,
  drawer,
  drawerContext,
  onDrawer,
}: FrameContext): TemplateResult {
  const { isBusy, handling, personalization } = conversation;
  const onSay = (text: string, picture?: SentPicture) => void conversation.say(text, picture);
  const { server } = drawerContext;
  const isAttended = handling.by === 'person';
  return html`<footer role="none">
    <floorwalker-composer .context=${{ label, locale, memory, server, isAttended, isBusy, onSay }}></floorwalker-composer>
    <div class="below">
      ${privacyLine({ label, personalization, isOpen: drawer.name === 'privacy', onOpen: () => onDrawer('privacy') })}
      ${personButton({ label, handling, isBusy, onSay, onBack: () => void conversation.backToAssistant() })}
    </div>
  </footer>`;
}

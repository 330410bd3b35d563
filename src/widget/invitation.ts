import type { WidgetSettings } from '../domain/widget-settings.ts';
import { type Bubble, showBubble } from './invitation-bubble.ts';
import { createInvitationMemory } from './invitation-memory.ts';
import { dueInvitation, invitationText, type PageFacts } from './invitation-rules.ts';
import refusals from './invitation-words.json' with { type: 'json' };
import type { Storages } from './kept-conversation.ts';
import { languageOf } from './translate.ts';

/** The element as invitations know it. `basket`: the value of the basket in its minor unit, where the page says it. */
export interface Inviting extends HTMLElement {
  readonly open: boolean;
  show(): Promise<void>;
}

export interface InvitingOptions {
  readonly element: Inviting;
  readonly settings: WidgetSettings;
  /** Origin of the assistant. */
  readonly server: string;
  readonly storages: Storages;
  /** BCP 47. */
  readonly locale: () => string;
  /** Whether the shopper agreed that something is kept over visits. */
  readonly hasAgreed: () => boolean;
  /** The shopper has talked in this visit: nobody is invited who has come. */
  readonly hasTalked: () => boolean;
  readonly clock: () => number;
}

const TICK_MS = 1_000;
const WORDS: Readonly<Record<string, { readonly refuse: string }>> = refusals;

/** Looks at what the shopper does on the page, and invites when a rule of the shop holds. @returns Ends it. */
export function invite(options: InvitingOptions): () => void {
  const { element, settings, server, storages, hasAgreed, clock } = options;
  const memory = createInvitationMemory(server, { ...storages, hasAgreed });
  const watch = watchPage(() => look());
  let bubble: Bubble | undefined;

  function look(): void {
    if (bubble !== undefined || options.hasTalked()) return;
    if (element.open || !element.isConnected) return;
    const rule = dueInvitation(settings.invitations, factsNow(), memory.past(), clock());
    if (rule === undefined || element.shadowRoot === null) return;
    const { text, language } = invitationText(rule, options.locale());
    memory.shown(rule.id, clock());
    bubble = showBubble({
      root: element.shadowRoot,
      text,
      language,
      refuse: WORDS[languageOf(options.locale())]?.refuse ?? refusals.en.refuse,
      onAccept: () => {
        clear();
        void element.show();
      },
      onRefuse: () => {
        memory.refused();
        clear();
      },
    });
  }

  const factsNow = (): PageFacts => {
    const basket = element.getAttribute('basket');
    return {
      ...watch.facts(),
      path: location.pathname,
      basketMinor: basket === null || !/^\d{1,12}$/.test(basket) ? undefined : Number(basket),
      market: element.getAttribute('market')?.toUpperCase() ?? settings.capabilities.markets[0],
    };
  };
  const clear = () => {
    bubble?.remove();
    bubble = undefined;
  };
  element.addEventListener('floorwalker-opened', clear);
  return () => {
    clear();
    element.removeEventListener('floorwalker-opened', clear);
    watch.end();
  };
}

/** Time, scrolling and leaving, on one page after another: a page changed by script is another page. */
function watchPage(onChange: () => void) {
  let path = location.pathname;
  let seconds = 0;
  let scrolledShare = 0;
  let isLeaving = false;
  const tick = () => {
    if (path !== location.pathname) {
      path = location.pathname;
      seconds = 0;
      scrolledShare = 0;
    }
    if (document.visibilityState === 'visible') seconds += TICK_MS / 1_000;
    onChange();
  };
  const onScroll = () => {
    const { scrollHeight, clientHeight } = document.documentElement;
    const room = scrollHeight - clientHeight;
    if (room > 0) scrolledShare = Math.max(scrolledShare, Math.min(1, scrollY / room));
  };
  /** A finger has nowhere to leave to. */
  const onOut = ({ pointerType, relatedTarget, clientY }: PointerEvent) => {
    isLeaving = pointerType === 'mouse' && relatedTarget === null && clientY <= 0;
    if (isLeaving) onChange();
    isLeaving = false;
  };
  // The page may have been scrolled before this came.
  onScroll();
  const timer = setInterval(tick, TICK_MS);
  addEventListener('scroll', onScroll, { passive: true });
  document.addEventListener('pointerout', onOut);
  return {
    facts: () => ({ seconds, scrolledShare, isLeaving }),
    end() {
      clearInterval(timer);
      removeEventListener('scroll', onScroll);
      document.removeEventListener('pointerout', onOut);
    },
  };
}

import type { WidgetSettings } from '../domain/widget-settings.ts';
import { type BubbleOptions, bubbleSheet, createBubble } from './invitation-bubble.ts';
import { createInvitationMemory } from './invitation-memory.ts';
import { dueInvitation, invitationText } from './invitation-rules.ts';
import refusals from './invitation-words.json' with { type: 'json' };
import { watchPage } from './page-watch.ts';
import { spokenLocale } from './spoken-locale.ts';
import { STORAGES } from './tolerant-storage.ts';
import { languageOf } from './translate.ts';

/** The element as invitations know it. `basket`: the value of the basket in its minor unit, where the page says it. */
interface Inviting extends HTMLElement {
  readonly open: boolean;
  readonly locale: string | undefined;
  readonly shadowRoot: ShadowRoot;
  show(): Promise<void>;
}

const REFUSALS: Readonly<Record<string, string>> = refusals;
/** An element that is moved on the page stays awake. */
const awake = new WeakSet<Inviting>();

/**
 * Looks at what the shopper does on the page, and invites when a rule of the shop holds: nobody who has talked in this visit.
 *
 * @param server Origin of the assistant.
 */
export function wake(element: Inviting, server: string, { invitations, capabilities }: WidgetSettings): void {
  if (awake.has(element)) return;
  awake.add(element);
  const { shadowRoot } = element;
  const memory = createInvitationMemory(server, STORAGES);
  let bubble: HTMLElement | undefined;

  const clear = () => {
    bubble?.remove();
    bubble = undefined;
  };
  const onRefuse = () => {
    memory.refused();
    clear();
  };
  const onAccept = () => {
    clear();
    void element.show();
  };
  const wordsOf = (rule: Parameters<typeof invitationText>[0]): BubbleOptions => {
    const locale = spokenLocale(element.locale);
    const refuse = REFUSALS[languageOf(locale)] ?? refusals.en;
    return { ...invitationText(rule, locale), refuse, onAccept, onRefuse };
  };

  shadowRoot.adoptedStyleSheets.push(bubbleSheet());
  element.addEventListener('floorwalker-opened', clear);
  document.addEventListener('keydown', ({ key, isComposing }) => {
    if (bubble !== undefined && key === 'Escape' && !isComposing) onRefuse();
  });
  watchPage((watched) => {
    if (bubble !== undefined || memory.hasTalked() || element.open || !element.isConnected) return;
    const basket = element.getAttribute('basket') ?? '';
    const facts = {
      ...watched,
      basketMinor: /^\d{1,12}$/.test(basket) ? Number(basket) : undefined,
      market: element.getAttribute('market')?.toUpperCase() ?? capabilities.markets[0],
    };
    const rule = dueInvitation(invitations, facts, memory.past(), Date.now());
    if (rule === undefined) return;
    memory.shown(rule.id, Date.now());
    bubble = createBubble(wordsOf(rule));
    shadowRoot.prepend(bubble);
  });
}

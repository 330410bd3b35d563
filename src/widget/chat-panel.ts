import { nothing, type TemplateResult } from 'lit/html.js';
import { announcementOf } from './announcement.ts';
import { createChatClient } from './chat-client.ts';
import { panelStyles } from './chat-styles.ts';
import { ConversationController } from './conversation-controller.ts';
import type { Entry } from './conversation-entry.ts';
import { createConversationMemory } from './conversation-memory.ts';
import type { DrawerName } from './drawers.ts';
import { DrawnElement, redrawnBy } from './drawn-element.ts';
import { exampleQuestions } from './example-questions.ts';
import { isFamiliarIn } from './form-of-address.ts';
import { LatePart } from './late-part.ts';
import type { Overlays } from './overlays.ts';
import { tellingPage } from './page-events.ts';
import type { PanelPlace, ReadSettings } from './panel-place.ts';
import { pause } from './pause.ts';
import { presentPage } from './present-page.ts';
import { ShoppingController } from './shopping-controller.ts';
import { adoptStyles } from './styles.ts';
import { address } from './translate.ts';
import type { Composer } from './views/composer.ts';
import type { LogContext, ReplyStand } from './views/message-log.ts';
import { panelFrame } from './views/panel-frame.ts';
import { replyView } from './views/reply-view.ts';
import { type Label, loadLabel, type WidgetLabel } from './widget-labels.ts';

/** How long it is said that something was done. */
const NOTICE_MS = 6_000;

/** What an opened `<floorwalker-chat>` shows; it comes with the first intent. Closing is told by the event `panel-close`. */
export class ChatPanel extends DrawnElement {
  /** Words of the language, once they are here. */
  declare protected label: Label | undefined;
  /** Questions to begin with, drawn from the shop. */
  declare protected examples: readonly string[] | undefined;
  declare protected shopName: string | undefined;
  /** What was done, for a moment. */
  declare protected notice: WidgetLabel | undefined;
  readonly #server: string;
  readonly #settings: ReadSettings;
  readonly #client;
  readonly #memory;
  readonly #conversation;
  readonly #shopping;
  readonly #overlays: LatePart<{ readonly overlays: Overlays }>;
  #place: PanelPlace;
  #isActive = false;
  #words: Promise<void> | undefined;
  #announcement = '';
  #announced: Entry | undefined;

  /** @param server Origin of the assistant. */
  constructor(server: string, place: PanelPlace, settings: ReadSettings) {
    super();
    adoptStyles(this.attachShadow({ mode: 'open' }), panelStyles);
    this.#server = server;
    this.#place = place;
    this.#settings = settings;
    this.#client = createChatClient(server);
    this.#memory = createConversationMemory(server, {
      session: () => sessionStorage,
      lasting: () => localStorage,
    });
    this.#conversation = new ConversationController(this, {
      server,
      client: tellingPage(this, this.#client, server),
      memory: this.#memory,
      place: () => this.#place,
      page: this.#page,
    });
    const conversation = this.#conversation;
    this.#shopping = new ShoppingController(this, {
      server,
      conversation,
      place: () => this.#place,
      openBasket: () => void this.#toggleDrawer('basket'),
    });
    this.#overlays = new LatePart(this, async () => {
      const { Overlays, speakLater, styles } = await import('./overlays.ts');
      await speakLater();
      const { tell } = this;
      const focus = (selector: string) => void this.updateComplete.then(() => this.#focus(selector));
      return { styles, overlays: new Overlays(this, { conversation, focus, tell }) };
    });
    this.#speak();
    this.#wear();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('exportparts', 'panel, header, log, composer');
    const root = this.getRootNode();
    // The unit of the panel's sizes: that of the browser's settings, not of the page.
    if (root instanceof ShadowRoot) this.style.setProperty('--rem', getComputedStyle(root.host).fontSize);
    this.#attend(true);
  }

  disconnectedCallback(): void {
    this.#attend(false);
  }

  #attend(isThere: boolean): void {
    this.#conversation.attend(isThere);
    this.#shopping.attend(isThere);
  }

  /** Whether it is seen; a closed one keeps its conversation. */
  get active(): boolean {
    return this.#isActive;
  }

  set active(active: boolean) {
    if (this.#isActive === active) return;
    this.#isActive = active;
    this.requestUpdate();
    if (!active) return;
    void this.#conversation.begin();
    void this.#knowShop();
    void this.#findExamples();
  }

  move(place: PanelPlace): void {
    const { market, locale } = this.#place;
    this.#place = place;
    this.#wear();
    if (place.locale !== locale) this.#speak();
    if (place.locale === locale && place.market === market) return;
    this.examples = undefined;
    if (!this.active) return;
    void this.#conversation.move();
    void this.#knowShop();
    void this.#findExamples();
  }

  #wear(): void {
    this.setAttribute('preset', this.#place.preset ?? '');
  }

  #speak(): void {
    const { locale } = this.#place;
    // What was said in another language stays in it when its words cannot be had.
    this.#words = loadLabel(locale).then(
      (label) => {
        if (this.#place.locale !== locale) return;
        this.label = label;
        if (this.active) void this.#findExamples();
      },
      () => {},
    );
  }

  /**
   * Gives the composer the focus, once it is drawn.
   *
   * @param typed What was typed before it was there, which goes; whole lines were sent.
   */
  async takeUp(typed?: HTMLTextAreaElement): Promise<void> {
    await this.#words;
    await this.updateComplete;
    await this.#composer()?.updateComplete;
    const lines = typed?.value.split('\n') ?? [];
    this.#composer()?.put(lines.pop() ?? '');
    this.#composer()?.focus();
    typed?.remove();
    const sent = lines.join('\n').trim();
    if (sent !== '') await this.say(sent);
  }

  async say(text: string): Promise<void> {
    await this.#conversation.say(text);
  }

  async startOver(): Promise<void> {
    await this.#conversation.restart();
  }

  protected override beforeDrawing(): void {
    this.#announce();
    this.#shopping.update();
  }

  /** Each reply once, when it is whole: a screen reader is not told every word as it comes. */
  #announce(): void {
    const [latest, label] = [this.#conversation.entries.at(-1), this.label];
    if (label === undefined) return;
    if (this.#conversation.isSlow) this.#announcement = label('stillLooking');
    const announcement = latest === this.#announced ? undefined : announcementOf(latest, label);
    if (announcement === undefined) return;
    this.#announced = latest;
    this.#announcement = announcement;
  }

  protected override content(): TemplateResult | typeof nothing {
    const { label, shopName, notice } = this;
    if (label === undefined || !this.active) return nothing;
    const [conversation, shopping, server] = [this.#conversation, this.#shopping, this.#server];
    const { locale } = this.#place;
    const overlays = this.#overlays.part?.overlays;
    return panelFrame({
      ...{ label, shopName, locale, conversation, overlays, notice },
      memory: this.#memory,
      settings: this.#settings,
      pieces: shopping.pieces,
      over: overlays?.view({
        label,
        locale,
        server,
        conversation,
        shopping,
        host: this,
        close: overlays.closeDrawer,
      }),
      logContext: this.#logContext(label),
      announcement: this.#announcement,
      onDrawer: (name) => void this.#toggleDrawer(name),
      onMenu: () => void this.#withOverlays((over) => over.toggleMenu()),
      onClose: this.#hide,
    });
  }

  #logContext(label: Label): LogContext {
    const conversation = this.#conversation;
    const context = (stand: ReplyStand) => ({
      ...stand,
      label,
      shopping: this.#shopping,
      isBusy: conversation.isBusy,
      onSay: (text: string) => void conversation.say(text),
      onOpen: conversation.opened,
    });
    return {
      label,
      conversation,
      examples: this.examples ?? [],
      onEdit: (text) => {
        this.#composer()?.put(text);
        this.#composer()?.focus();
      },
      reply: (reply, stand) => replyView(reply, context(stand)),
      parts: (reply, stand) => this.#shopping.parts(reply, context(stand)),
    };
  }

  #toggleDrawer(name: DrawerName): Promise<void> {
    return this.#withOverlays((overlays) => void overlays.toggleDrawer(name));
  }

  /** Says so when they cannot be had. */
  async #withOverlays(act: (overlays: Overlays) => void): Promise<void> {
    const late = await this.#overlays.bring();
    if (late === undefined) await this.tell('offline');
    else act(late.overlays);
  }

  /** Says for a moment what was done. */
  readonly tell = async (notice: WidgetLabel): Promise<void> => {
    this.notice = notice;
    await pause(NOTICE_MS);
    if (this.notice === notice) this.notice = undefined;
  };

  readonly #page = () => presentPage(this.#place);

  readonly #hide = (): void => {
    this.dispatchEvent(new CustomEvent('panel-close'));
  };

  async #knowShop(): Promise<void> {
    const settings = await this.#settings();
    if (settings === undefined) return;
    this.shopName = settings.shopName;
    address(isFamiliarIn(settings, this.#place));
    this.requestUpdate();
  }

  async #findExamples(): Promise<void> {
    const { label } = this;
    const place = this.#place;
    if (label === undefined || (this.examples ?? []).length > 0) return;
    const { market, locale } = place;
    const asked = { ...(market !== undefined && { market }), locale };
    const examples = await exampleQuestions(this.#client, asked, label);
    if (this.#place === place) this.examples = examples;
  }

  #composer(): Composer | undefined {
    return this.renderRoot.querySelector<Composer>('floorwalker-composer') ?? undefined;
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

redrawnBy(ChatPanel, 'label', 'examples', 'shopName', 'notice');
customElements.define('floorwalker-panel', ChatPanel);

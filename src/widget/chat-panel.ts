import { LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { announcementOf } from './announcement.ts';
import { createChatClient } from './chat-client.ts';
import { panelStyles } from './chat-styles.ts';
import { ConversationActions } from './conversation-actions.ts';
import { ConversationController } from './conversation-controller.ts';
import type { Entry } from './conversation-entry.ts';
import { type ConversationMemory, createConversationMemory } from './conversation-memory.ts';
import { DrawerController } from './drawer-controller.ts';
import type { DrawerContext, DrawerName } from './drawers.ts';
import { exampleQuestions } from './example-questions.ts';
import { tellingPage } from './page-events.ts';
import type { PageView } from './page-product.ts';
import { readSettings } from './read-settings.ts';
import { ShoppingController } from './shopping-controller.ts';
import type { Composer } from './views/composer.ts';
import type { LogContext } from './views/message-log.ts';
import { panelFrame } from './views/panel-frame.ts';
import { replyView } from './views/reply-view.ts';
import { type Label, loadLabel } from './widget-labels.ts';

/** What an opened `<floorwalker-chat>` shows; it comes with the first intent. Closing is told by the event `panel-close`. */
export class ChatPanel extends LitElement {
  static override readonly styles = panelStyles;
  static override readonly properties = {
    server: { attribute: false },
    market: { attribute: false },
    locale: { attribute: false },
    product: { attribute: false },
    preset: { reflect: true },
    active: { type: Boolean, reflect: true },
    label: { state: true },
    examples: { state: true },
    shopName: { state: true },
  };

  /** Origin of the assistant. */
  declare server: string;
  declare market: string | undefined;
  /** BCP 47. */
  declare locale: string;
  declare product: string | undefined;
  /** Its looks. */
  declare preset: string | undefined;
  /** Whether it is seen; a closed one keeps its conversation. */
  declare active: boolean;
  /** Words of the language, once they are here. */
  declare protected label: Label | undefined;
  /** Questions to begin with, drawn from the shop. */
  declare protected examples: readonly string[];
  declare protected shopName: string | undefined;
  #conversation: ConversationController | undefined;
  #shopping: ShoppingController | undefined;
  #actions: ConversationActions | undefined;
  readonly #drawer = new DrawerController(this);
  readonly #client = () => createChatClient(this.server);
  #memory: ConversationMemory | undefined;
  #announcement = '';
  #announced: Entry | undefined;

  constructor() {
    super();
    this.active = false;
    this.examples = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('exportparts', 'panel, header, log, composer');
    if (this.#conversation !== undefined) return;
    this.#memory = createConversationMemory(this.server, {
      session: () => sessionStorage,
      lasting: () => localStorage,
    });
    this.#conversation = new ConversationController(this, {
      client: tellingPage(this, createChatClient(this.server), this.server),
      memory: this.#memory,
      place: () => ({ market: this.market, locale: this.locale }),
      page: this.#page,
    });
    this.#shopping = new ShoppingController(this, {
      server: this.server,
      conversation: this.#conversation,
      place: () => ({ market: this.market, locale: this.locale }),
      openBasket: () => void this.#toggleDrawer('basket'),
    });
    this.#actions = new ConversationActions(this, { conversation: this.#conversation, focus: this.#focus });
  }

  /**
   * Gives the composer the focus, once it is drawn.
   *
   * @param typed What was typed before it was there; whole lines were sent.
   */
  async takeUp(typed?: HTMLTextAreaElement): Promise<void> {
    await this.#words;
    await this.updateComplete;
    await this.#composer()?.updateComplete;
    const lines = typed?.value.split('\n') ?? [];
    this.#composer()?.put(lines.pop() ?? '');
    this.#composer()?.focus();
    const sent = lines.join('\n').trim();
    if (sent !== '') await this.say(sent);
  }

  /** @param draft What was typed before, put before what stands there. */
  async focusComposer(draft: () => string = () => ''): Promise<void> {
    await this.takeUp();
    this.#composer()?.put(draft());
  }

  async say(text: string): Promise<void> {
    await this.#conversation?.say(text);
  }

  async startOver(): Promise<void> {
    await this.#conversation?.restart();
  }

  #words: Promise<void> | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#announce();
    if (changed.has('market') || changed.has('locale')) this.examples = [];
    if (!changed.has('locale')) return;
    const { locale } = this;
    // What was said in another language stays in it when its words cannot be had.
    this.#words = loadLabel(locale).then(
      (label) => {
        if (this.locale === locale) this.label = label;
      },
      () => {},
    );
  }

  /** Each reply once, when it is whole: a screen reader is not told every word as it comes. */
  #announce(): void {
    const [latest, label] = [this.#conversation?.entries.at(-1), this.label];
    if (label === undefined) return;
    if (this.#conversation?.isSlow === true) this.#announcement = label('stillLooking');
    const announcement = latest === this.#announced ? undefined : announcementOf(latest, label);
    if (announcement === undefined) return;
    this.#announced = latest;
    this.#announcement = announcement;
  }

  protected override updated(changed: PropertyValues): void {
    const hasMoved = changed.has('market') || changed.has('locale');
    if (this.active && hasMoved) void this.#conversation?.move();
    else if (this.active && changed.has('active')) void this.#conversation?.begin();
    if (this.active && changed.has('active')) void this.#nameShop();
    if (this.active && (hasMoved || changed.has('active') || changed.has('label'))) void this.#findExamples();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { label } = this;
    const [conversation, actions, memory] = [this.#conversation, this.#actions, this.#memory];
    const shopping = this.#shopping;
    if (label === undefined || !this.active) return nothing;
    if (conversation === undefined || actions === undefined || memory === undefined) return nothing;
    if (shopping === undefined) return nothing;
    const { locale } = this;
    return panelFrame({
      label,
      shopName: this.shopName,
      locale,
      conversation,
      actions,
      memory,
      drawer: this.#drawer,
      drawerContext: this.#drawerContext(conversation, shopping, label),
      logContext: this.#logContext(conversation, shopping, label),
      announcement: this.#announcement,
      onDrawer: (name) => void this.#toggleDrawer(name),
      onClose: this.#hide,
    });
  }

  #logContext(conversation: ConversationController, shopping: ShoppingController, label: Label): LogContext {
    return {
      label,
      conversation,
      examples: this.examples,
      onEdit: (text) => {
        this.#composer()?.put(text);
        this.#composer()?.focus();
      },
      reply: (reply, stand) =>
        replyView(reply, {
          ...stand,
          label,
          shopping,
          isBusy: conversation.isBusy,
          onSay: (text) => void conversation.say(text),
          onOpen: (product, position, listId) => conversation.opened(product, position, listId),
        }),
    };
  }

  #drawerContext(
    conversation: ConversationController,
    shopping: ShoppingController,
    label: Label,
  ): DrawerContext {
    const { locale, server } = this;
    return { label, locale, server, conversation, shopping, host: this, close: this.#closeDrawer };
  }

  async #toggleDrawer(name: DrawerName): Promise<void> {
    const toggled = this.#drawer.toggle(name);
    await this.updateComplete;
    if (this.#drawer.name === name) this.#focus('#drawer-title');
    await toggled;
  }

  /** The focus goes back to the button that opened it. */
  readonly #closeDrawer = (): void => {
    const { name } = this.#drawer;
    this.#drawer.close();
    this.#focus(`[data-drawer="${name}"]`);
  };

  /** As the element says, else as the page does; where that cannot be read, nothing is known of it. */
  readonly #page = async (): Promise<PageView> => {
    if (this.product !== undefined) return { productId: this.product };
    try {
      return (await import('./page-product.ts')).readPage(document);
    } catch {
      return {};
    }
  };

  readonly #hide = (): void => {
    this.dispatchEvent(new CustomEvent('panel-close'));
  };

  async #nameShop(): Promise<void> {
    const { server } = this;
    const settings = await readSettings(server);
    if (this.server === server) this.shopName = settings?.shopName;
  }

  async #findExamples(): Promise<void> {
    const { label, market, locale } = this;
    if (label === undefined || this.examples.length > 0) return;
    const examples = await exampleQuestions(
      this.#client(),
      { ...(market !== undefined && { market }), locale },
      label,
    );
    if (this.locale === locale && this.market === market) this.examples = examples;
  }

  #composer(): Composer | undefined {
    return this.renderRoot.querySelector<Composer>('floorwalker-composer') ?? undefined;
  }

  readonly #focus = (selector: string): void => this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
}

customElements.define('floorwalker-panel', ChatPanel);

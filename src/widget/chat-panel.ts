import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { createChatClient } from './chat-client.ts';
import { panelStyles } from './chat-styles.ts';
import { ConversationController } from './conversation-controller.ts';
import { createConversationMemory } from './conversation-memory.ts';
import { DrawerController } from './drawer-controller.ts';
import type { DrawerContext, DrawerName } from './drawers.ts';
import { composer } from './views/composer.ts';
import { drawerFrame } from './views/drawer-frame.ts';
import { messageLog } from './views/message-log.ts';
import { panelHeader } from './views/panel-header.ts';
import { type Label, loadLabel } from './widget-labels.ts';

const ROOM_ABOVE_PX = 12;

/** What an opened `<floorwalker-chat>` shows; it comes with the first intent. Closing is told by the event `panel-close`. */
export class ChatPanel extends LitElement {
  static override readonly styles = panelStyles;
  static override readonly properties = {
    server: { attribute: false },
    market: { attribute: false },
    locale: { attribute: false },
    product: { attribute: false },
    active: { type: Boolean, reflect: true },
    label: { state: true },
  };

  /** Origin of the assistant. */
  declare server: string;
  declare market: string | undefined;
  /** BCP 47. */
  declare locale: string;
  declare product: string | undefined;
  /** Whether it is seen; a closed one keeps its conversation. */
  declare active: boolean;
  /** Words of the language, once they are here. */
  declare protected label: Label | undefined;
  #conversation: ConversationController | undefined;
  readonly #drawer = new DrawerController(this);
  #isFollowing = false;
  /** Utterances on screen when following began. */
  #followed = 0;

  constructor() {
    super();
    this.active = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#conversation ??= new ConversationController(this, {
      client: createChatClient(this.server),
      memory: createConversationMemory(this.server, () => sessionStorage),
      place: () => ({ market: this.market, locale: this.locale, productId: this.product }),
    });
  }

  /**
   * Once it is drawn.
   *
   * @param draft What was typed before, put before what stands there.
   */
  async focusComposer(draft: () => string = () => ''): Promise<void> {
    await this.#words;
    await this.updateComplete;
    const textarea = this.#textarea();
    if (textarea === undefined) return;
    textarea.value = draft() + textarea.value;
    textarea.focus();
  }

  async say(text: string): Promise<void> {
    await this.#conversation?.say(text);
  }

  async startOver(): Promise<void> {
    await this.#conversation?.restart();
  }

  #words: Promise<void> | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('locale')) return;
    const { locale } = this;
    this.#words = loadLabel(locale).then((label) => {
      if (this.locale === locale) this.label = label;
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    const hasMoved = changed.has('market') || changed.has('locale');
    if (this.active && hasMoved) void this.#conversation?.move();
    else if (this.active && changed.has('active')) void this.#conversation?.begin();
    this.#follow();
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.label === undefined || !this.active ? nothing : this.#panel(this.label);
  }

  #panel(label: Label): TemplateResult {
    const conversation = this.#conversation;
    const drawer = this.#drawer;
    return html`
      <section class="panel" role="dialog" aria-label=${label('title')} lang=${this.locale} @keydown=${this.#onKey}>
        ${panelHeader({
          label,
          drawer: drawer.name,
          onDrawer: (name) => void this.#toggleDrawer(name),
          onRenew: this.#renew,
          onClose: this.#hide,
        })}
        <div class="middle">
          <div class="log" role="log" aria-live="polite" aria-label=${label('log')} tabindex="0" ?inert=${drawer.name !== undefined} @wheel=${this.#stopFollowing} @touchmove=${this.#stopFollowing} @keydown=${this.#stopFollowing}>
            ${conversation === undefined ? nothing : messageLog(conversation, { label, server: this.server })}
          </div>
          ${conversation === undefined || drawer.name === undefined ? nothing : drawerFrame(drawer.name, drawer, this.#drawerContext(conversation, label))}
        </div>
        <footer>
          ${composer({
            label,
            isBusy: conversation?.isBusy !== false,
            onSay: (text) => void conversation?.say(text),
          })}
          <label class="consent">
            <input type="checkbox" .checked=${conversation?.personalization ?? false} @change=${this.#onConsent} />
            <span>${label('consent')}</span>
          </label>
        </footer>
      </section>
    `;
  }

  #drawerContext(conversation: ConversationController, label: Label): DrawerContext {
    const { locale, server } = this;
    return { label, locale, server, conversation, host: this, close: this.#closeDrawer };
  }

  async #toggleDrawer(name: DrawerName): Promise<void> {
    const toggled = this.#drawer.toggle(name);
    await this.updateComplete;
    if (this.#drawer.name === name) this.renderRoot.querySelector<HTMLElement>('#drawer-title')?.focus();
    await toggled;
  }

  /** The focus goes back to the button that opened it. */
  readonly #closeDrawer = (): void => {
    const { name } = this.#drawer;
    this.#drawer.close();
    this.renderRoot.querySelector<HTMLElement>(`[data-drawer="${name}"]`)?.focus();
  };

  readonly #hide = (): void => {
    this.dispatchEvent(new CustomEvent('panel-close'));
  };

  readonly #renew = (): void => {
    void this.#conversation?.restart();
    this.#textarea()?.focus();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    this.#hide();
  };

  readonly #onConsent = (event: Event): void => {
    if (event.target instanceof HTMLInputElement)
      void this.#conversation?.setPersonalization(event.target.checked);
  };

  #textarea(): HTMLTextAreaElement | undefined {
    return this.renderRoot.querySelector('textarea') ?? undefined;
  }

  /** Brings what was said last to the top while the reply grows below it, until the shopper scrolls. */
  #follow(): void {
    const said = [...this.renderRoot.querySelectorAll<HTMLElement>('.said')];
    if (said.length !== this.#followed) this.#isFollowing = said.length > 0;
    this.#followed = said.length;
    const latest = said.at(-1);
    if (this.#isFollowing && latest !== undefined) {
      this.renderRoot.querySelector('.log')?.scrollTo({ top: latest.offsetTop - ROOM_ABOVE_PX });
    }
  }

  readonly #stopFollowing = (): void => {
    this.#isFollowing = false;
  };
}

customElements.define('floorwalker-panel', ChatPanel);

import type { WidgetSettings } from '../domain/widget-settings.ts';
import { AGREED } from './agreed.ts';
import type { ChatPanel } from './chat-panel.ts';
import { createLauncher } from './launcher.ts';
import launcherLabels from './launcher-labels.json' with { type: 'json' };
import { launcherSheet } from './launcher-styles.ts';
import { inviteToTalk, loadPanel, wakePage } from './load-panel.ts';
import { hasLasting, openMemory } from './open-memory.ts';
import { giveWay, placeElement } from './place-element.ts';
import { spokenLocale } from './spoken-locale.ts';
import type * as published from './widget.d.ts';

const PLACE = ['server', 'market', 'locale', 'product', 'preset'] as const;
const ATTRIBUTES = [...PLACE, 'open'] as const;
/** Of each: what the button says, and what it says when it cannot do it. */
type Language = keyof typeof launcherLabels;

/**
 * The shopper's assistant: `<floorwalker-chat server market locale product preset open>`. A button alone until the
 * shopper shows intent; the panel is loaded then. Attributes, methods and events are described in `widget.d.ts`.
 */
export class FloorwalkerChat extends HTMLElement implements published.FloorwalkerChat {
  static readonly observedAttributes = ATTRIBUTES;

  declare server: string | undefined;
  declare market: string | undefined;
  declare locale: string | undefined;
  declare product: string | undefined;
  declare preset: string | undefined;
  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #launcher = createLauncher(this.#root);
  #panel: ChatPanel | undefined;
  #loading: Promise<ChatPanel | undefined> | undefined;
  #asked: Promise<WidgetSettings | undefined> | undefined;
  #typed: HTMLTextAreaElement | undefined;
  readonly #localeTag = () => spokenLocale(this.locale);

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [launcherSheet()];
    const { button } = this.#launcher;
    button.addEventListener('click', () => void this.show());
    for (const intent of ['pointerenter', 'focus'])
      button.addEventListener(intent, () => void this.#load(), { once: true });
  }

  get open(): boolean {
    return this.hasAttribute('open');
  }

  set open(open: boolean) {
    this.toggleAttribute('open', open);
  }

  connectedCallback(): void {
    giveWay(this);
    const own: Partial<Record<string, unknown>> = Object(this);
    for (const name of ATTRIBUTES) {
      // Set before this script came it is a plain property, which would hide ours; else it stays what it is.
      const value = own[name];
      delete own[name];
      own[name] = value;
    }
    this.#word();
    // Below this the panel covers the page, so that it does not open by itself.
    const wideEnoughPx = 640;
    if (openMemory(this.#serverAddress()) && innerWidth >= wideEnoughPx) this.open = true;
    if (this.open) void this.#reveal();
    void this.#settle();
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (before === value || !this.isConnected) return;
    if (name !== 'open') this.#panel?.move(this.#place());
    else {
      const told = { bubbles: true, composed: true };
      this.dispatchEvent(new CustomEvent(`floorwalker-${this.open ? 'opened' : 'closed'}`, told));
      void this.#reveal();
    }
    this.#word();
  }

  async show(): Promise<void> {
    this.open = true;
    if (!this.#panel) this.#typed ??= this.#launcher.catchTyping();
    const panel = await this.#load();
    await panel?.takeUp(this.#typed);
    this.#typed = undefined;
  }

  hide(): void {
    const { activeElement } = this.#root;
    this.open = false;
    if (activeElement) this.#launcher.button.focus();
  }

  async say(text: string): Promise<void> {
    await this.show();
    await this.#panel?.say(text);
  }

  async startOver(): Promise<void> {
    await this.show();
    await this.#panel?.startOver();
  }

  /** Looks as the shop chose; what else it does while nobody talks comes where there is anything to do. */
  async #settle(): Promise<void> {
    const settings = await this.#settings();
    const server = this.#serverAddress();
    this.preset ??= settings?.preset;
    if (settings?.invitations.rules.length) inviteToTalk(this, server, settings);
    if (hasLasting(server)) wakePage(this, server);
    else document.addEventListener(AGREED, () => wakePage(this, server), { once: true });
  }

  /** Asked once, and again when they could not be had. */
  readonly #settings = (): Promise<WidgetSettings | undefined> => {
    this.#asked ??= fetch(`${this.#serverAddress()}/v1/widget`)
      .then((answer) => (answer.ok ? answer.json() : undefined))
      .catch(() => {
        this.#asked = undefined;
      });
    return this.#asked;
  };

  async #reveal(): Promise<void> {
    openMemory(this.#serverAddress(), this.open);
    if (this.open) await this.#load();
    if (this.#panel) this.#panel.active = this.open;
    this.#launcher.button.hidden = this.open && !!this.#panel;
  }

  /** @returns Undefined when the panel cannot be had; the shopper has been told then. */
  #load(): Promise<ChatPanel | undefined> {
    this.#launcher.tell();
    this.#loading ??= loadPanel(this.#localeTag(), this.#language())
      .then((ChatPanel) => {
        const panel = new ChatPanel(this.#serverAddress(), this.#place(), this.#settings);
        panel.addEventListener('panel-close', () => this.hide());
        this.#panel = panel;
        this.#root.append(panel);
        return panel;
      })
      .catch(() => {
        this.#loading = undefined;
        if (this.open) this.#launcher.tell(launcherLabels[this.#language()][1]);
        this.open = false;
        return undefined;
      });
    return this.#loading;
  }

  #place() {
    const { market, product, preset } = this;
    return { market, locale: this.#localeTag(), product, preset };
  }

  #word(): void {
    this.#launcher.word(launcherLabels[this.#language()][0]);
  }

  #language(): Language {
    const language = this.#localeTag().split('-')[0] as Language;
    return language in launcherLabels ? language : 'en';
  }

  #serverAddress(): string {
    return new URL(this.server ?? import.meta.url, location.href).origin;
  }
}

for (const name of PLACE)
  Object.defineProperty(FloorwalkerChat.prototype, name, {
    get(this: HTMLElement) {
      return this.getAttribute(name) || undefined;
    },
    set(this: HTMLElement, value: unknown) {
      if (value === undefined || value === null) this.removeAttribute(name);
      else this.setAttribute(name, `${value}`);
    },
  });

if (!customElements.get('floorwalker-chat')) customElements.define('floorwalker-chat', FloorwalkerChat);
placeElement(import.meta.url);

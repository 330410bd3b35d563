import type { ChatPanel } from './chat-panel.ts';
import { createLauncher } from './launcher.ts';
import launcherLabels from './launcher-labels.json' with { type: 'json' };
import { launcherSheet } from './launcher-styles.ts';
import { loadPanel, wakePage } from './load-panel.ts';
import { openMemory } from './open-memory.ts';
import { giveWay, placeElement } from './place-element.ts';
import { languageOf } from './translate.ts';
import type * as published from './widget.d.ts';

/** Below this the panel covers the page, so that it does not open by itself. */
const WIDE_ENOUGH = '(min-width: 40rem)';
/** The page has other things to do first. */
const QUIET_MS = 1_000;
const PLACE = ['server', 'market', 'locale', 'product', 'preset'] as const;
type Labels = typeof launcherLabels.en;
const LABELS: Readonly<Record<string, Labels>> = launcherLabels;

/**
 * The shopper's assistant: `<floorwalker-chat server market locale product preset open>`. A button alone until the
 * shopper shows intent; the panel is loaded then. Attributes, methods and events are described in `widget.d.ts`.
 */
export class FloorwalkerChat extends HTMLElement implements published.FloorwalkerChat {
  static readonly observedAttributes = [...PLACE, 'open'];

  declare server: string | undefined;
  declare market: string | undefined;
  declare locale: string | undefined;
  declare product: string | undefined;
  declare preset: string | undefined;
  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #launcher = createLauncher(this.#root);
  readonly #sheet = launcherSheet();
  #panel: ChatPanel | undefined;
  #loading: Promise<ChatPanel | undefined> | undefined;
  #typed: HTMLTextAreaElement | undefined;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [this.#sheet];
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
    for (const name of [...PLACE, 'open'] as const) {
      // Set before this script came: a plain property, which would hide ours.
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      Reflect.deleteProperty(this, name);
      Object.assign(this, { [name]: value });
    }
    // The unit of the panel's sizes: that of the browser's settings, not of the page.
    const [own] = this.#sheet.cssRules;
    if (own instanceof CSSStyleRule) own.style.setProperty('--rem', getComputedStyle(this).fontSize);
    this.#word();
    if (openMemory(this.#serverAddress()) && matchMedia(WIDE_ENOUGH).matches) this.open = true;
    if (this.open) void this.#reveal();
    setTimeout(wakePage, QUIET_MS, this);
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (before === value || !this.isConnected) return;
    if (name !== 'open') this.#place();
    else {
      const name = this.open ? 'opened' : 'closed';
      this.dispatchEvent(new CustomEvent(`floorwalker-${name}`, { bubbles: true, composed: true }));
      void this.#reveal();
    }
    this.#word();
  }

  async show(): Promise<void> {
    this.open = true;
    if (this.#panel === undefined) this.#typed ??= this.#launcher.catchTyping();
    const panel = await this.#load();
    await panel?.takeUp(this.#typed);
    this.#typed?.remove();
    this.#typed = undefined;
  }

  hide(): void {
    const hadFocus = this.#root.activeElement !== null;
    this.open = false;
    if (hadFocus) this.#launcher.button.focus();
  }

  async say(text: string): Promise<void> {
    await this.show();
    await this.#panel?.say(text);
  }

  async startOver(): Promise<void> {
    await this.show();
    await this.#panel?.startOver();
  }

  async #reveal(): Promise<void> {
    openMemory(this.#serverAddress(), this.open);
    if (this.open) await this.#load();
    if (this.#panel !== undefined) this.#panel.active = this.open;
    this.#launcher.button.hidden = this.open && this.#panel !== undefined;
  }

  /** @returns Undefined when the panel cannot be had; the shopper has been told then. */
  #load(): Promise<ChatPanel | undefined> {
    const { button } = this.#launcher;
    button.ariaBusy = 'true';
    this.#launcher.tell('');
    const locale = this.#localeTag();
    const language = languageOf(locale);
    this.#loading ??= loadPanel(language in LABELS ? language : 'en')
      .then(async ({ ChatPanel, loadLabel }) => {
        await loadLabel(locale);
        const panel = new ChatPanel();
        panel.addEventListener('panel-close', () => this.hide());
        this.#panel = panel;
        this.#place();
        this.#root.append(panel);
        return panel;
      })
      .catch(() => {
        this.#loading = undefined;
        if (!this.open) return undefined;
        this.open = false;
        this.#launcher.tell(this.#labels().failed);
        return undefined;
      })
      .finally(() => {
        button.ariaBusy = null;
      });
    return this.#loading;
  }

  #place(): void {
    if (this.#panel === undefined) return;
    const { market, product, preset } = this;
    const place = { server: this.#serverAddress(), market, locale: this.#localeTag(), product, preset };
    Object.assign(this.#panel, place);
  }

  #word(): void {
    this.#launcher.word(this.#labels().title);
  }

  #labels(): Labels {
    return LABELS[languageOf(this.#localeTag())] ?? launcherLabels.en;
  }

  #serverAddress(): string {
    return new URL(this.server ?? import.meta.url, location.href).origin;
  }

  #localeTag(): string {
    return this.locale || document.documentElement.lang || navigator.language;
  }
}

for (const name of PLACE)
  Object.defineProperty(FloorwalkerChat.prototype, name, {
    configurable: true,
    get(this: HTMLElement) {
      return this.getAttribute(name) ?? undefined;
    },
    set(this: HTMLElement, value: unknown) {
      if (value === undefined || value === null) this.removeAttribute(name);
      else this.setAttribute(name, String(value));
    },
  });

if (customElements.get('floorwalker-chat') === undefined)
  customElements.define('floorwalker-chat', FloorwalkerChat);
placeElement(import.meta.url);

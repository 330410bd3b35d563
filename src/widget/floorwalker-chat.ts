import type { ChatPanel } from './chat-panel.ts';
import launcherLabels from './launcher-labels.json' with { type: 'json' };
import { launcherStyles } from './launcher-styles.ts';
import { openMemory } from './open-memory.ts';
import { createTranslate } from './translate.ts';

/** Below this the panel covers the page, so that it does not open by itself. */
const WIDE_ENOUGH = '(min-width: 40rem)';
const PLACE = ['server', 'market', 'locale', 'product'] as const;

/**
 * The shopper's assistant: `<floorwalker-chat server market locale product open>`. A button alone until the shopper shows intent; the
 * panel is loaded then.
 *
 * - `server`: address of the assistant; the page's own when absent.
 * - `market`, `locale`: where and in which language; the shop's first market and the page's language when absent.
 * - `product`: id of the product the page shows, so that "is this one waterproof?" is understood.
 * - `open`: the panel is open.
 */
export class FloorwalkerChat extends HTMLElement {
  static readonly observedAttributes = [...PLACE, 'open'];

  #panel: ChatPanel | undefined;
  #loading: Promise<ChatPanel> | undefined;
  readonly #launcher = createLauncher();

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [launcherStyles()];
    root.append(this.#launcher.button);
    this.#launcher.button.addEventListener('click', () => void this.show());
    for (const intent of ['pointerenter', 'focus'])
      this.#launcher.button.addEventListener(intent, () => void this.#load(), { once: true });
  }

  get open(): boolean {
    return this.hasAttribute('open');
  }

  set open(open: boolean) {
    this.toggleAttribute('open', open);
  }

  connectedCallback(): void {
    this.#word();
    if (openMemory(this.#serverAddress()) && matchMedia(WIDE_ENOUGH).matches) this.open = true;
    if (this.open) void this.#reveal();
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (before === value || !this.isConnected) return;
    if (name === 'open') void this.#reveal();
    else this.#place();
    this.#word();
  }

  /** Opens the panel, with the focus where one writes. */
  async show(): Promise<void> {
    this.open = true;
    await (await this.#load()).focusComposer();
  }

  hide(): void {
    this.open = false;
    this.#launcher.button.focus();
  }

  async #reveal(): Promise<void> {
    openMemory(this.#serverAddress(), this.open);
    if (this.open) await this.#load();
    if (this.#panel !== undefined) this.#panel.active = this.open;
    this.#launcher.button.hidden = this.open && this.#panel !== undefined;
  }

  #load(): Promise<ChatPanel> {
    this.#loading ??= import('./chat-panel.ts').then(({ ChatPanel }) => {
      const panel = new ChatPanel();
      panel.addEventListener('panel-close', () => this.hide());
      this.#panel = panel;
      this.#place();
      this.shadowRoot?.append(panel);
      return panel;
    });
    this.#loading.catch(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  #place(): void {
    if (this.#panel === undefined) return;
    Object.assign(this.#panel, {
      server: this.#serverAddress(),
      market: this.getAttribute('market') ?? undefined,
      locale: this.#localeTag(),
      product: this.getAttribute('product') ?? undefined,
    });
  }

  #word(): void {
    const label = createTranslate(launcherLabels, this.#localeTag());
    this.#launcher.button.setAttribute('aria-label', label('open'));
    this.#launcher.text.textContent = label('title');
  }

  #serverAddress(): string {
    return new URL(this.getAttribute('server') ?? location.origin, location.href).origin;
  }

  #localeTag(): string {
    return this.getAttribute('locale') || document.documentElement.lang || navigator.language;
  }
}

function createLauncher() {
  const button = document.createElement('button');
  button.className = 'launcher';
  button.setAttribute('aria-expanded', 'false');
  const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  picture.setAttribute('viewBox', '0 0 24 24');
  picture.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute(
    'd',
    'M5 5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2ZM8 10h8M8 13h5',
  );
  picture.append(path);
  const text = document.createElement('span');
  text.className = 'launcher-text';
  text.setAttribute('aria-hidden', 'true');
  button.append(picture, text);
  return { button, text };
}

if (customElements.get('floorwalker-chat') === undefined)
  customElements.define('floorwalker-chat', FloorwalkerChat);

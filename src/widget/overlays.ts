import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ConversationController } from './conversation-controller.ts';
import { conversationText } from './conversation-text.ts';
import { DRAWERS, type DrawerContext, type DrawerName, type DrawerView } from './drawers.ts';
import type { LateHost } from './late-part.ts';
import { drawerFrame } from './views/drawer-frame.ts';
import { deleteQuestion, type MenuItem, panelMenu } from './views/panel-menu.ts';
import type { Label, WidgetLabel } from './widget-labels.ts';

export { speakLater } from './later-words.ts';
export { overlayStyles as styles } from './overlay-styles.ts';

export interface OverlaysOptions {
  readonly conversation: ConversationController;
  /** Gives the focus to the first element that fits, once it is drawn. */
  focus(selector: string): void;
  /** Says for a moment what was done. */
  tell(notice: WidgetLabel): Promise<void>;
}

/** What lies over the conversation: a drawer, the menu and what it leads to. The focus goes along, and back. */
export class Overlays {
  /** Of the drawer that is open. */
  drawer: DrawerName | undefined;
  isMenuOpen = false;
  /** Whether to delete was asked, and is not answered yet. */
  isAsking = false;
  #isDeleting = false;
  #view: DrawerView | undefined;
  /** The contents of the drawer could not be fetched. */
  #hasFailed = false;
  readonly #host: LateHost;
  readonly #options: OverlaysOptions;
  readonly #loaded = new Map<DrawerName, DrawerView>();

  constructor(host: LateHost, options: OverlaysOptions) {
    this.#host = host;
    this.#options = options;
  }

  view(context: DrawerContext): TemplateResult {
    const { label } = context;
    const { drawer } = this;
    return html`
      ${
        drawer === undefined
          ? nothing
          : drawerFrame({
              title: label(DRAWERS.get(drawer)?.title ?? 'title'),
              label,
              view: this.#view?.(context),
              hasFailed: this.#hasFailed,
              onRetry: () => void this.#open(drawer),
              onClose: this.closeDrawer,
            })
      }
      ${this.isMenuOpen ? panelMenu(this.#items(label), { label, onClose: this.#closeMenu }) : nothing}
      ${
        this.isAsking
          ? deleteQuestion({
              label,
              isUnderWay: this.#isDeleting,
              onDelete: () => void this.#delete(),
              onKeep: this.#keep,
            })
          : nothing
      }
    `;
  }

  readonly toggleMenu = (): void =>
    this.#show({ isMenuOpen: !this.isMenuOpen, isAsking: false }, '.menu button');

  /** Opens one; the same once more closes it. */
  async toggleDrawer(name: DrawerName): Promise<void> {
    if (this.drawer === name) return this.closeDrawer();
    const opened = this.#open(name);
    this.#options.focus('#drawer-title');
    await opened;
  }

  /** The focus goes back to the button that opened it. */
  readonly closeDrawer = (): void => {
    const { drawer } = this;
    this.#view = undefined;
    this.#show({ drawer: undefined }, `[data-drawer="${drawer}"]`);
  };

  async #open(name: DrawerName): Promise<void> {
    this.#view = this.#loaded.get(name);
    this.#hasFailed = false;
    this.#show({ drawer: name });
    if (this.#view !== undefined) return;
    try {
      const view = await DRAWERS.get(name)?.load();
      if (view !== undefined) this.#loaded.set(name, view);
      if (this.drawer === name) this.#view = view;
    } catch {
      if (this.drawer === name) this.#hasFailed = true;
      globalThis.addEventListener('online', () => this.#retry(name), { once: true });
    }
    this.#host.requestUpdate();
  }

  #retry(name: DrawerName): void {
    if (this.drawer === name && this.#hasFailed) void this.#open(name);
  }

  #items(label: Label): readonly MenuItem[] {
    const { conversation, entries } = this.#options.conversation;
    return [
      { name: 'newConversation', onChoose: this.#renew },
      { name: 'copy', isOff: entries.length === 0, onChoose: () => void this.#copy(label) },
      { name: 'delete', isOff: conversation === undefined, onChoose: this.#ask },
    ];
  }

  readonly #closeMenu = (): void => this.#show({ isMenuOpen: false }, '.menu-button');

  readonly #keep = (): void => this.#show({ isAsking: false }, '.menu-button');

  readonly #ask = (): void => this.#show({ isMenuOpen: false, isAsking: true }, '.keep');

  readonly #renew = (): void => {
    this.#show({ isMenuOpen: false }, 'floorwalker-composer textarea');
    void this.#options.conversation.restart();
  };

  async #delete(): Promise<void> {
    this.#isDeleting = true;
    this.#host.requestUpdate();
    try {
      await (await this.#options.conversation.further()).delete();
    } catch {
      void this.#options.tell('offline');
    }
    this.#isDeleting = false;
    this.#show({ isAsking: false }, 'floorwalker-composer textarea');
  }

  /** All of it, also what was not scrolled to. */
  async #copy(label: Label): Promise<void> {
    this.#closeMenu();
    try {
      const entries = await (await this.#options.conversation.further()).fetchAll();
      await navigator.clipboard.writeText(conversationText(entries, label));
      await this.#options.tell('copied');
    } catch {
      await this.#options.tell('copyFailed');
    }
  }

  /** @param focus Who gets the focus once it is drawn. */
  #show(changes: Partial<Pick<Overlays, 'drawer' | 'isMenuOpen' | 'isAsking'>>, focus?: string): void {
    Object.assign(this, changes);
    this.#host.requestUpdate();
    if (focus !== undefined) this.#options.focus(focus);
  }
}

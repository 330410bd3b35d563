import type { ReactiveController, TemplateResult } from 'lit';
import type { ConversationController } from './conversation-controller.ts';
import { adoptStyles, type LateHost } from './late-part.ts';
import type * as PanelMenu from './views/panel-menu.ts';
import type { Label, WidgetLabel } from './widget-labels.ts';

/** How long it is said that something was done. */
const NOTICE_MS = 6_000;

export interface ActionsOptions {
  readonly conversation: ConversationController;
  /** Gives the focus to the first element that fits. */
  focus(selector: string): void;
  /** Resolves after so many milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** What is done with the conversation as a whole: the menu, and what it leads to. The focus goes along, and back. */
export class ConversationActions implements ReactiveController {
  isMenuOpen = false;
  /** The menu and its question; they come when it is opened first. */
  views: typeof PanelMenu | undefined;
  /** Whether to delete was asked, and is not answered yet. */
  isAsking = false;
  isDeleting = false;
  /** What was done, for a moment. */
  notice: WidgetLabel | undefined;
  readonly #host: LateHost;
  readonly #options: ActionsOptions;

  constructor(host: LateHost, options: ActionsOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {}

  /** The menu, once it is here. */
  menu(label: Label): TemplateResult | undefined {
    return this.views?.panelMenu(this.#items(label, this.views), { label, onClose: this.closeMenu });
  }

  #items(label: Label, views: typeof PanelMenu): readonly PanelMenu.MenuItem[] {
    const { conversation, entries } = this.#options.conversation;
    return [
      { name: 'newConversation', onChoose: this.#renew },
      { name: 'copy', isOff: entries.length === 0, onChoose: () => void this.#copy(label, views) },
      { name: 'delete', isOff: conversation === undefined, onChoose: this.#ask },
    ];
  }

  readonly toggleMenu = async (): Promise<void> => {
    try {
      this.views ??= await import('./views/panel-menu.ts');
      adoptStyles(this.#host.renderRoot, this.views.styles);
      this.#show({ isMenuOpen: !this.isMenuOpen, isAsking: false }, '.menu button');
    } catch {
      await this.#tell('offline');
    }
  };

  readonly closeMenu = (): void => this.#show({ isMenuOpen: false }, '.menu-button');

  readonly keep = (): void => this.#show({ isAsking: false }, '.menu-button');

  readonly delete = async (): Promise<void> => {
    this.#show({ isDeleting: true });
    await this.#options.conversation.delete();
    this.#show({ isDeleting: false, isAsking: false }, 'textarea');
  };

  readonly #ask = (): void => this.#show({ isMenuOpen: false, isAsking: true }, '.keep');

  readonly #renew = (): void => {
    this.#show({ isMenuOpen: false }, 'textarea');
    void this.#options.conversation.restart();
  };

  /** All of it, also what was not scrolled to. */
  async #copy(label: Label, { conversationText }: typeof PanelMenu): Promise<void> {
    this.closeMenu();
    try {
      const entries = await this.#options.conversation.fetchAll();
      await navigator.clipboard.writeText(conversationText(entries, label));
      await this.#tell('copied');
    } catch {
      await this.#tell('copyFailed');
    }
  }

  async #tell(notice: WidgetLabel): Promise<void> {
    const { wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)) } = this.#options;
    this.#show({ notice });
    await wait(NOTICE_MS);
    if (this.notice === notice) this.#show({ notice: undefined });
  }

  /** @param focus Who gets the focus once it is drawn. */
  #show(
    changes: Partial<Pick<ConversationActions, 'isMenuOpen' | 'isAsking' | 'isDeleting' | 'notice'>>,
    focus?: string,
  ): void {
    Object.assign(this, changes);
    this.#host.requestUpdate();
    if (focus !== undefined) void this.#host.updateComplete.then(() => this.#options.focus(focus));
  }
}

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { QueueFilter } from '../../domain/desk/queue.ts';
import type { Market } from '../../domain/market.ts';
import { icon } from '../components/icon.ts';
import { emptyState, errorState, loadingState } from '../components/states.ts';
import type { DeskConversationPage } from '../conversation/conversation-page.ts';
import '../conversation/conversation-page.ts';
import { DeskElement } from '../desk-element.ts';
import type { DeskContext } from '../page.ts';
import { AttentionCaller } from '../queue/call-attention.ts';
import { type QueueFiltersView, queueFilters, queueTabs, TABS } from '../queue/queue-filters.ts';
import type { DeskQueueList } from '../queue/queue-list.ts';
import '../queue/queue-list.ts';
import { QueueStore } from '../queue/queue-store.ts';
import { isShortcut, shortcutHelp } from '../queue/shortcuts.ts';
import { serverNow } from '../server-clock.ts';

/** After the last letter of a search. */
const SEARCH_WAIT_MS = 200;
const TICK_MS = 1_000;

export const page = (context: DeskContext): TemplateResult =>
  html`<desk-workplace .context=${context}></desk-workplace>`;

/** The queue, and beside it the conversation that is open. */
class DeskWorkplace extends DeskElement {
  static override properties = { context: { attribute: false } };
  declare context: DeskContext;
  #store: QueueStore | undefined;
  /** What is chosen; the store follows a moment later while somebody types. */
  #wanted: QueueFilter = { tab: 'waiting' };
  #currentId: string | undefined;
  #isFiltering = false;
  #isHelping = false;
  #searchTimer: ReturnType<typeof setTimeout> | undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;
  #markets: readonly Market[] = [];
  readonly #attention = new AttentionCaller((conversationId) => this.#open(conversationId));
  readonly #pressed = (event: KeyboardEvent) => this.#shortcut(event);

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#pressed);
    this.#ticking = setInterval(() => {
      if (!document.hidden) this.requestUpdate();
    }, TICK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#pressed);
    clearInterval(this.#ticking);
    clearTimeout(this.#searchTimer);
    this.#store?.stop();
    this.#store = undefined;
  }

  get #openId(): string | undefined {
    return this.context.place.params.conversationId;
  }

  protected override willUpdate(): void {
    this.#currentId ??= this.#openId;
    if (this.#store !== undefined) return;
    const { desk, me, renewSession } = this.context;
    this.#store = new QueueStore({
      desk,
      agentId: me.agent.agentId,
      onChange: () => this.requestUpdate(),
      onLines: (items) => {
        this.#attention.hear(items, serverNow());
        const line = items.find(({ conversationId }) => conversationId === this.#openId);
        if (line !== undefined) this.#conversation?.hear(line);
      },
      onForgotten: (conversationIds) => {
        if (conversationIds.some((conversationId) => conversationId === this.#openId))
          this.#conversation?.hear();
      },
      onReturn: () => this.#conversation?.hear(),
      onSignedOut: () => void renewSession(),
    });
    this.#store.start();
    void this.#store.show(this.#wanted);
    void this.#readMarkets();
  }

  async #readMarkets(): Promise<void> {
    const answer = await this.context.desk.get<{ readonly markets: readonly Market[] }>('/v1/markets');
    if (answer.kind === 'ok') this.#markets = answer.value.markets;
  }

  get #list(): DeskQueueList | null {
    return this.querySelector<DeskQueueList>('desk-queue-list');
  }

  get #conversation(): DeskConversationPage | null {
    return this.querySelector<DeskConversationPage>('desk-conversation');
  }

  #open(conversationId: string): void {
    this.context.go(`/desk/conversations/${encodeURIComponent(conversationId)}`, {
      replace: this.#openId !== undefined,
    });
  }

  #filter(filter: QueueFilter): void {
    const isTyping = filter.search !== this.#wanted.search && filter.tab === this.#wanted.tab;
    clearTimeout(this.#searchTimer);
    this.#currentId = undefined;
    this.#wanted = filter;
    this.requestUpdate();
    this.#searchTimer = setTimeout(() => void this.#store?.show(filter), isTyping ? SEARCH_WAIT_MS : 0);
  }

  #shortcut(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.defaultPrevented) this.#leave(event);
    if (!isShortcut(event)) return;
    const tab = TABS[Number(event.key) - 1];
    const act = tab === undefined ? this.#acts[event.key] : () => this.#filter({ tab });
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  /** Out of a field first, then back to the queue. */
  #leave(event: KeyboardEvent): void {
    const isInDialog = event.composedPath().some((target) => target instanceof HTMLDialogElement);
    if (isInDialog) return;
    const list: HTMLElement | null = this.#list ?? this.querySelector('[role=tab][aria-selected=true]');
    list?.focus();
  }

  readonly #acts: Readonly<Record<string, () => void>> = {
    j: () => this.#moveTo(1),
    k: () => this.#moveTo(-1),
    '/': () => this.querySelector<HTMLElement>('#queue-search')?.focus(),
    '?': () => this.#help(true),
    r: () => this.#conversation?.goTo('words'),
    l: () => this.#conversation?.goTo('list'),
    n: () => this.#conversation?.goTo('note'),
    t: () => this.#conversation?.takeOrHandBack(),
  };

  #moveTo(by: number): void {
    this.#list?.focus();
    this.#list?.move(by);
  }

  #help(isHelping: boolean): void {
    this.#isHelping = isHelping;
    this.requestUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('context') && this.#openId === undefined) this.#list?.focus();
  }

  protected override render(): TemplateResult {
    const store = this.#store;
    if (store === undefined) return loadingState();
    const openId = this.#openId;
    return html`<div class="workplace ${openId === undefined ? 'queue-alone' : ''}">
      <h1 class="unseen">Queue</h1>
      <section class="queue" aria-label="Queue">
        <div class="queue-head">
          <p class="queue-title" aria-hidden="true">Queue</p>
          ${store.isConnected ? nothing : html`<span class="tag bad" role="status">Offline, trying again</span>`}
          ${this.#bell()}
          <button class="button plain square" type="button" aria-label="Keyboard help" @click=${() => this.#help(true)}>?</button>
        </div>
        ${queueTabs(this.#view(store))} ${queueFilters(this.#view(store))}
        <div id="queue-panel" class="queue-panel" role="tabpanel" aria-label="Conversations of this part">
          ${this.#lines(store)}
        </div>
      </section>
      ${
        openId === undefined
          ? nothing
          : html`<desk-conversation
              .context=${this.context}
              .conversationId=${openId}
              .viewers=${store.viewers[openId] ?? []}
              .colleagues=${store.colleagues}
              .isConnected=${store.isConnected}
            ></desk-conversation>`
      }
      ${this.#isHelping ? shortcutHelp(() => this.#help(false)) : nothing}
    </div>`;
  }

  #lines(store: QueueStore): TemplateResult {
    if (store.problem !== undefined && store.lines.length === 0)
      return errorState(store.problem, () => void store.read());
    if (store.lines.length === 0)
      return store.isLoading || store.counts === undefined
        ? loadingState()
        : emptyState(
            this.#isNarrowed(store) ? 'Nothing fits these filters' : 'Nobody here',
            'New ones come by themselves.',
          );
    return html`<desk-queue-list
      .lines=${store.lines}
      .currentId=${this.#currentId}
      .openId=${this.#openId}
      .viewers=${store.viewers}
      .nowMs=${Math.floor(serverNow() / TICK_MS) * TICK_MS}
      .hasMore=${store.hasMore}
      .ownId=${this.context.me.agent.agentId}
      .onCurrent=${(conversationId: string) => {
        this.#currentId = conversationId;
        this.requestUpdate();
      }}
      .onOpen=${(conversationId: string) => this.#open(conversationId)}
      .onMore=${() => void store.more()}
    ></desk-queue-list>`;
  }

  #isNarrowed({ filter: { tab: _tab, ...conditions } }: QueueStore): boolean {
    return Object.keys(conditions).length > 0;
  }

  #view(store: QueueStore): QueueFiltersView {
    return {
      filter: this.#wanted,
      counts: store.counts,
      markets: this.#markets.map(({ country }) => country),
      languages: [...new Set(this.#markets.flatMap(({ languages }) => languages))],
      isOpen: this.#isFiltering,
      onToggle: () => {
        this.#isFiltering = !this.#isFiltering;
        this.requestUpdate();
      },
      onFilter: (filter) => this.#filter(filter),
    };
  }

  #bell(): TemplateResult | typeof nothing {
    if (!this.#attention.isPossible) return nothing;
    const { isOn } = this.#attention;
    return html`<button
      class="button plain square"
      type="button"
      aria-pressed=${isOn ? 'true' : 'false'}
      aria-label="Notify me when somebody waits and I look elsewhere"
      title="Notify me when somebody waits"
      @click=${() => void this.#toggleBell()}
    >
      ${icon('bell')}
    </button>`;
  }

  async #toggleBell(): Promise<void> {
    if (this.#attention.isOn) this.#attention.turnOff();
    else if (!(await this.#attention.turnOn()))
      this.context.tell('The browser does not allow notifications of this page.', 'failed');
    this.requestUpdate();
  }
}

customElements.define('desk-workplace', DeskWorkplace);

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { QueueItem, Viewer } from '../../domain/desk/queue.ts';
import { icon } from '../components/icon.ts';
import { DeskElement } from '../desk-element.ts';
import { chooseRows } from './choose-rows.ts';
import { lineHeading, linePlace, lineTag, lineTime } from './say-line.ts';

/** As the style sheet has it, pixels. */
const ROW = 48;
/** Rows that are drawn beyond what is seen. */
const MARGIN_ROWS = 6;
/** From the end, when more is asked for. */
const NEAR_END_ROWS = 30;

/**
 * The lines of the queue, of which only those are drawn that are seen. One of them is current: arrows, j and k, Home, End and pages move
 * it, Enter opens it.
 */
export class DeskQueueList extends DeskElement {
  static override properties = {
    lines: { attribute: false },
    currentId: { attribute: false },
    openId: { attribute: false },
    viewers: { attribute: false },
    nowMs: { attribute: false },
    hasMore: { attribute: false },
    ownId: { attribute: false },
  };
  declare lines: readonly QueueItem[];
  declare currentId: string | undefined;
  declare openId: string | undefined;
  declare viewers: Readonly<Record<string, readonly Viewer[]>>;
  declare nowMs: number;
  declare hasMore: boolean;
  /** Of who looks. */
  declare ownId: string;
  declare onCurrent: (conversationId: string) => void;
  declare onOpen: (conversationId: string) => void;
  declare onMore: () => void;
  #frame = 0;
  readonly #sizes = new ResizeObserver(() => this.requestUpdate());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** The current line moves so many lines down (or up), and is in view then. */
  move(by: number): void {
    const place = this.lines.findIndex(({ conversationId }) => conversationId === this.currentId);
    const wanted = place === -1 ? 0 : place + by;
    const line = this.lines[Math.max(0, Math.min(this.lines.length - 1, wanted))];
    if (line === undefined) return;
    this.onCurrent(line.conversationId);
    this.#reveal(this.lines.indexOf(line));
  }

  override focus(): void {
    this.#scroller?.focus({ preventScroll: true });
  }

  get #scroller(): HTMLElement | null {
    return this.querySelector('.queue-lines');
  }

  #reveal(place: number): void {
    const scroller = this.#scroller;
    if (scroller === null) return;
    const top = place * ROW;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + ROW > scroller.scrollTop + scroller.clientHeight)
      scroller.scrollTop = top + ROW - scroller.clientHeight;
  }

  #scrolled(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.requestUpdate();
    });
  }

  readonly #keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => this.move(1),
    ArrowUp: () => this.move(-1),
    PageDown: () => this.move(this.#rowsInView()),
    PageUp: () => this.move(-this.#rowsInView()),
    Home: () => this.move(-this.lines.length),
    End: () => this.move(this.lines.length),
    Enter: () => this.#openCurrent(),
    ' ': () => this.#openCurrent(),
  };

  #openCurrent(): void {
    if (this.currentId !== undefined) this.onOpen(this.currentId);
  }

  #rowsInView(): number {
    return Math.max(1, Math.floor((this.#scroller?.clientHeight ?? ROW) / ROW) - 1);
  }

  #pressed(event: KeyboardEvent): void {
    const act = this.#keys[event.key];
    if (act === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  }

  protected override updated(): void {
    const scroller = this.#scroller;
    if (scroller === null) return;
    const seenUntil = (scroller.scrollTop + scroller.clientHeight) / ROW;
    if (this.hasMore && seenUntil + NEAR_END_ROWS > this.lines.length) this.onMore();
    const current = this.querySelector('.line.current');
    if (current === null) scroller.removeAttribute('aria-activedescendant');
    else scroller.setAttribute('aria-activedescendant', current.id);
  }

  #idOf(conversationId: string): string {
    return `line-${conversationId}`;
  }

  protected override render(): TemplateResult {
    const scroller = this.#scroller;
    const { first, end } = chooseRows({
      rows: this.lines.length,
      rowPixels: ROW,
      top: scroller?.scrollTop ?? 0,
      height: scroller?.clientHeight ?? this.clientHeight,
      marginRows: MARGIN_ROWS,
    });
    return html`<div
      class="queue-lines"
      role="listbox"
      aria-label="Conversations"
      tabindex="0"
      @scroll=${() => this.#scrolled()}
      @keydown=${(event: KeyboardEvent) => this.#pressed(event)}
    >
      <div role="presentation" .style=${`block-size:${first * ROW}px`}></div>
      ${repeat(
        this.lines.slice(first, end),
        ({ conversationId }) => conversationId,
        (item, index) => this.#line(item, first + index),
      )}
      <div role="presentation" .style=${`block-size:${(this.lines.length - end) * ROW}px`}></div>
    </div>`;
  }

  #line(item: QueueItem, place: number): TemplateResult {
    const { conversationId, isUnread } = item;
    const isOpen = conversationId === this.openId;
    const tag = lineTag(item, this.nowMs);
    const others = (this.viewers[conversationId] ?? []).filter(({ agentId }) => agentId !== this.ownId);
    return html`<div
      id=${this.#idOf(conversationId)}
      role="option"
      class="line ${isUnread ? 'unread' : ''} ${conversationId === this.currentId ? 'current' : ''}"
      aria-selected=${isOpen ? 'true' : 'false'}
      aria-setsize=${this.hasMore ? -1 : this.lines.length}
      aria-posinset=${place + 1}
      @click=${() => {
        this.onCurrent(conversationId);
        this.onOpen(conversationId);
      }}
    >
      ${isUnread ? html`<span class="unseen">Unread</span>` : nothing}
      <span class="line-mark" aria-hidden="true"></span>
      <span class="line-heading" dir="auto">${lineHeading(item)}</span>
      <span class="line-time">${lineTime(item, this.nowMs)}</span>
      <span class="line-words" dir="auto">${item.wants === '' ? '' : item.lastWords}</span>
      <span class="line-tags">
        ${others.length === 0 ? nothing : this.#viewers(others)}
        <span class="tag ${tag.tone}">${tag.text}</span>
        <span class="line-place">${linePlace(item)}</span>
      </span>
    </div>`;
  }

  #viewers(others: readonly Viewer[]): TemplateResult {
    const isEdited = others.some(({ isEditing }) => isEditing);
    const names = others.map(({ firstName }) => firstName).join(', ');
    return html`<span class="tag ${isEdited ? 'warm' : ''}" title=${isEdited ? `${names} is editing` : `${names} is looking`}
      >${icon(isEdited ? 'note' : 'person')}${names}</span
    >`;
  }
}

customElements.define('desk-queue-list', DeskQueueList);

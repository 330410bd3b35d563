import { chooseWindow, type LogWindow } from './log-window.ts';

/** Of an entry that was never drawn, before any was, pixels. */
const FIRST_GUESS_PX = 120;
/** An entry is drawn while it is this many views away, or nearer. */
const MARGIN_VIEWS = 1;
/** So many entries are drawn in any case. */
const ALWAYS_DRAWN = 30;
/** How often one change of the window may lead to the next before what stands is left alone. */
const MOST_STEPS = 8;

const ENTRY = 'data-entry';

/** Where the reader was: the entry at the top edge of the view, and how far from that edge. */
interface Anchor {
  readonly id: string;
  readonly offset: number;
}

/**
 * Keeps only what is near the view in the document. The scroller's children are entries that carry their id as
 * `data-entry`, between two elements that take the room of the rest (`data-space`). What is read stays where it is on the screen, whatever is
 * put above it.
 */
export class WindowedEntries {
  window: LogWindow = { first: 0, end: 0, above: 0, below: 0 };
  readonly #scroller: HTMLElement;
  readonly #heights = new Map<string, number>();
  #ids: readonly string[] = [];
  #width = 0;
  #anchor: Anchor | undefined;
  #steps = 0;

  constructor(scroller: HTMLElement) {
    this.#scroller = scroller;
  }

  /**
   * Before the entries are drawn.
   *
   * @param ids All of them, in order.
   * @param followed The entry that is to be seen at the top; absent: what is seen stays.
   */
  prepare(ids: readonly string[], followed: string | undefined): LogWindow {
    this.#measure();
    this.#anchor = followed === undefined ? this.#findAnchor() : undefined;
    this.#ids = ids;
    this.window = chooseWindow(this.#allHeights(), this.#view(followed));
    return this.window;
  }

  /**
   * After they were drawn.
   *
   * @returns Whether what was measured asks for another window: draw again.
   */
  settle(followed: string | undefined): boolean {
    this.#measure();
    const heights = this.#allHeights();
    const { first, end } = this.window;
    this.#setSpace('above', sum(heights.slice(0, first)));
    this.#setSpace('below', sum(heights.slice(end)));
    this.#restore();
    const next = chooseWindow(heights, this.#view(followed));
    const isSettled = next.first >= first && next.end <= end;
    this.#steps = isSettled ? 0 : this.#steps + 1;
    return !isSettled && this.#steps < MOST_STEPS;
  }

  /** Whether scrolling has led to where something is not drawn. */
  get isOutrun(): boolean {
    const { scrollTop, clientHeight } = this.#scroller;
    const top = scrollTop - this.#listTop();
    const { first, end } = chooseWindow(this.#allHeights(), {
      top,
      bottom: top + clientHeight,
      margin: clientHeight * (MARGIN_VIEWS / 2),
    });
    return first < this.window.first || end > this.window.end;
  }

  #elementOf(id: string): HTMLElement | undefined {
    return this.#elements().find((element) => element.getAttribute(ENTRY) === id);
  }

  #view(followed: string | undefined) {
    const { scrollTop, clientHeight } = this.#scroller;
    const index = followed === undefined ? -1 : this.#ids.indexOf(followed);
    const anchored = this.#anchor === undefined ? -1 : this.#ids.indexOf(this.#anchor.id);
    const top =
      index !== -1
        ? this.#offsetOf(index)
        : anchored !== -1
          ? this.#offsetOf(anchored) - (this.#anchor?.offset ?? 0)
          : scrollTop - this.#listTop();
    const isShort = this.#ids.length <= ALWAYS_DRAWN;
    return {
      top,
      bottom: top + clientHeight,
      margin: isShort ? Number.POSITIVE_INFINITY : clientHeight * MARGIN_VIEWS,
    };
  }

  #findAnchor(): Anchor | undefined {
    const edge = this.#scroller.getBoundingClientRect().top;
    for (const element of this.#elements()) {
      const { top, bottom } = element.getBoundingClientRect();
      const id = element.getAttribute(ENTRY);
      if (bottom > edge && id !== null) return { id, offset: top - edge };
    }
    return undefined;
  }

  #restore(): void {
    const element = this.#anchor === undefined ? undefined : this.#elementOf(this.#anchor.id);
    if (element === undefined || this.#anchor === undefined) return;
    const edge = this.#scroller.getBoundingClientRect().top;
    const moved = element.getBoundingClientRect().top - edge - this.#anchor.offset;
    if (Math.abs(moved) >= 1)
      this.#scroller.scrollTo({ top: this.#scroller.scrollTop + moved, behavior: 'instant' });
  }

  /** Another width gives other heights. */
  #measure(): void {
    const { clientWidth } = this.#scroller;
    if (clientWidth !== this.#width) this.#heights.clear();
    this.#width = clientWidth;
    for (const element of this.#elements()) {
      const id = element.getAttribute(ENTRY);
      if (id !== null) this.#heights.set(id, element.getBoundingClientRect().height);
    }
  }

  #allHeights(): readonly number[] {
    const measured = [...this.#heights.values()];
    const guess = measured.length === 0 ? FIRST_GUESS_PX : sum(measured) / measured.length;
    return this.#ids.map((id) => this.#heights.get(id) ?? guess);
  }

  #offsetOf(index: number): number {
    return sum(this.#allHeights().slice(0, index));
  }

  #listTop(): number {
    const space = this.#space('above');
    if (space === undefined) return 0;
    const edge = this.#scroller.getBoundingClientRect().top;
    return space.getBoundingClientRect().top - edge + this.#scroller.scrollTop;
  }

  #setSpace(name: string, height: number): void {
    const space = this.#space(name);
    if (space !== undefined) space.style.blockSize = `${height}px`;
  }

  readonly #space = (name: string) =>
    this.#scroller.querySelector<HTMLElement>(`:scope > [data-space="${name}"]`) ?? undefined;

  readonly #elements = () => [...this.#scroller.querySelectorAll<HTMLElement>(`:scope > [${ENTRY}]`)];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

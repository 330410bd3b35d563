import type { QueueItem } from '../../domain/desk/queue.ts';
import { lineHeading, lineTag } from './say-line.ts';

const KEPT_AS = 'floorwalker-desk-notifications';

/** Tells an agent who looks elsewhere that somebody waits: by notifications of the browser, once they were asked for. */
export class AttentionCaller {
  readonly #told = new Set<string>();
  readonly #open: (conversationId: string) => void;

  constructor(open: (conversationId: string) => void) {
    this.#open = open;
  }

  get isPossible(): boolean {
    return 'Notification' in globalThis;
  }

  get isOn(): boolean {
    return this.isPossible && Notification.permission === 'granted' && localStorage.getItem(KEPT_AS) === 'on';
  }

  /** @returns False when the browser's owner does not allow it. */
  async turnOn(): Promise<boolean> {
    const isAllowed = (await Notification.requestPermission()) === 'granted';
    localStorage.setItem(KEPT_AS, isAllowed ? 'on' : 'off');
    return isAllowed;
  }

  turnOff(): void {
    localStorage.setItem(KEPT_AS, 'off');
  }

  /** Once for each time that a conversation begins to wait; nothing while the page is looked at. */
  hear(items: readonly QueueItem[], nowMs: number): void {
    for (const item of items) {
      const { conversationId, state } = item;
      if (state !== 'waiting') this.#told.delete(conversationId);
      else if (!this.#told.has(conversationId)) {
        this.#told.add(conversationId);
        if (this.isOn && document.hidden) this.#notify(item, nowMs);
      }
    }
  }

  #notify(item: QueueItem, nowMs: number): void {
    const notification = new Notification(lineTag(item, nowMs).text, {
      body: lineHeading(item),
      tag: item.conversationId,
    });
    notification.addEventListener('click', () => {
      window.focus();
      this.#open(item.conversationId);
      notification.close();
    });
  }
}

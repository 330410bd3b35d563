import type { DraftBook } from '../../desk/draft-book.ts';

/** Sees that no reply is held longer than the shopper was told: by a timer, and whenever somebody looks. */
export interface HoldClock {
  /** Something is held until a moment. */
  at(untilMs: number): void;
  /** Settles what is due now. Costs nothing while nothing is. */
  check(): Promise<void>;
  close(): void;
}

export interface HoldClockOptions {
  readonly drafts: Pick<DraftBook, 'due' | 'nextAtMs'>;
  readonly settle: (conversationId: string) => Promise<void>;
  readonly clock: () => number;
  /** Hears what went wrong; it is tried again. */
  readonly note: (text: string) => void;
}

const LEAST_DELAY_MS = 250;
/** The longest that a timer of the engine takes. */
const MOST_DELAY_MS = 2_000_000_000;

/** Begins with what is held already, also by a process that is gone. */
export async function openHoldClock({ drafts, settle, clock, note }: HoldClockOptions): Promise<HoldClock> {
  let nextMs = Number.POSITIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  let isClosed = false;

  function arm(): void {
    clearTimeout(timer);
    if (isClosed || nextMs === Number.POSITIVE_INFINITY) return;
    const delayMs = Math.min(Math.max(nextMs - clock(), LEAST_DELAY_MS), MOST_DELAY_MS);
    timer = setTimeout(() => void check(), delayMs).unref();
  }

  async function settleDue(): Promise<void> {
    try {
      for (const { conversationId } of await drafts.due(clock())) await settle(conversationId);
      nextMs = (await drafts.nextAtMs()) ?? Number.POSITIVE_INFINITY;
    } catch (error) {
      note(`What is held for approval could not be settled (${String(error)}); it is tried again`);
    } finally {
      working = undefined;
      arm();
    }
  }

  async function check(): Promise<void> {
    if (isClosed || clock() < nextMs) return arm();
    working ??= settleDue();
    await working;
  }

  nextMs = (await drafts.nextAtMs()) ?? Number.POSITIVE_INFINITY;
  arm();
  return {
    at(untilMs) {
      if (untilMs >= nextMs) return;
      nextMs = untilMs;
      arm();
    },
    check,
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

/** Between looks whether the server can be reached again; the last one again and again. */
const LOOKS_MS = [2_000, 5_000, 10_000, 20_000] as const;

export interface ConnectionOptions {
  isReachable(): Promise<boolean>;
  /** Resolves after so many milliseconds. */
  wait(milliseconds: number): Promise<void>;
  onChange(isOffline: boolean): void;
  /** Tells "online" and "offline": the window. */
  readonly browser: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
}

/** Whether the shop can be reached: what the browser says, and what requests have shown. */
export class ConnectionWatch {
  isOffline = false;
  readonly #options: ConnectionOptions;
  #isLooking = false;
  #isWatching = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  start(): void {
    this.#isWatching = true;
    this.#options.browser.addEventListener('offline', this.lost);
    this.#options.browser.addEventListener('online', this.#lookNow);
    if (globalThis.navigator?.onLine === false) this.lost();
  }

  stop(): void {
    this.#isWatching = false;
    this.#options.browser.removeEventListener('offline', this.lost);
    this.#options.browser.removeEventListener('online', this.#lookNow);
  }

  /** A request did not get through. Looked after from now on, until one does. */
  readonly lost = (): void => {
    this.#tell(true);
    void this.#look();
  };

  /** A request got through. */
  readonly found = (): void => this.#tell(false);

  readonly #lookNow = async (): Promise<void> => {
    if (this.isOffline && (await this.#options.isReachable())) this.found();
  };

  async #look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    for (let looks = 0; this.isOffline && this.#isWatching; looks += 1) {
      await this.#options.wait(LOOKS_MS[Math.min(looks, LOOKS_MS.length - 1)] ?? 0);
      if (this.isOffline && this.#isWatching) await this.#lookNow();
    }
    this.#isLooking = false;
  }

  #tell(isOffline: boolean): void {
    if (this.isOffline === isOffline) return;
    this.isOffline = isOffline;
    this.#options.onChange(isOffline);
  }
}

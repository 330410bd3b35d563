import type { Drawn } from './drawn-element.ts';
import { adoptStyles } from './styles.ts';

/** An element whose shadow root takes styles later. */
export interface LateHost extends Drawn {
  readonly renderRoot: Node;
}

/** Code, with its `styles` where it has any, that the first message does not need: it comes when it is first wanted. */
export class LatePart<Part extends object> {
  /** It could not be fetched. */
  hasFailed = false;
  part: Part | undefined;
  readonly #host: LateHost;
  readonly #load: () => Promise<Part>;
  #coming: Promise<Part | undefined> | undefined;

  constructor(host: LateHost, load: () => Promise<Part>) {
    this.#host = host;
    this.#load = load;
  }

  /** @returns The part once it is here; the host is drawn again then, and when it cannot come. */
  want(): Part | undefined {
    if (!this.hasFailed) void this.bring();
    return this.part;
  }

  /** @returns The part; undefined when it cannot be had, which is tried again with every call. */
  bring(): Promise<Part | undefined> {
    this.#coming ??= this.#fetch();
    return this.#coming;
  }

  /** Once more, after it could not come; by itself when the browser has a connection again. */
  readonly retry = (): void => {
    if (this.hasFailed) void this.bring();
  };

  async #fetch(): Promise<Part | undefined> {
    try {
      const part = await this.#load();
      if ('styles' in part) adoptStyles(this.#host.renderRoot, String(part.styles));
      this.part = part;
      this.hasFailed = false;
    } catch {
      this.#coming = undefined;
      this.hasFailed = true;
      globalThis.addEventListener('online', this.retry, { once: true });
    }
    this.#host.requestUpdate();
    return this.part;
  }
}

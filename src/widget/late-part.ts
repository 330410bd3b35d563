import { CSSResult, type ReactiveControllerHost } from 'lit';

/** An element whose shadow root takes styles later. */
export interface LateHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Code, with its `styles` where it has any, that the first message does not need: it comes when it is first wanted. */
export class LatePart<Part extends object> {
  /** It could not be fetched. */
  hasFailed = false;
  readonly #host: LateHost;
  readonly #load: () => Promise<Part>;
  #part: Part | undefined;
  #isLoading = false;

  constructor(host: LateHost, load: () => Promise<Part>) {
    this.#host = host;
    this.#load = load;
  }

  /** @returns The part once it is here; the host is drawn again then, and when it cannot come. */
  want(): Part | undefined {
    if (this.#part === undefined && !this.#isLoading && !this.hasFailed) void this.#fetch();
    return this.#part;
  }

  /** Once more, after it could not come; by itself when the browser has a connection again. */
  retry(): void {
    if (!this.hasFailed) return;
    this.hasFailed = false;
    this.#host.requestUpdate();
  }

  async #fetch(): Promise<void> {
    this.#isLoading = true;
    try {
      const part = await this.#load();
      if ('styles' in part && part.styles instanceof CSSResult)
        adoptStyles(this.#host.renderRoot, part.styles);
      this.#part = part;
    } catch {
      this.hasFailed = true;
      globalThis.addEventListener('online', () => this.retry(), { once: true });
    }
    this.#isLoading = false;
    this.#host.requestUpdate();
  }
}

/** Adds styles to a shadow root, once. */
export function adoptStyles(root: HTMLElement | DocumentFragment, { styleSheet }: CSSResult): void {
  if (!(root instanceof ShadowRoot) || styleSheet === undefined) return;
  if (!root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
}

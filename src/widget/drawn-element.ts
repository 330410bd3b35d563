import { type nothing, render, type TemplateResult } from 'lit/html.js';

/** What is drawn again when something about it changes. */
export interface Drawn {
  requestUpdate(): void;
  /** Once it is drawn. */
  readonly updateComplete: Promise<void>;
}

/** An element that draws itself from a template, soon after it changed and once for however many changes. */
export abstract class DrawnElement extends HTMLElement implements Drawn {
  updateComplete: Promise<void> = Promise.resolve();
  #isAsked = false;

  connectedCallback(): void {
    this.requestUpdate();
  }

  requestUpdate(): void {
    if (this.#isAsked || !this.isConnected) return;
    this.#isAsked = true;
    this.updateComplete = this.#update();
  }

  async #update(): Promise<void> {
    await undefined;
    this.#isAsked = false;
    const isFirst = !this.#isDrawn;
    this.#isDrawn = true;
    this.beforeDrawing();
    render(this.content(), this.renderRoot);
    this.afterDrawing(isFirst);
  }

  #isDrawn = false;

  /** The element itself, into the tree around it, whose styles hold; or its shadow root. */
  get renderRoot(): HTMLElement | ShadowRoot {
    return this.shadowRoot ?? this;
  }

  protected abstract content(): TemplateResult | typeof nothing;
  protected beforeDrawing(): void {}
  protected afterDrawing(_isFirst: boolean): void {}
}

/** Makes properties of a class draw its elements again when they are set to something else. */
export function redrawnBy<Element extends DrawnElement>(
  { prototype }: { readonly prototype: Element },
  ...names: readonly string[]
): void {
  for (const name of names) {
    const values = new WeakMap<DrawnElement, unknown>();
    Object.defineProperty(prototype, name, {
      get(this: DrawnElement) {
        return values.get(this);
      },
      set(this: DrawnElement, value: unknown) {
        if (Object.is(values.get(this), value)) return;
        values.set(this, value);
        this.requestUpdate();
      },
    });
  }
}

import { html, type TemplateResult } from 'lit';
import { DeskElement } from '../desk-element.ts';

/** Of the desk's style sheet, in light and dark. */
export interface PlotColours {
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  /** For series, told apart by lightness too. */
  readonly series: readonly string[];
}

/** Draws into the host, in CSS pixels; what it returns takes the drawing away again. */
export type DrawPlot = (host: HTMLElement, width: number, colours: PlotColours) => () => void;

/**
 * Room for a drawing: drawn again when its width or the colour scheme changes. `plotFigure` puts heading and table to it.
 */
export class DeskPlot extends DeskElement {
  static override properties = { plot: { attribute: false } };
  declare plot: DrawPlot | undefined;
  #undraw: (() => void) | undefined;
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');
  readonly #sizes = new ResizeObserver(() => this.#draw());
  readonly #redraw = () => this.#draw();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
    this.#dark.addEventListener('change', this.#redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    this.#dark.removeEventListener('change', this.#redraw);
    this.#undraw?.();
    this.#undraw = undefined;
  }

  protected override updated(): void {
    this.#draw();
  }

  #draw(): void {
    const host = this.querySelector<HTMLElement>('.plot-host');
    if (host === null || this.plot === undefined || this.clientWidth === 0) return;
    this.#undraw?.();
    this.#undraw = this.plot(host, this.clientWidth, this.#colours());
  }

  #colours(): PlotColours {
    const styles = getComputedStyle(this);
    const colour = (name: string) => styles.getPropertyValue(name).trim();
    return {
      ink: colour('--ink'),
      quiet: colour('--quiet'),
      line: colour('--line'),
      series: ['--series-1', '--series-2', '--series-3', '--series-4'].map(colour),
    };
  }

  protected override render() {
    return html`<div class="plot-host" aria-hidden="true"></div>`;
  }
}

customElements.define('desk-plot', DeskPlot);

/**
 * A drawing with its heading, and the same numbers as a table below, for whoever cannot see it or wants them exact.
 *
 * @param draw Keep it the same function while the numbers are the same: another one is drawn anew.
 */
export const plotFigure = (figure: {
  readonly heading: string;
  readonly plot: DrawPlot;
  readonly table: TemplateResult;
}): TemplateResult =>
  html`<figure class="plot">
    <figcaption>${figure.heading}</figcaption>
    <desk-plot .plot=${figure.plot}></desk-plot>
    <details class="plot-table">
      <summary>As a table</summary>
      ${figure.table}
    </details>
  </figure>`;

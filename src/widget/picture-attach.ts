import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Drawn } from './drawn-element.ts';
import { loadPictureWords, type PictureWords } from './picture-label.ts';
import { pictureStyles } from './picture-styles.ts';
import { type SentPicture, type Shrunk, shrinkPicture } from './shrink-picture.ts';
import { adoptStyles } from './styles.ts';
import { closeIcon } from './views/icons.ts';

/** What is told beside the composer while no picture is there. */
type Stand = 'reading' | 'drop' | 'tooLarge' | 'unreadable';

/** One picture that goes with the next message: chosen as a file, pasted, or dropped on the panel. It is held here until then, and nowhere else. */
export class PictureAttach {
  readonly #host: Drawn & HTMLElement;
  #words: PictureWords | undefined;
  #locale = '';
  #stand: Stand | undefined;
  #ready: Extract<Shrunk, { kind: 'ready' }> | undefined;
  /** Of the file that was chosen last. */
  #choice = 0;

  /** @param signal Aborted when the composer goes. */
  constructor(host: Drawn & HTMLElement, signal: AbortSignal) {
    this.#host = host;
    adoptStyles(host.getRootNode(), pictureStyles);
    const panel = host.closest<HTMLElement>('.panel') ?? host;
    panel.addEventListener('dragover', this.#onDrag, { signal });
    panel.addEventListener('dragleave', this.#onLeave, { signal });
  }

  /** @param locale BCP 47. */
  async speak(locale: string): Promise<void> {
    if (locale === this.#locale) return;
    this.#locale = locale;
    const words = await loadPictureWords(locale);
    if (locale !== this.#locale) return;
    this.#words = words;
    this.#host.requestUpdate();
  }

  get picture(): SentPicture | undefined {
    return this.#ready?.picture;
  }

  /** What is said where the shopper writes nothing. */
  get question(): string {
    return this.#words?.('ask') ?? '';
  }

  readonly clear = (): void => {
    this.#choice += 1;
    this.#show(undefined);
  };

  preview(): TemplateResult {
    const stand = this.#stand;
    const isFault = stand === 'tooLarge' || stand === 'unreadable';
    return html`<p class="picture-state ${isFault ? 'fault' : nothing}" role="status">${stand === undefined ? nothing : this.#words?.(stand)}</p>
      ${this.#ready === undefined ? nothing : this.#attached(this.#ready.canvas)}`;
  }

  #attached(canvas: HTMLCanvasElement): TemplateResult {
    const words: PictureWords = this.#words ?? (() => '');
    canvas.role = 'img';
    canvas.ariaLabel = words('ready');
    return html`<div class="attached">
      ${canvas}
      <p>${words('kept')}</p>
      <button type="button" class="plain" aria-label=${words('remove')} title=${words('remove')} @click=${this.#remove}>${closeIcon}</button>
    </div>`;
  }

  readonly #remove = (): void => {
    this.clear();
    this.#host.focus();
  };

  readonly #onDrag = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') === true && this.#stand === undefined) this.#tell('drop');
  };

  readonly #onLeave = (): void => {
    if (this.#stand === 'drop') this.#tell(undefined);
  };

  async take(file: File): Promise<void> {
    this.clear();
    const choice = this.#choice;
    this.#tell('reading');
    const shrunk = await shrinkPicture(file);
    if (choice !== this.#choice) return;
    this.#show(shrunk);
    if (shrunk.kind === 'ready') this.#host.focus();
  }

  #show(shrunk: Shrunk | undefined): void {
    this.#ready = shrunk?.kind === 'ready' ? shrunk : undefined;
    this.#tell(shrunk?.kind === 'failed' ? shrunk.fault : undefined);
  }

  #tell(stand: Stand | undefined): void {
    this.#stand = stand;
    this.#host.requestUpdate();
  }
}

/** For a composer of a shop whose models see. */
export async function attachPictures(
  host: Drawn & HTMLElement,
  { locale, signal }: { readonly locale: string; readonly signal: AbortSignal },
): Promise<PictureAttach> {
  const attach = new PictureAttach(host, signal);
  await attach.speak(locale);
  return attach;
}

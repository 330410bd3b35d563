import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { adoptStyles } from './late-part.ts';
import { loadPictureWords, type PictureWords } from './picture-label.ts';
import { pictureStyles } from './picture-styles.ts';
import { type SentPicture, type Shrunk, shrinkPicture } from './shrink-picture.ts';
import { closeIcon } from './views/icons.ts';
import { pictureIcon } from './views/picture-icon.ts';

/** What is told beside the composer while no picture is there. */
type Stand = 'reading' | 'drop' | 'tooLarge' | 'unreadable';

/** One picture that goes with the next message: chosen as a file, pasted, or dropped on the panel. It is held here until then, and nowhere else. */
export class PictureAttach implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #words: PictureWords;
  readonly #listening = new AbortController();
  #stand: Stand | undefined;
  #ready: Extract<Shrunk, { kind: 'ready' }> | undefined;
  /** Of the file that was chosen last. */
  #choice = 0;

  constructor(host: ReactiveControllerHost & HTMLElement, words: PictureWords) {
    this.#host = host;
    this.#words = words;
    const root = host.getRootNode();
    if (root instanceof ShadowRoot) adoptStyles(root, pictureStyles);
    const { signal } = this.#listening;
    const panel = host.closest<HTMLElement>('.panel') ?? host;
    host.addEventListener('paste', this.#onPaste, { signal });
    panel.addEventListener('dragover', this.#onDrag, { signal });
    panel.addEventListener('dragleave', this.#onLeave, { signal });
    panel.addEventListener('drop', this.#onDrop, { signal });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#listening.abort();
  }

  /** Another takes its place. */
  leave(): void {
    this.#listening.abort();
    this.#host.removeController(this);
  }

  get picture(): SentPicture | undefined {
    return this.#ready?.picture;
  }

  /** What is said where the shopper writes nothing. */
  get question(): string {
    return this.#words('ask');
  }

  readonly clear = (): void => {
    this.#choice += 1;
    this.#show(undefined);
  };

  button(): TemplateResult {
    const name = this.#words('attach');
    return html`<input type="file" accept="image/*" hidden @change=${this.#onChoice}>
      <button type="button" class="plain attach" aria-label=${name} title=${name} @click=${this.#choose}>${pictureIcon}</button>`;
  }

  preview(): TemplateResult {
    const stand = this.#stand;
    const isFault = stand === 'tooLarge' || stand === 'unreadable';
    return html`<p class="picture-state ${isFault ? 'fault' : nothing}" role="status">${stand === undefined ? nothing : this.#words(stand)}</p>
      ${this.#ready === undefined ? nothing : this.#attached(this.#ready.canvas)}`;
  }

  #attached(canvas: HTMLCanvasElement): TemplateResult {
    const words = this.#words;
    canvas.role = 'img';
    canvas.ariaLabel = words('ready');
    return html`<div class="attached">
      ${canvas}
      <p>${words('kept')}</p>
      <button type="button" class="plain" aria-label=${words('remove')} title=${words('remove')} @click=${this.#remove}>${closeIcon}</button>
    </div>`;
  }

  readonly #choose = (): void => this.#host.querySelector<HTMLInputElement>('input[type="file"]')?.click();

  readonly #remove = (): void => {
    this.clear();
    this.#host.focus();
  };

  readonly #onChoice = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (file !== undefined) void this.#take(file);
  };

  readonly #onPaste = (event: ClipboardEvent): void => {
    const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'));
    if (file === undefined) return;
    event.preventDefault();
    void this.#take(file);
  };

  readonly #onDrag = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    if (this.#stand === undefined) this.#tell('drop');
  };

  readonly #onLeave = (): void => {
    if (this.#stand === 'drop') this.#tell(undefined);
  };

  readonly #onDrop = (event: DragEvent): void => {
    const [file] = event.dataTransfer?.files ?? [];
    if (file === undefined) return;
    event.preventDefault();
    void this.#take(file);
  };

  async #take(file: File): Promise<void> {
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
  host: ReactiveControllerHost & HTMLElement,
  locale: string,
): Promise<PictureAttach> {
  return new PictureAttach(host, await loadPictureWords(locale));
}

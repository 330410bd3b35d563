import type { Translation, WordsToTranslate } from '../../domain/desk/translation.ts';
import type { Answer } from '../problem.ts';

/** What is known of words in the reader's language. `unasked`: only somebody who wants to know asks for it. */
export type Reading = Translation | { readonly outcome: 'waiting' | 'unasked' };

export interface TranslationsOptions {
  /** What the person at the desk reads (ISO 639). */
  readonly own: string;
  ask(body: {
    readonly to: string;
    readonly texts: readonly WordsToTranslate[];
  }): Promise<Answer<{ readonly translations: readonly Translation[] }>>;
  onChange(): void;
}

/** Asked for in one request: what was said last is there first. */
const MOST_AT_ONCE = 5;
const KEPT_AS = 'floorwalker-desk-reads-originals';

/** A conversation in the language of whoever reads it: what is on the page is asked for, once, newest first. */
export class Translations {
  readonly own: string;
  readonly #options: TranslationsOptions;
  readonly #known = new Map<string, Reading>();
  #waiting: WordsToTranslate[] = [];
  #isAsking = false;
  #isOn = readChoice() !== 'yes';
  /** There is no language model: nothing is asked for any more. */
  hasModel = true;
  /** Grows with every change. */
  version = 0;

  constructor(options: TranslationsOptions) {
    this.own = options.own;
    this.#options = options;
  }

  /** Whether words in other languages are put into the own one; kept in this browser. */
  get isOn(): boolean {
    return this.#isOn;
  }

  set isOn(isOn: boolean) {
    this.#isOn = isOn;
    writeChoice(isOn ? undefined : 'yes');
    this.#tell();
  }

  /**
   * @param isAsked Asks for it where it is not known.
   * @returns undefined where the original is all that is to be read.
   */
  read(text: string, from: string, isAsked: boolean): Reading | undefined {
    if (!this.isOn || !this.hasModel || from === this.own || text.trim() === '') return undefined;
    const known = this.#known.get(keyOf({ text, from }));
    if (known !== undefined) return known;
    if (isAsked) this.ask({ text, from });
    return { outcome: isAsked ? 'waiting' : 'unasked' };
  }

  /** Also what could not be had before. */
  ask(words: WordsToTranslate): void {
    this.#known.set(keyOf(words), { outcome: 'waiting' });
    this.#waiting.push(words);
    // All that one drawing of the page asks for goes together.
    queueMicrotask(() => void this.#askWaiting());
  }

  /** Own words, to be said to the shopper in theirs: to be looked at before they leave. */
  async put(text: string, to: string): Promise<Translation> {
    const [translation] = await this.#send([{ text, from: this.own }], to);
    return translation ?? UNHEARD;
  }

  async #askWaiting(): Promise<void> {
    if (this.#isAsking || this.#waiting.length === 0) return;
    this.#isAsking = true;
    while (this.#waiting.length > 0 && this.hasModel) {
      const words = this.#waiting.splice(-MOST_AT_ONCE);
      const translations = await this.#send(words, this.own);
      for (const [at, said] of words.entries()) this.#known.set(keyOf(said), translations[at] ?? UNHEARD);
      this.#tell();
    }
    this.#isAsking = false;
  }

  #tell(): void {
    this.version += 1;
    this.#options.onChange();
  }

  async #send(texts: readonly WordsToTranslate[], to: string): Promise<readonly Translation[]> {
    const answer = await this.#options.ask({ to, texts });
    const translations = answer.kind === 'ok' ? answer.value.translations : [];
    if (translations.some(({ outcome }) => outcome === 'no-model')) {
      this.hasModel = false;
      this.#waiting = [];
      this.#tell();
    }
    return translations;
  }
}

const UNHEARD: Translation = { outcome: 'failed', code: 'MODEL_UNAVAILABLE' };

const keyOf = ({ text, from }: WordsToTranslate): string => `${from} ${text}`;

function readChoice(): string | undefined {
  try {
    return localStorage.getItem(KEPT_AS) ?? undefined;
  } catch {
    return undefined;
  }
}

function writeChoice(value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(KEPT_AS);
    else localStorage.setItem(KEPT_AS, value);
  } catch {
    // It is chosen anew on the next page.
  }
}

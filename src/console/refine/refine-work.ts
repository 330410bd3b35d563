import type { Draft, Refinement } from '../../domain/desk/draft.ts';
import type { ProductView } from '../../domain/turn.ts';
import type { KeptWords } from '../conversation/kept-words.ts';
import { newId } from '../new-id.ts';
import { isSameReply, productsOf, refinementOf, tellChanges } from './refinement.ts';

/** As it is kept over a reload. */
interface KeptWork {
  readonly messageId: string;
  readonly version: number;
  readonly base: Refinement;
  readonly refinement: Refinement;
  readonly found: readonly ProductView[];
  readonly clientMessageId: string;
  /** What the agent had written in their own language when it was put into the shopper's. */
  readonly translated?: string;
}

/** What a colleague made of the same reply meanwhile. */
export interface Collision {
  readonly by: string;
  readonly changes: readonly string[];
}

/** A list and its words under an agent's hands: what they began with, what they made of it, and what a colleague did meanwhile. */
export class RefineWork {
  readonly #kept: KeptWords;
  #draft: Draft;
  #work: KeptWork;
  /** Words that were written for a reply that is out of date now. */
  leftWords: string | undefined;

  constructor(draft: Draft, kept: KeptWords) {
    this.#kept = kept;
    this.#draft = draft;
    const before = kept.read<KeptWork>('refinement');
    this.#work = before?.messageId === draft.messageId ? before : fresh(draft);
    if (before !== undefined && before.messageId !== draft.messageId) this.leftWords = before.refinement.text;
    this.take(draft);
  }

  get draft(): Draft {
    return this.#draft;
  }

  get refinement(): Refinement {
    return this.#work.refinement;
  }

  /** Of the draft that the changes were made on. */
  get version(): number {
    return this.#work.version;
  }

  /** The same in every try to send it. */
  get clientMessageId(): string {
    return this.#work.clientMessageId;
  }

  /** Something is under the agent's hands that the server does not have. */
  get isDirty(): boolean {
    return !isSameReply(this.#work.base, this.#work.refinement);
  }

  /** What the agent wrote in their own language is not in the words that would leave. */
  get isUntranslated(): boolean {
    const { refinement, base, translated } = this.#work;
    const written = refinement.original?.trim() ?? '';
    return written !== '' && written !== translated && written !== base.original?.trim();
  }

  /** Whether the shopper would get something else than the assistant proposed. */
  get isEdited(): boolean {
    const { proposed } = this.#draft;
    const asProposed = { products: proposed.products.map(({ productId }) => ({ productId })), banned: [] };
    return !isSameReply(asProposed, this.#work.refinement);
  }

  get collision(): Collision | undefined {
    if (!this.isDirty || this.#draft.version === this.#work.version) return undefined;
    return {
      by: this.#draft.changedBy?.firstName ?? 'Somebody',
      changes: tellChanges(this.#work.base, refinementOf(this.#draft), (productId) =>
        this.titleOf(productId),
      ),
    };
  }

  product(productId: string): ProductView | undefined {
    return (
      productsOf(this.#draft).get(productId) ??
      this.#work.found.find((found) => found.productId === productId)
    );
  }

  titleOf(productId: string): string {
    return this.product(productId)?.title ?? productId;
  }

  /** The draft as the server has it now. Nothing that the agent did is lost. */
  take(draft: Draft): void {
    const isOther = draft.messageId !== this.#work.messageId;
    if (isOther && this.isDirty) this.leftWords = this.#work.refinement.text;
    this.#draft = draft;
    if (isOther || (!this.isDirty && draft.version !== this.#work.version)) this.#put(fresh(draft));
  }

  change(refinement: Refinement, found?: ProductView): void {
    const { found: before } = this.#work;
    this.#put({ ...this.#work, refinement, found: found === undefined ? before : [...before, found] });
  }

  /** What was written in the agent's own language stands in the words now. */
  translate(written: string, text: string): void {
    const { original: _before, ...kept } = this.#work.refinement;
    this.#put({ ...this.#work, refinement: { ...kept, text, original: written }, translated: written });
  }

  /** The colleague's, or the assistant's: what was under the agent's hands goes. */
  startOver(): void {
    this.#put(fresh(this.#draft));
  }

  /** Mine, over what the colleague made. */
  keepMine(): void {
    this.#put({ ...this.#work, version: this.#draft.version, base: refinementOf(this.#draft) });
  }

  /** Before it is sent: however it ends, the next try is the same one. */
  keep(): void {
    this.#kept.write('refinement', this.#work);
  }

  /** The server has it. */
  saved(draft: Draft): void {
    this.#draft = draft;
    this.#put(fresh(draft));
  }

  #put(work: KeptWork): void {
    this.#work = work;
    if (this.isDirty) this.#kept.write('refinement', work);
    else this.#kept.remove('refinement');
  }
}

const fresh = (draft: Draft): KeptWork => {
  const base = refinementOf(draft);
  return {
    messageId: draft.messageId,
    version: draft.version,
    base,
    refinement: base,
    found: [],
    clientMessageId: newId(),
  };
};

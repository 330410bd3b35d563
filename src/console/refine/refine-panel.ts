import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Draft, Refinement } from '../../domain/desk/draft.ts';
import type { ProductView } from '../../domain/turn.ts';
import { icon } from '../components/icon.ts';
import type { ConversationRoom } from '../conversation/conversation-room.ts';
import { DeskElement } from '../desk-element.ts';
import type { DeskContext } from '../page.ts';
import './own-words.ts';
import { refineFoot, refineHead, refineWords } from './refine-frame.ts';
import { refineItem } from './refine-item.ts';
import { type Asking, banQuestion, productQuestion } from './refine-questions.ts';
import { refineReasons } from './refine-reasons.ts';
import { RefineSending } from './refine-sending.ts';
import { RefineWork } from './refine-work.ts';
import {
  addProduct,
  allowProduct,
  banProduct,
  MOST_PRODUCTS,
  markOf,
  moveProduct,
  noteProduct,
  pinProduct,
  placeProduct,
  removeProduct,
  swapProduct,
  withOriginal,
  withReason,
  withText,
} from './refinement.ts';

/** The list and the words of a reply, to be changed and sent: one that is held, or the last that the shopper has. */
export class DeskRefinePanel extends DeskElement {
  static override properties = {
    context: { attribute: false },
    room: { attribute: false },
    draft: { attribute: false },
    place: { attribute: false },
    nowMs: { attribute: false },
    reading: { attribute: false },
  };
  declare context: DeskContext;
  declare room: ConversationRoom;
  declare draft: Draft;
  declare place: { readonly market: string; readonly locale: string };
  declare nowMs: number;
  /** Changes with what is known of translations. */
  declare reading: number;
  #work: RefineWork | undefined;
  #sending: RefineSending | undefined;
  #asking: Asking | undefined;
  #said = '';
  readonly #explained = new Set<string>();
  readonly #noted = new Set<string>();

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('room') || this.#work === undefined) {
      this.#work = new RefineWork(this.draft, this.room.kept);
      this.#sending = new RefineSending(this.room, this.#work, () => this.requestUpdate());
    } else if (changed.has('draft')) {
      this.#work.take(this.draft);
      void this.#sending?.settle();
    }
    this.room.setEditing('list', this.#work.isDirty);
  }

  get isDirty(): boolean {
    return this.#work?.isDirty === true;
  }

  override focus(): void {
    this.querySelector<HTMLElement>('.refined')?.focus();
  }

  #change(change: (refinement: Refinement) => Refinement, said = '', found?: ProductView): void {
    const work = this.#work;
    if (work === undefined || this.#isLocked) return;
    work.change(change(work.refinement), found);
    this.#said = said;
    this.requestUpdate();
  }

  get #isLocked(): boolean {
    return !this.context.may('conversations-answer') || this.#sending?.isSending === true;
  }

  /** The moved product keeps the focus, and its new place is said. */
  #move(productId: string, by: number): void {
    this.#change((refinement) => moveProduct(refinement, productId, by));
    const place =
      this.#work?.refinement.products.findIndex((product) => product.productId === productId) ?? 0;
    this.#said = `Place ${place + 1} of ${this.#work?.refinement.products.length ?? 0}`;
    void this.#focusOn(productId);
  }

  async #focusOn(productId: string): Promise<void> {
    await this.updateComplete;
    this.#items()
      .find((item) => item.dataset.product === productId)
      ?.focus();
  }

  #items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.refined')];
  }

  #focusBy(productId: string, by: number): void {
    const items = this.#items();
    const place = items.findIndex((item) => item.dataset.product === productId);
    items[Math.max(0, Math.min(items.length - 1, place + by))]?.focus();
  }

  #toggle(set: Set<string>, productId: string): void {
    if (!set.delete(productId)) set.add(productId);
    this.requestUpdate();
  }

  #ask(asking: Asking | undefined): void {
    this.#asking = asking;
    this.requestUpdate();
  }

  async #send(): Promise<void> {
    const sent = await this.#sending?.send();
    if (sent === true) this.context.tell('Sent to the shopper.');
  }

  async #save(): Promise<void> {
    const saved = await this.#sending?.save();
    if (saved === true) this.context.tell('Saved: colleagues see it, the shopper does not.');
  }

  protected override render(): TemplateResult {
    const [work, sending] = [this.#work, this.#sending];
    if (work === undefined || sending === undefined) return html``;
    const { refinement, draft } = work;
    const { products, banned } = refinement;
    return html`<section class="refine" aria-labelledby="refine-heading">
      ${refineHead({
        ...{ kind: sending.kind, draft, work, isSending: sending.isSending, nowMs: this.nowMs },
        onTakeTheirs: () => this.#startOver(work),
        onKeepMine: () => {
          work.keepMine();
          this.requestUpdate();
        },
        onUseWords: (text) => {
          work.leftWords = undefined;
          this.#change((now) => withText(now, text));
        },
      })}
      ${refineReasons(draft, sending.kind, this.room)}
      ${refineWords({
        kind: sending.kind,
        work,
        inOwn: this.#inOwn(work, sending),
        isLocked: this.#isLocked,
        check: sending.advice,
        onText: (text) => this.#change((now) => withText(now, text)),
        onReason: (reason) => this.#change((now) => withReason(now, reason)),
      })}
      <ol class="refined-list" aria-label="The list as the shopper gets it">
        ${repeat(
          products,
          ({ productId }) => productId,
          (_chosen, place) => this.#item(work, place),
        )}
      </ol>
      <p class="unseen" role="status">${this.#said}</p>
      <div class="actions">
        <button class="button small" type="button" ?disabled=${this.#isLocked || products.length >= MOST_PRODUCTS} @click=${() => this.#ask({ kind: 'add' })}>
          ${icon('plus')}Add a product
        </button>
      </div>
      ${
        banned.length === 0
          ? nothing
          : html`<div class="banned">
              <h3>Banned in this conversation</h3>
              <ul>
                ${banned.map(
                  ({ productId, reason }) => html`<li>
                    <span dir="auto">${work.titleOf(productId)}</span>
                    ${reason === undefined ? nothing : html`<span class="quiet" dir="auto">${reason}</span>`}
                    <button class="button plain small" type="button" ?disabled=${this.#isLocked} @click=${() => this.#change((now) => allowProduct(now, productId))}>Allow again</button>
                  </li>`,
                )}
              </ul>
            </div>`
      }
      ${refineFoot({
        work,
        sending,
        isLocked: this.#isLocked,
        onSend: () => void this.#send(),
        onSave: () => void this.#save(),
        onStartOver: () => this.#startOver(work),
        onCheck: () => void sending.check(),
        onDrop: () => this.room.dropSuggestion(),
      })}
      ${this.#question(work)}
    </section>`;
  }

  /** What the words say in the agent's own language, and writing in it. What is translated is looked at beside the facts. */
  #inOwn(work: RefineWork, sending: RefineSending): TemplateResult {
    return html`<desk-own-words
      .translations=${this.room.translations}
      .reading=${this.reading}
      .language=${this.#speechOf(work).language}
      .words=${sending.kind === 'shown' ? '' : work.draft.proposed.text}
      .refinement=${work.refinement}
      .isSettled=${!work.isDirty}
      .isUntranslated=${work.isUntranslated}
      .isLocked=${this.#isLocked}
      .onWrite=${(written: string | undefined) => this.#change((now) => withOriginal(now, written))}
      .onTranslated=${(written: string, text: string) => {
        work.translate(written, text);
        void sending.check();
      }}
    ></desk-own-words>`;
  }

  #speechOf({ draft }: RefineWork) {
    return { translations: this.room.translations, language: this.room.languageOf(draft.messageId) };
  }

  #startOver(work: RefineWork): void {
    work.startOver();
    this.requestUpdate();
  }

  #item(work: RefineWork, place: number): TemplateResult {
    const chosen = work.refinement.products[place];
    if (chosen === undefined) return html``;
    const { productId } = chosen;
    return refineItem({
      chosen,
      place,
      product: work.product(productId),
      count: work.refinement.products.length,
      warnings: work.draft.warnings.filter((warning) => warning.productId === productId),
      isExplained: this.#explained.has(productId),
      isNoted: this.#noted.has(productId) || chosen.note !== undefined,
      mark: markOf(work.draft, productId, place),
      isLocked: this.#isLocked,
      speech: this.#speechOf(work),
      onMove: (by) => this.#move(productId, by),
      onPlace: (moved) => this.#change((now) => placeProduct(now, moved, place)),
      onPin: () => this.#change((now) => pinProduct(now, productId)),
      onSwap: () => this.#ask({ kind: 'swap', productId }),
      onBan: () => this.#ask({ kind: 'ban', productId, reason: '' }),
      onRemove: () => {
        this.#focusBy(productId, 1);
        this.#change((now) => removeProduct(now, productId), `Taken out: ${work.titleOf(productId)}`);
      },
      onExplain: () => this.#toggle(this.#explained, productId),
      onNoted: () => this.#toggle(this.#noted, productId),
      onNote: (text) => this.#change((now) => noteProduct(now, productId, text)),
      onFocus: (by) => this.#focusBy(productId, by),
    });
  }

  #question(work: RefineWork): TemplateResult | typeof nothing {
    const asking = this.#asking;
    if (asking === undefined) return nothing;
    const onClose = () => this.#ask(undefined);
    if (asking.kind === 'ban')
      return banQuestion({
        title: work.titleOf(asking.productId),
        reason: asking.reason,
        onReason: (reason) => this.#ask({ ...asking, reason }),
        onBan: () => this.#ban(work, asking),
        onClose,
      });
    const { desk } = this.context;
    const onChoose = (product: ProductView) => this.#choose(asking, product);
    return productQuestion({ asking, work, desk, place: this.place, onChoose, onClose });
  }

  #ban(work: RefineWork, { productId, reason }: Extract<Asking, { kind: 'ban' }>): void {
    this.#ask(undefined);
    this.#change((now) => banProduct(now, productId, reason), `Banned: ${work.titleOf(productId)}`);
  }

  #choose(asking: Exclude<Asking, { kind: 'ban' }>, product: ProductView): void {
    const { productId } = product;
    this.#ask(undefined);
    this.#change(
      (now) =>
        asking.kind === 'add' ? addProduct(now, productId) : swapProduct(now, asking.productId, productId),
      `In the list: ${product.title}`,
      product,
    );
    void this.#focusOn(productId);
  }
}

customElements.define('desk-refine-panel', DeskRefinePanel);

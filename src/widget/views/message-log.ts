import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ConversationController } from '../conversation-controller.ts';
import type { Entry } from '../conversation-entry.ts';
import { DrawnElement, redrawnBy } from '../drawn-element.ts';
import { DrawnEntries } from '../drawn-entries.ts';
import { LatePart } from '../late-part.ts';
import type { Reply } from '../reply-state.ts';
import { canReadAloud } from '../speech.ts';
import type { Label } from '../widget-labels.ts';
import type { WindowedEntries } from '../windowed-entries.ts';
import { eventView, greetingView, saidView } from './entry-view.ts';
import { latestIcon, speakerIcon } from './icons.ts';
import { logStatus, type StatusContext } from './log-status.ts';

/** How a reply stands in the log. */
export interface ReplyStand {
  /** Only the last reply offers what to say next. */
  readonly isLast: boolean;
  /** What the shopper said next; absent when nothing yet. */
  readonly answer?: string;
}

export interface LogContext extends StatusContext {
  readonly conversation: ConversationController;
  /** Questions to begin with; none when the shop gave none. */
  readonly examples: readonly string[];
  reply(reply: Reply, stand: ReplyStand): TemplateResult;
  /** What of a reply is more than words. */
  parts(reply: Reply, stand: ReplyStand): TemplateResult;
}

const ROOM_ABOVE_PX = 12;
/** Nearer to the end than this is at the end. */
const NEAR_PX = 80;
/** A log of more entries is not drawn whole, from where on is for `windowed-entries.ts` to say. */
const SHORT_LOG = 20;

/** The conversation, oldest first. Only what is near the view is in the document; older messages come when it is scrolled to them. */
export class MessageLog extends DrawnElement {
  declare context: LogContext | undefined;
  /** The end is out of sight. */
  declare protected isAway: boolean | undefined;
  readonly #drawn = new DrawnEntries();
  /** What keeps a long log small; as long as it is not here, and where it cannot be had, all is drawn. */
  readonly #longLog = new LatePart(this, () => import('../windowed-entries.ts'));
  readonly #voice = new LatePart(this, async () => {
    const { ReadingAloud, speakLater } = await import('../voice.ts');
    await speakLater();
    return { reading: new ReadingAloud(this) };
  });
  #windowed: WindowedEntries | undefined;
  #isWithoutWindow = false;
  /** Entry that is kept at the top while the reply grows below it, until the shopper scrolls. */
  #followed: string | undefined;
  #latestSaid: string | undefined;
  #latest: string | undefined;
  #hadFocus = false;

  constructor() {
    super();
    for (const name of ['wheel', 'touchmove', 'keydown', 'pointerdown'])
      this.addEventListener(name, this.#stopFollowing, { passive: true });
    this.addEventListener('scroll', this.#onScroll, { passive: true });
  }

  disconnectedCallback(): void {
    this.#voice.part?.reading.stop();
  }

  protected override beforeDrawing(): void {
    const entries = this.context?.conversation.entries ?? [];
    this.#chooseFollowed(entries);
    this.#hadFocus = this.#hasFocusWithin();
    if (this.#isLong()) this.#takeWindow();
    this.#windowed?.prepare(
      entries.map(({ id }) => id),
      this.#followed,
    );
  }

  protected override afterDrawing(): void {
    this.#draw();
    if (this.#windowed?.settle(this.#followed) === true) this.requestUpdate();
    this.#follow();
    if (this.#hadFocus && !this.#hasFocusWithin()) this.focus({ preventScroll: true });
  }

  protected override content(): TemplateResult | typeof nothing {
    const { context } = this;
    if (context === undefined) return nothing;
    const { conversation, label, examples } = context;
    const { entries, hasEarlier } = conversation;
    const greeting = conversation.conversation?.greeting;
    const isEmpty = entries.length === 0 && !conversation.isBeginning && greeting !== undefined;
    return html`
      ${hasEarlier ? html`<button class="earlier" @click=${this.#fetchEarlier}>${label('earlier')}</button>` : nothing}
      ${greeting === undefined || hasEarlier ? nothing : greetingView(greeting)}
      ${isEmpty && examples.length > 0 ? this.#examples(examples, context) : nothing}
      <div class="space" data-space="above"></div>
      <div class="space" data-space="below"></div>
      ${logStatus(conversation, context)}
      ${this.isAway === true ? html`<div class="jump"><button @click=${this.#toLatest}>${latestIcon}${label('latest')}</button></div>` : nothing}
    `;
  }

  #draw(): void {
    const { context } = this;
    const below = this.querySelector(':scope > [data-space="below"]');
    if (context === undefined || below === null) return;
    const { entries } = context.conversation;
    const { first, end } = this.#windowed?.window ?? { first: 0, end: entries.length };
    const shown = entries.slice(first, end);
    this.#drawn.draw(
      shown.map((entry, index) => [entry.id, this.#entry(entry, first + index, context)]),
      below,
    );
  }

  #entry(entry: Entry, index: number, { conversation, label, reply, parts }: LogContext): TemplateResult {
    const { entries, phase, failure } = conversation;
    const isLast = index === entries.length - 1;
    if (entry.kind === 'event') return eventView(entry, label);
    if (entry.kind === 'said') {
      const state = !isLast
        ? undefined
        : phase === 'sending'
          ? 'sending'
          : failure === undefined
            ? undefined
            : 'notSent';
      return saidView(entry, { label, state });
    }
    const next = entries[index + 1];
    const stand = { isLast, ...(next?.kind === 'said' && { answer: next.text }) };
    if (entry.author !== 'assistant')
      return html`${conversation.persons?.personView(entry.author.firstName, entry.reply.text) ?? nothing}${parts(entry.reply, stand)}`;
    const isReadable = isLast && entry.reply.isComplete && canReadAloud();
    const { checkedBy } = entry;
    return html`${checkedBy === undefined ? nothing : html`<p class="note">${label('checkedBy', { name: checkedBy })}</p>`}${reply(entry.reply, stand)}${isReadable ? this.#readButton(entry.reply, label) : nothing}`;
  }

  #readButton(reply: Reply, label: Label): TemplateResult {
    const { reading } = this.#voice.part ?? {};
    if (reading !== undefined) return reading.button(reply, label);
    const onClick = async () => (await this.#voice.bring())?.reading.toggle(reply);
    return html`<button class="tool" aria-pressed="false" @click=${onClick}>${speakerIcon}${label('readAloud')}</button>`;
  }

  #examples(examples: readonly string[], { conversation, label }: LogContext): TemplateResult {
    return html`<div class="steps examples" role="group" aria-label=${label('examples')}>
      ${examples.map(
        (text) =>
          html`<button class="option" dir="auto" @click=${() => void conversation.say(text)}>${text}</button>`,
      )}
    </div>`;
  }

  /** What was said last; what a person says, unless the shopper reads elsewhere, and is told that there is more. */
  #chooseFollowed(entries: readonly Entry[]): void {
    const said = entries.findLast(({ kind }) => kind === 'said')?.id;
    const latest = entries.at(-1);
    const isNews = latest?.id !== this.#latest && latest?.kind === 'reply' && latest.isAside;
    if (said !== this.#latestSaid) this.#followed = said;
    else if (isNews && latest.isNew) {
      const isAtEnd = this.#followed !== undefined || this.#distanceToEnd() < NEAR_PX;
      if (isAtEnd) this.#followed = latest.id;
      else this.isAway = true;
    }
    this.#latestSaid = said;
    this.#latest = latest?.id;
  }

  #follow(): void {
    const element = this.#followed === undefined ? undefined : this.#elementOf(this.#followed);
    if (element === undefined) return;
    const edge = this.getBoundingClientRect().top + this.clientTop;
    const moved = element.getBoundingClientRect().top - edge - ROOM_ABOVE_PX;
    const isFar = Math.abs(moved) > 2 * this.clientHeight;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.scrollTo({ top: this.scrollTop + moved, behavior: isFar || isCalm ? 'instant' : 'smooth' });
  }

  readonly #stopFollowing = (): void => {
    this.#followed = undefined;
  };

  readonly #onScroll = (): void => {
    this.isAway = this.#followed === undefined && this.#distanceToEnd() > 1.5 * this.clientHeight;
    if (this.#windowed?.isOutrun === true) this.requestUpdate();
    const { conversation } = this.context ?? {};
    const isNearTop = conversation?.hasEarlier === true && this.scrollTop < this.clientHeight;
    if (isNearTop && (this.#windowed !== undefined || this.#longLog.hasFailed)) void this.#fetchEarlier();
  };

  readonly #fetchEarlier = async (): Promise<void> => {
    const further = await this.context?.conversation.further();
    await further?.fetchEarlier();
  };

  readonly #toLatest = (): void => {
    this.#followed = this.context?.conversation.entries.at(-1)?.id;
    this.requestUpdate();
    this.focus({ preventScroll: true });
  };

  #isLong(): boolean {
    const { entries = [], hasEarlier = false } = this.context?.conversation ?? {};
    return hasEarlier || entries.length > SHORT_LOG;
  }

  /** The shopper may have scrolled to the top meanwhile, also when it is to be done without. */
  #takeWindow(): void {
    const part = this.#windowed === undefined ? this.#longLog.want() : undefined;
    const { hasFailed } = this.#longLog;
    if (part !== undefined) this.#windowed = new part.WindowedEntries(this);
    if (part !== undefined || hasFailed !== this.#isWithoutWindow)
      void this.updateComplete.then(this.#onScroll);
    this.#isWithoutWindow = hasFailed;
  }

  #elementOf(id: string): HTMLElement | undefined {
    return [...this.querySelectorAll<HTMLElement>(':scope > [data-entry]')].find(
      (element) => element.dataset.entry === id,
    );
  }

  #distanceToEnd(): number {
    return this.scrollHeight - this.scrollTop - this.clientHeight;
  }

  #hasFocusWithin(): boolean {
    const root = this.getRootNode();
    const active = root instanceof ShadowRoot ? root.activeElement : document.activeElement;
    return active !== null && active !== this && this.contains(active);
  }
}

redrawnBy(MessageLog, 'context', 'isAway');
if (customElements.get('floorwalker-log') === undefined) customElements.define('floorwalker-log', MessageLog);

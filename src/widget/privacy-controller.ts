import type { ProductView } from '../domain/turn.ts';
import type { WidgetSettings } from '../domain/widget-settings.ts';
import type { ConversationController } from './conversation-controller.ts';
import type { DrawerContext } from './drawers.ts';
import type { PlainList, PrivacyClient, Remembered } from './privacy-client.ts';
import { downloadJson } from './privacy-download.ts';
import { loadPrivacyWords, type PrivacyWords } from './privacy-label.ts';
import { asksForPrivacy } from './privacy-signal.ts';
import { languageOf } from './translate.ts';

type ConsentTexts = NonNullable<WidgetSettings['consentTexts']>;

/** Whether what the shopper does may be used: also on later visits, in this conversation, or not at all. */
export type Use = 'always' | 'visit' | 'never';

/** A list as it was shown, and as it would be. */
export interface Comparison {
  readonly shown: readonly ProductView[];
  readonly plain: PlainList;
}

/** What the privacy drawer shows: always as the server told it last, never as it is hoped to be. */
export class PrivacyController {
  words: PrivacyWords | undefined;
  remembered: Remembered | undefined;
  policyUrl: string | undefined;
  /** As the shop asks, by language. */
  consentTexts: ConsentTexts | undefined;
  comparison: Comparison | undefined;
  /** What was done, or could not be; read out. */
  notice = '';
  /** What is remembered could not be read. */
  isUnreadable = false;
  isBusy = false;
  isErasing = false;
  /** Chosen, and on its way. */
  wanted: Use | undefined;
  readonly #host: DrawerContext['host'];
  readonly #client: PrivacyClient;
  readonly #conversation: ConversationController;
  #locale = '';
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    host: DrawerContext['host'],
    options: { readonly client: PrivacyClient; readonly conversation: ConversationController },
  ) {
    this.#host = host;
    this.#client = options.client;
    this.#conversation = options.conversation;
  }

  get isOptedOut(): boolean {
    return asksForPrivacy() || this.remembered?.privacy !== undefined;
  }

  get use(): Use {
    if (this.wanted !== undefined) return this.wanted;
    if (this.remembered?.isPaused === true) return 'never';
    return this.#conversation.personalization && !this.isOptedOut ? 'always' : 'visit';
  }

  /** Of the last reply that has products. */
  get lastList(): { readonly messageId: string; readonly products: readonly ProductView[] } | undefined {
    const replies = this.#conversation.entries.flatMap((entry) =>
      entry.kind === 'reply' ? [entry.reply] : [],
    );
    return replies.findLast(({ products, isComplete }) => isComplete && products.length > 0);
  }

  /** How the shop asks in the shopper's language; absent where it leaves that to the widget. */
  get consentText(): ConsentTexts['texts'][string] | undefined {
    return this.consentTexts?.texts[languageOf(this.#locale)];
  }

  speak(locale: string): void {
    if (locale === this.#locale) return;
    this.#locale = locale;
    void loadPrivacyWords(locale).then((words) => {
      if (this.#locale === locale) this.#set({ words });
    });
  }

  /** Called when the drawer opens, and when it closes. */
  readonly shown = (region: Element | undefined): void => {
    if (region === undefined) return;
    this.#set({ notice: '', comparison: undefined, isErasing: false });
    void this.#readSettings();
    void this.reread();
  };

  readonly reread = async (): Promise<void> => {
    await this.#conversation.begin();
    const { conversation } = this.#conversation;
    if (conversation === undefined) return this.#set({ isUnreadable: !this.#conversation.isDeleted });
    if (asksForPrivacy() && this.#conversation.personalization)
      await (await this.#conversation.further()).setPersonalization(false);
    const answer = await this.#client.read(conversation);
    if (answer.kind === 'fetched') this.#set({ remembered: answer.value, isUnreadable: false });
    else this.#set({ isUnreadable: true });
  };

  /** The latest choice counts, however fast they follow each other. */
  async choose(use: Use): Promise<void> {
    const asked = this.consentText === undefined ? undefined : this.consentTexts?.version;
    this.#set({ wanted: use });
    await this.#doing(async () => {
      if (this.wanted !== use) return true;
      const { conversation } = this.#conversation;
      const isPaused = use === 'never';
      if (conversation !== undefined && (isPaused || this.remembered?.isPaused === true)) {
        const answer = await this.#client.setPaused(conversation, isPaused);
        if (answer.kind === 'failed') return false;
      }
      const further = await this.#conversation.further();
      const failure = await further.setPersonalization(use === 'always', asked);
      if (failure !== 'refused' || asked === undefined) return failure === undefined;
      if (use === 'always') return await this.#askAnew(asked);
      return (await further.setPersonalization(false)) === undefined;
    });
    if (this.wanted === use) this.#set({ wanted: undefined });
  }

  /** What was answered is no text of the shop any more: nothing holds until the present one was read. */
  async #askAnew(asked: number): Promise<boolean> {
    await this.#readSettings('reload');
    if (this.consentTexts?.version === asked) return false;
    this.#set({ notice: this.words?.('asked-anew') ?? '' });
    return true;
  }

  /** @returns Whether it is forgotten. */
  async forget(itemId: string, label: string): Promise<boolean> {
    return await this.#doing(async () => {
      const { conversation } = this.#conversation;
      if (conversation === undefined) return false;
      const answer = await this.#client.forget(conversation, itemId);
      // What another tab forgot meanwhile is forgotten.
      if (answer.kind === 'failed' && answer.failure !== 'gone') return false;
      this.#set({ notice: this.words?.('forgotten', { name: label }) ?? '', comparison: undefined });
      return true;
    });
  }

  readonly compare = async (): Promise<void> => {
    await this.#doing(async () => {
      const { conversation } = this.#conversation;
      const list = this.lastList;
      if (conversation === undefined || list === undefined) return false;
      const answer = await this.#client.withoutBehaviour(conversation, list.messageId);
      if (answer.kind === 'failed') return false;
      this.#set({ comparison: { shown: list.products, plain: answer.value } });
      return true;
    });
  };

  readonly download = async (): Promise<void> => {
    await this.#doing(async () => {
      const { conversation } = this.#conversation;
      if (conversation === undefined) return false;
      const answer = await this.#client.messages(conversation);
      if (answer.kind === 'failed') return false;
      downloadJson('conversation.json', { remembered: this.remembered, conversation: answer.value });
      return true;
    });
  };

  readonly askToErase = (isErasing: boolean): void => this.#set({ isErasing });

  readonly erase = async (): Promise<void> => {
    const isGone = await this.#doing(async () => (await this.#conversation.further()).delete());
    if (isGone) this.#set({ remembered: undefined, isErasing: false });
  };

  /** One after the other. */
  #doing(work: () => Promise<boolean>): Promise<boolean> {
    const done = this.#queue.then(() => this.#do(work));
    this.#queue = done;
    return done;
  }

  async #do(work: () => Promise<boolean>): Promise<boolean> {
    this.#set({ isBusy: true, notice: '' });
    const isDone = await work();
    if (!isDone) this.#set({ notice: this.words?.('failed') ?? '' });
    if (!this.#conversation.isDeleted) await this.reread();
    this.#set({ isBusy: false });
    return isDone;
  }

  async #readSettings(cache?: RequestCache): Promise<void> {
    const answer = await this.#client.settings(cache);
    if (answer.kind === 'failed') return;
    const { privacyPolicyUrl, consentTexts } = answer.value;
    this.#set({ policyUrl: privacyPolicyUrl, consentTexts });
  }

  #set(changes: Partial<Shown>): void {
    Object.assign(this, changes);
    this.#host.requestUpdate();
  }
}

type Shown = Pick<
  PrivacyController,
  | 'words'
  | 'remembered'
  | 'policyUrl'
  | 'consentTexts'
  | 'comparison'
  | 'notice'
  | 'isUnreadable'
  | 'isBusy'
  | 'isErasing'
  | 'wanted'
>;

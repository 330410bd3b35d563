import { html, type PropertyValues, type TemplateResult } from 'lit';
import type { QueueItem } from '../../domain/desk/queue.ts';
import type { Macro } from '../../domain/desk/settings.ts';
import { DeskElement } from '../desk-element.ts';
import { newId } from '../new-id.ts';
import { languageName } from '../own-language.ts';
import type { DeskContext } from '../page.ts';
import { type ComposedTranslation, composer } from './composer.ts';
import type { ConversationRoom } from './conversation-room.ts';
import { MacroMenu } from './macro-menu.ts';
import { blanksIn, fillMacro, type MacroFacts, slashAt } from './macro-text.ts';
import { sayProblem } from './translated-words.ts';

/** Where an agent writes to the shopper, while they answer. What is being written is kept over a reload. */
class DeskReplyBox extends DeskElement {
  static override properties = {
    context: { attribute: false },
    room: { attribute: false },
    item: { attribute: false },
    reading: { attribute: false },
  };
  declare context: DeskContext;
  declare room: ConversationRoom;
  declare item: QueueItem;
  /** Changes with what is known of translations. */
  declare reading: number;
  #words = '';
  /** As the agent chose; by whether they read in their own language when absent. */
  #isTranslated: boolean | undefined;
  /** Of words as they were then. */
  #translation: { readonly of: string; readonly text?: string; readonly problem?: string } | undefined;
  #isAsked = false;
  #hint = '';
  readonly #menu = new MacroMenu();
  #macros: readonly Macro[] = [];
  #shopName: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#readMacros();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('room')) return;
    this.#words = this.room.kept.read<string>('words') ?? '';
    this.#isTranslated = undefined;
    this.#translation = undefined;
    this.#isAsked = false;
    this.#hint = '';
    this.#menu.close();
  }

  async #readMacros(): Promise<void> {
    const { desk } = this.context;
    const [macros, widget] = await Promise.all([
      desk.get<{ readonly value: { readonly macros: readonly Macro[] } }>('/v1/desk/settings/macros'),
      desk.get<{ readonly shopName?: string }>('/v1/widget'),
    ]);
    if (macros.kind === 'ok') this.#macros = macros.value.value.macros;
    const caret = this.querySelector<HTMLTextAreaElement>('#words:focus')?.selectionStart;
    if (caret !== undefined) this.#offer(this.#words, caret);
    if (widget.kind === 'ok') this.#shopName = widget.value.shopName;
    this.requestUpdate();
  }

  #write(text: string): void {
    this.#words = text;
    if (text === '') this.room.kept.remove('words');
    else this.room.kept.write('words', text);
    this.room.setEditing('words', text !== '');
    this.requestUpdate();
  }

  /** What a text may say of this conversation. The shopper's name is nowhere known: they did not say it to the shop. */
  get #facts(): MacroFacts {
    const turns = this.room.messages.map(({ turn }) => turn);
    return {
      firstName: this.context.me.agent.firstName,
      order: turns.findLast(({ order }) => order !== undefined)?.order?.orderNumber,
      product: turns.findLast(({ products }) => products.length > 0)?.products[0]?.title,
      shop: this.#shopName,
    };
  }

  /** Texts for what was typed last; also where it was typed before they were read. */
  #offer(text: string, caret: number): void {
    this.#menu.type(this.#macros.length === 0 ? undefined : slashAt(text, caret), this.#macros);
  }

  #putIn(macro: Macro): void {
    const { slash } = this.#menu;
    const language = this.room.languageOf();
    const filled = fillMacro(macro, language, this.#facts);
    const [from, to] = [slash?.from ?? this.#words.length, slash?.to ?? this.#words.length];
    this.#menu.close();
    this.#hint =
      filled.language === language
        ? ''
        : `“${macro.title}” is not written in ${languageName(language)}: this is ${languageName(filled.language)}.`;
    this.#write(this.#words.slice(0, from) + filled.text + this.#words.slice(to));
    void this.#focus(from + filled.text.length);
  }

  async #focus(caret: number): Promise<void> {
    await this.updateComplete;
    const field = this.querySelector<HTMLTextAreaElement>('#words');
    field?.focus();
    field?.setSelectionRange(caret, caret);
  }

  get #composed(): ComposedTranslation | undefined {
    const { translations } = this.room;
    if (this.room.languageOf() === translations.own || !translations.hasModel) return undefined;
    const isFresh = this.#translation?.of === this.#words.trim();
    return {
      isOn: this.#isTranslated ?? translations.isOn,
      isAsked: this.#isAsked,
      ...(isFresh && { text: this.#translation?.text, problem: this.#translation?.problem }),
    };
  }

  async #say(): Promise<void> {
    const words = this.#words.trim();
    if (words === '' || blanksIn(words).length > 0 || this.#isAsked) return;
    const composed = this.#composed;
    if (composed?.isOn !== true) return await this.#leave(words);
    if (composed.text === undefined) return await this.#translate(words);
    if (composed.text.trim() !== '') await this.#leave(composed.text.trim(), words);
  }

  async #translate(words: string): Promise<void> {
    const { room } = this;
    this.#isAsked = true;
    this.requestUpdate();
    const translation = await room.translations.put(words, room.languageOf());
    if (room !== this.room) return;
    this.#isAsked = false;
    const { outcome } = translation;
    if (outcome === 'done') this.#translation = { of: words, text: translation.text };
    else if (outcome === 'not-needed') this.#translation = { of: words, text: words };
    else this.#translation = { of: words, problem: sayProblem(translation) };
    if (outcome === 'no-model') this.#hint = 'No language model is set up: it leaves as you write it.';
    this.requestUpdate();
  }

  async #leave(text: string, original?: string): Promise<void> {
    this.#translation = undefined;
    this.#hint = '';
    this.#write('');
    await this.room.outbox.say(text, newId(), original === text ? undefined : original);
  }

  async #suggest(): Promise<void> {
    const answer = await this.room.suggest();
    if (answer.kind === 'refused') this.context.tell(answer.problem.detail, 'failed');
  }

  /** Writing is for whoever answers: taking over is one key away. */
  protected override render(): TemplateResult {
    const { state, agent } = this.item;
    const isMine = state === 'person' && agent?.agentId === this.context.me.agent.agentId;
    if (!isMine && this.#words === '')
      return html`<footer class="talk-foot quiet">
        <p>${state === 'person' ? `${agent?.firstName ?? 'A colleague'} answers.` : 'The assistant answers.'} To write to the shopper, take over (t).</p>
      </footer>`;
    return html`<footer class="talk-foot">
      ${composer({
        text: this.#words,
        menu: this.#menu,
        hasMacros: this.#macros.length > 0,
        language: this.room.languageOf(),
        translation: this.#composed,
        blanks: blanksIn(this.#words),
        hint: this.#hint,
        onTranslated: (isTranslated) => {
          this.#isTranslated = isTranslated;
          this.requestUpdate();
        },
        onTranslation: (text) => {
          this.#translation = { of: this.#words.trim(), text };
          this.requestUpdate();
        },
        onText: (text, caret) => {
          this.#offer(text, caret);
          this.#write(text);
        },
        onMacro: (macro) => this.#putIn(macro),
        onMacros: () => {
          const end = this.#words.length;
          this.#menu.type({ from: end, to: end, typed: '' }, this.#macros);
          void this.#focus(end);
          this.requestUpdate();
        },
        onMenu: () => this.requestUpdate(),
        onSend: () => void this.#say(),
        onSendAsWritten: () => void this.#leave(this.#words.trim()),
        onSuggest: () => void this.#suggest(),
      })}
    </footer>`;
  }
}

customElements.define('desk-reply-box', DeskReplyBox);

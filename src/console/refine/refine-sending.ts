import type { Draft, Refinement } from '../../domain/desk/draft.ts';
import type { ConversationRoom } from '../conversation/conversation-room.ts';
import { isPassing, type Problem } from '../problem.ts';
import type { RefineWork } from './refine-work.ts';

/** A sentence that says of a product what the store does not hold; for the agent to judge. */
export interface Advice {
  readonly text: string;
  /** As the check of claims calls it: "price", "stock". */
  readonly reason: string;
}

/** Words that were looked through, of which reply. */
interface Checked {
  readonly messageId: string;
  readonly text: string;
}

/** Words that were taken away are those of the proposal again, which nobody wrote. */
function withWords({ text, original = '', ...kept }: Refinement): Refinement {
  if (text === undefined || text.trim() === '') return kept;
  return { ...kept, text, ...(original.trim() !== '' && { original }) };
}

/**
 * What is under an agent's hands: a reply that is held, the list that the shopper has, which a corrected one takes the place
 * of, or what the assistant would say where the agent answers.
 */
export type RefineKind = 'held' | 'shown' | 'suggested';

const SEND_PATHS: Readonly<Record<RefineKind, string>> = {
  held: '/draft/send',
  shown: '/corrections',
  suggested: '/suggestion/send',
};

/** Takes what an agent made of a reply to the server: to be kept for colleagues, or to be sent, once, whatever the connection does. */
export class RefineSending {
  readonly #room: ConversationRoom;
  readonly #work: RefineWork;
  readonly #onChange: () => void;
  /** What was sent last, where no answer came. */
  #lost: { readonly path: string; readonly body: object } | undefined;
  isSending = false;
  problem: Problem | undefined;
  #checked: { readonly of: Checked; readonly advice: readonly Advice[] } | undefined;

  constructor(room: ConversationRoom, work: RefineWork, onChange: () => void) {
    this.#room = room;
    this.#work = work;
    this.#onChange = onChange;
  }

  /** Of the words as they stand; undefined where they were not checked. */
  get advice(): readonly Advice[] | undefined {
    const [now, then] = [this.#words, this.#checked?.of];
    return now.text === then?.text && now.messageId === then.messageId ? this.#checked?.advice : undefined;
  }

  get #words(): Checked {
    const { draft, refinement } = this.#work;
    return { messageId: draft.messageId, text: refinement.text ?? draft.proposed.text };
  }

  get kind(): RefineKind {
    const { draft } = this.#work;
    if (draft === this.#room.suggestion) return 'suggested';
    const isHeld = draft.heldUntil !== undefined && (draft.state === 'waiting' || draft.state === 'lapsed');
    return isHeld ? 'held' : 'shown';
  }

  /**
   * A try whose answer was lost is repeated as it was: the server knows whether it has it.
   *
   * @returns Whether it went. A version that is out of date is read anew, and shown as a collision.
   */
  async send(): Promise<boolean> {
    const { version, clientMessageId, refinement } = this.#work;
    const { messageId } = this.#work.draft;
    const body = { version, refinement: withWords(refinement), clientMessageId };
    const attempt = this.#lost ?? {
      path: SEND_PATHS[this.kind],
      body: this.kind === 'held' ? body : { ...body, messageId },
    };
    this.#work.keep();
    return await this.#take(async () => {
      const answer = await this.#room.send('POST', attempt.path, attempt.body);
      this.#lost = answer.kind === 'refused' && isPassing(answer.problem) ? attempt : undefined;
      if (answer.kind === 'ok') this.#room.dropSuggestion();
      // The shopper wrote on before it was told that these went.
      if (answer.kind === 'ok' && this.#work.leftWords === refinement.text) this.#work.leftWords = undefined;
      return answer;
    });
  }

  /** The server is heard again: what was lost on the way to it is settled. */
  async settle(): Promise<void> {
    if (this.#lost !== undefined) await this.send();
  }

  async save(): Promise<boolean> {
    const { version, refinement } = this.#work;
    return await this.#take(async () => {
      const answer = await this.#room.send<Draft>('PUT', '/draft', {
        version,
        refinement: withWords(refinement),
      });
      if (answer.kind === 'ok') this.#work.saved(answer.value);
      return answer;
    });
  }

  /** Which sentences state what the store does not hold. Advice: nothing is kept from being sent. */
  async check(): Promise<void> {
    const of = this.#words;
    const answer = await this.#room.ask<{ readonly advice: readonly Advice[] }>('/draft/check', {
      ...(this.kind === 'suggested' && { messageId: of.messageId }),
      refinement: { ...this.#work.refinement, text: of.text },
    });
    this.problem = answer.kind === 'ok' ? undefined : answer.problem;
    this.#checked = answer.kind === 'ok' ? { of, advice: answer.value.advice } : undefined;
    this.#onChange();
  }

  async #take(go: () => ReturnType<ConversationRoom['send']>): Promise<boolean> {
    if (this.isSending) return false;
    this.isSending = true;
    this.problem = undefined;
    this.#onChange();
    const answer = await go();
    this.isSending = false;
    if (answer.kind === 'refused') {
      this.problem = answer.problem;
      if (answer.problem.status === 409) await this.#room.read();
    } else this.#work.startOver();
    this.#onChange();
    return answer.kind === 'ok';
  }
}

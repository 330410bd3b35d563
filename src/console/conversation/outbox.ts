import { type Answer, isPassing, type Problem } from '../problem.ts';
import type { KeptWords } from './kept-words.ts';

/** Words that are on their way to the shopper, or did not get there. */
export interface Outgoing {
  /** The same in every try: the server says nothing twice. */
  readonly clientMessageId: string;
  readonly text: string;
  /** As it was written, where `text` is its translation. */
  readonly original?: string;
  readonly isSending: boolean;
  /** Why it did not go. */
  readonly problem?: Problem;
}

export interface OutboxOptions {
  readonly kept: KeptWords;
  send(message: Pick<Outgoing, 'clientMessageId' | 'text' | 'original'>): Promise<Answer<unknown>>;
  onChange(): void;
  /** It stands in the conversation: what is shown of it is to be read before it goes from here. */
  onSent(): Promise<void>;
}

/** What an agent says, kept until the server has it: over a lost connection, and over a reload of the page. */
export class Outbox {
  readonly #options: OutboxOptions;
  /** Until what is on its way was answered: the next one waits, so that the shopper reads them as they were said. */
  #underWay: Promise<unknown> = Promise.resolve();
  messages: readonly Outgoing[];

  constructor(options: OutboxOptions) {
    this.#options = options;
    const kept = options.kept.read<readonly Outgoing[]>('outbox') ?? [];
    this.messages = kept.map((message) => ({ ...contentOf(message), isSending: false }));
  }

  async say(text: string, clientMessageId: string, original?: string): Promise<void> {
    const content = contentOf({ clientMessageId, text, original });
    this.#put([...this.messages, { ...content, isSending: false }]);
    await this.resend(clientMessageId);
  }

  async resend(clientMessageId: string): Promise<void> {
    const message = this.#find(clientMessageId);
    if (message === undefined || message.isSending) return;
    const content = contentOf(message);
    this.#change({ ...content, isSending: true });
    const sending = this.#underWay.then(() => this.#options.send(content));
    this.#underWay = sending;
    const answer = await sending;
    if (answer.kind === 'refused') {
      this.#change({ ...content, isSending: false, problem: answer.problem });
      return;
    }
    await this.#options.onSent();
    this.drop(clientMessageId);
  }

  /** What could not be sent for the moment is tried again, in its order: the connection is back. What an earlier page left waits for a yes. */
  async resendAll(): Promise<void> {
    for (const { clientMessageId, problem } of this.messages)
      if (problem !== undefined && isPassing(problem)) await this.resend(clientMessageId);
  }

  drop(clientMessageId: string): void {
    this.#put(this.messages.filter((message) => message.clientMessageId !== clientMessageId));
  }

  #find(clientMessageId: string): Outgoing | undefined {
    return this.messages.find((message) => message.clientMessageId === clientMessageId);
  }

  #change(changed: Outgoing): void {
    this.#put(
      this.messages.map((message) =>
        message.clientMessageId === changed.clientMessageId ? changed : message,
      ),
    );
  }

  #put(messages: readonly Outgoing[]): void {
    this.messages = messages;
    if (messages.length === 0) this.#options.kept.remove('outbox');
    else this.#options.kept.write('outbox', messages);
    this.#options.onChange();
  }
}

const contentOf = ({
  clientMessageId,
  text,
  original,
}: Pick<Outgoing, 'clientMessageId' | 'text'> & { readonly original?: string | undefined }) => ({
  clientMessageId,
  text,
  ...(original !== undefined && { original }),
});

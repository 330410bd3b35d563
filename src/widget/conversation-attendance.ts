import type { OpenConversation } from './chat-client.ts';
import type { Attended } from './follow-attended.ts';
import type { FurtherClient } from './further-client.ts';

const NOBODY: Attended = { handling: { by: 'assistant' }, entries: [] };

/** Who answers a conversation beside the assistant. It is listened for only where a person was asked for, or is there. */
export class ConversationAttendance {
  readonly #client: FurtherClient;
  readonly #onAttended: (attended: Attended) => void;
  #listening: AbortController | undefined;
  /** Number of the last entry that was told. */
  #known = 0;

  constructor(client: FurtherClient, onAttended: (attended: Attended) => void) {
    this.#client = client;
    this.#onAttended = onAttended;
  }

  /** All that was, for a conversation that is taken up. A server without persons tells nothing. */
  async read(conversation: OpenConversation): Promise<Attended> {
    const answer = await this.#client.attended(conversation);
    const attended = answer.kind === 'fetched' ? answer.value : NOBODY;
    this.#known = attended.entries.at(-1)?.number ?? 0;
    const { handling } = attended;
    if (handling.by === 'person' || handling.waitingSince !== undefined) this.listen(conversation);
    return attended;
  }

  /** A person was asked for. */
  listen(conversation: OpenConversation): void {
    if (this.#listening !== undefined) return;
    const listening = new AbortController();
    this.#listening = listening;
    const onAttended = (attended: Attended) => {
      if (listening.signal.aborted) return;
      this.#known = attended.entries.at(-1)?.number ?? this.#known;
      this.#onAttended(attended);
    };
    void this.#client
      .follow(conversation, { after: this.#known, signal: listening.signal, onAttended })
      .finally(() => {
        if (this.#listening === listening) this.#listening = undefined;
      });
  }

  leave(): void {
    this.#listening?.abort();
    this.#listening = undefined;
    this.#known = 0;
  }
}

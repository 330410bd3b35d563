import type { OpenConversation } from './chat-client.ts';
import type { Entry } from './conversation-entry.ts';
import type { AttendedEntry } from './follow-attended.ts';
import type { FurtherClient } from './further-client.ts';
import { toEntries, toEntry } from './past-entries.ts';
import type { Fetched } from './request.ts';

/** What fills a panel several times over comes first; what is scrolled to comes by larger pages. */
const FIRST_PAGE = 20;
const NEXT_PAGE = 100;

/** A conversation read backwards from its end, page by page. */
export class ConversationHistory {
  hasEarlier = false;
  readonly #client: FurtherClient;
  #before: string | undefined;
  #beside: readonly AttendedEntry[] = [];
  #fetching: Promise<readonly Entry[] | undefined> | undefined;

  constructor(client: FurtherClient) {
    this.#client = client;
  }

  clear(): void {
    this.hasEarlier = false;
    this.#before = undefined;
    this.#beside = [];
    this.#fetching = undefined;
  }

  /** @param beside What persons said between the messages, all of it. */
  async fetchLatest(
    conversation: OpenConversation,
    beside: readonly AttendedEntry[],
  ): Promise<Fetched<readonly Entry[]>> {
    this.#beside = beside;
    this.#before = undefined;
    return await this.#fetch(conversation, FIRST_PAGE);
  }

  /** @returns undefined when nothing came: there is nothing earlier, it is being fetched, or the shop cannot be reached. */
  async fetchEarlier(conversation: OpenConversation): Promise<readonly Entry[] | undefined> {
    if (!this.hasEarlier || this.#fetching !== undefined) return undefined;
    this.#fetching = this.#fetch(conversation, NEXT_PAGE).then((answer) =>
      answer.kind === 'fetched' ? answer.value : undefined,
    );
    const fetching = this.#fetching;
    try {
      return await fetching;
    } finally {
      if (this.#fetching === fetching) this.#fetching = undefined;
    }
  }

  async #fetch(conversation: OpenConversation, limit: number): Promise<Fetched<readonly Entry[]>> {
    const before = this.#before;
    const answer = await this.#client.history(conversation, {
      limit,
      ...(before !== undefined && { before }),
    });
    if (answer.kind === 'failed' || before !== this.#before) return failedOrStale(answer);
    const { messages } = answer.value;
    this.hasEarlier = messages.length === limit;
    this.#before = messages[0]?.messageId ?? before;
    const first = this.hasEarlier ? [] : this.#beside.filter((entry) => entry.afterMessageId === undefined);
    return {
      kind: 'fetched',
      value: [...first.flatMap((entry) => toEntry(entry)), ...toEntries(messages, this.#beside)],
    };
  }
}

const failedOrStale = (answer: Fetched<unknown>): Fetched<readonly Entry[]> =>
  answer.kind === 'failed' ? answer : { kind: 'fetched', value: [] };

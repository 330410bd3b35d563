import type { ChatClient } from './chat-client.ts';
import type { ConversationAttendance } from './conversation-attendance.ts';
import type { Entry } from './conversation-entry.ts';
import type { ConversationHistory } from './conversation-history.ts';
import type { RememberedConversation } from './conversation-memory.ts';
import type { Handling } from './follow-attended.ts';
import type { Fetched } from './request.ts';

interface Opened {
  readonly conversation: RememberedConversation;
  readonly entries: readonly Entry[];
  readonly handling: Handling;
}

/** Takes up a conversation that was kept; starts another when there is none, or it is no more. */
export async function openConversation(
  {
    client,
    history,
    attendance,
  }: {
    readonly client: ChatClient;
    readonly history: ConversationHistory;
    readonly attendance: ConversationAttendance;
  },
  wanted: {
    readonly kept: RememberedConversation | undefined;
    readonly market: string | undefined;
    readonly locale: string;
    /** Market and locale, as they are kept. */
    readonly place: string;
    readonly personalization: boolean;
  },
): Promise<Fetched<Opened>> {
  const { kept, market, locale, place, personalization } = wanted;
  if (kept !== undefined) {
    const { handling, entries: beside } = await attendance.read(kept);
    const latest = await history.fetchLatest(kept, beside);
    if (latest.kind === 'fetched')
      return { kind: 'fetched', value: { conversation: kept, entries: latest.value, handling } };
    attendance.leave();
    if (latest.failure !== 'gone') return latest;
  }
  const started = await client.start({ ...(market !== undefined && { market }), locale, personalization });
  if (started.kind === 'failed') return started;
  const conversation = { ...started.value, place, personalization };
  return { kind: 'fetched', value: { conversation, entries: [], handling: { by: 'assistant' } } };
}

import type { QueueItem } from '../../src/domain/desk/queue.ts';
import { isAssistantError } from '../../src/errors/assistant-error.ts';
import { percentile } from '../suites/search/measure-ranking.ts';
import type { BenchAgent } from './desk-visitor.ts';
import { type ShopVisitor, startVisit } from './shop-visitor.ts';

export interface LiveMeasure {
  readonly conversations: number;
  readonly seconds: number;
  /** Messages of shoppers and of persons that were committed. */
  readonly messagesPerSecond: number;
  readonly framesPerSecond: number;
  readonly linesPerSecond: number;
  readonly bytesPerSecond: number;
  /** From the answer to a message, which is committed then, to the line that tells of it; 0 when the line was first. */
  readonly lagP50Ms: number;
  readonly lagP95Ms: number;
  /** Messages of which no line told. */
  readonly untold: number;
}

/** Visits that are opened at a time, and messages that are under way. */
const AT_ONCE = 8;
/** Of the conversations that persons answer: shoppers wait for no assistant there, and more is said in the same time. */
const PERSON_SHARE = 0.8;
/** Longest time in which the last lines may still come. */
const AFTERWARDS_MS = 2_000;

/** Conversations in which something is said all the time, and one open console. */
export async function measureLive(
  agent: BenchAgent,
  url: string,
  { conversations, seconds }: { readonly conversations: number; readonly seconds: number },
): Promise<LiveMeasure> {
  const visits = await openVisits(agent, url, conversations);
  /** Messages of a shopper that a line has to tell of, with the time of their answer. */
  const waited = new Map<string, { readonly messages: number; readonly atMs: number }[]>();
  const counted = new Map<string, number>();
  const lagsMs: number[] = [];
  let [frames, lines, bytes, said] = [0, 0, 0, 0];
  const closing = new AbortController();
  const following = agent
    .follow((name, data, size) => {
      frames += 1;
      bytes += size;
      if (name !== 'conversations') return;
      const items = (data as { readonly conversations: readonly QueueItem[] }).conversations;
      lines += items.length;
      for (const { conversationId, messages } of items) told(conversationId, messages);
    }, closing.signal)
    .catch((error: unknown) => {
      if (!closing.signal.aborted || isAssistantError(error)) throw error;
    });

  function told(conversationId: string, messages: number): void {
    counted.set(conversationId, messages);
    const left = (waited.get(conversationId) ?? []).filter((wait) => {
      if (wait.messages > messages) return true;
      lagsMs.push(performance.now() - wait.atMs);
      return false;
    });
    waited.set(conversationId, left);
  }

  const untilMs = performance.now() + seconds * 1_000;
  const talking = async (from: number) => {
    for (let index = from; performance.now() < untilMs; index += AT_ONCE) {
      const visit = visits[index % visits.length];
      if (visit === undefined) return;
      await visit.speak();
      said += 1;
      const atMs = performance.now();
      visit.messages += 1;
      if ((counted.get(visit.conversationId) ?? 0) >= visit.messages) lagsMs.push(0);
      else
        waited.set(visit.conversationId, [
          ...(waited.get(visit.conversationId) ?? []),
          { messages: visit.messages, atMs },
        ]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, from) => talking(from)));
  const deadlineMs = performance.now() + AFTERWARDS_MS;
  const untold = () => [...waited.values()].reduce((sum, left) => sum + left.length, 0);
  while (untold() > 0 && performance.now() < deadlineMs) await new Promise((done) => setTimeout(done, 50));
  closing.abort();
  await following;
  return {
    ...{ conversations, seconds, untold: untold(), messagesPerSecond: said / seconds },
    ...{
      framesPerSecond: frames / seconds,
      linesPerSecond: lines / seconds,
      bytesPerSecond: bytes / seconds,
    },
    ...{ lagP50Ms: percentile(lagsMs, 0.5), lagP95Ms: percentile(lagsMs, 0.95) },
  };
}

interface Visit {
  readonly conversationId: string;
  /** Of the shopper, so far. */
  messages: number;
  speak(): Promise<void>;
}

async function openVisits(agent: BenchAgent, url: string, count: number): Promise<Visit[]> {
  const visits: Visit[] = [];
  const opening = async (from: number) => {
    for (let index = from; index < count; index += AT_ONCE) {
      const visitor = await startVisit(url);
      const isWithPerson = index < count * PERSON_SHARE;
      if (isWithPerson) await agent.post(`/v1/desk/conversations/${visitor.conversationId}/join`);
      visits.push(toVisit(visitor, isWithPerson));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, from) => opening(from)));
  return visits;
}

const toVisit = (visitor: ShopVisitor, isWithPerson: boolean): Visit => ({
  conversationId: visitor.conversationId,
  messages: 0,
  speak: () => visitor.say(isWithPerson ? 'and is it still there tomorrow?' : 'a warm scarf under 60'),
});

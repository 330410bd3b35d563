import { expect } from 'vitest';
import type { Attended } from '../../src/chat/person-desk.ts';
import type { Draft } from '../../src/domain/desk/draft.ts';
import type { ReviewSettings } from '../../src/domain/desk/settings.ts';
import type { Turn } from '../../src/domain/turn.ts';
import { DEMO_CLOCK_MS } from './demo-clock.ts';
import { demoServer } from './demo-server.ts';
import { deskVisitor } from './desk-visitor.ts';
import { postJson, startConversation } from './http.ts';

const PASSWORD = 'a long enough one';

export type ReviewedShop = Awaited<ReturnType<typeof reviewedShop>>;

/** The demo shop with two agents, who look at what the assistant answers. Its clock stands still unless time is passed. */
export async function reviewedShop() {
  let nowMs = DEMO_CLOCK_MS;
  const server = await demoServer({}, () => nowMs);
  const anna = deskVisitor(server.url);
  const token = server.engines.join().match(/token (\S+) makes/)?.[1];
  await anna.setUp({ token, email: 'anna@shop.example', firstName: 'Anna', password: PASSWORD });
  const account = { email: 'ben@shop.example', firstName: 'Ben', password: PASSWORD, role: 'agent' };
  const ben = await anna.invite(account);

  async function shopper(start: object = { locale: 'en-US', market: 'US' }) {
    const talk = await startConversation(server.url, start);
    const desk = `/v1/desk/conversations/${talk.conversationId}`;
    const get = async (path: string) =>
      await (await fetch(`${talk.path}${path}`, { headers: talk.headers })).json();
    return {
      ...talk,
      desk,
      say: async (text: string): Promise<Turn> => {
        const response = await postJson(`${talk.path}/messages`, { text }, talk.headers);
        expect(response.status).toBe(200);
        return await response.json();
      },
      /** As a stream: the turn, and all that was told of it. */
      hear: async (text: string): Promise<{ readonly turn: Turn; readonly events: string }> => {
        const response = await postJson(
          `${talk.path}/messages`,
          { text },
          { ...talk.headers, Accept: 'text/event-stream' },
        );
        const events = await response.text();
        const last = events.split('\n').findLast((line) => line.startsWith('data: ')) ?? '';
        return { turn: JSON.parse(last.slice('data: '.length)), events };
      },
      history: () => get('/messages'),
      attended: (): Promise<Attended> => get('/entries'),
      draft: async (): Promise<Draft> => {
        const response = await anna.get(`${desk}/draft`);
        expect(response.status).toBe(200);
        return await response.json();
      },
      save: (body: object, by: Pick<typeof anna, 'post' | 'send'> = anna) =>
        by.send('PUT', `${desk}/draft`, body),
      check: (body: object) => anna.post(`${desk}/draft/check`, body),
      send: (body: object, by: Pick<typeof anna, 'post' | 'send'> = anna) =>
        by.post(`${desk}/draft/send`, body),
      correct: (body: object, by: Pick<typeof anna, 'post' | 'send'> = anna) =>
        by.post(`${desk}/corrections`, body),
    };
  }

  return {
    ...{ server, anna, ben, shopper },
    pass: (seconds: number) => {
      nowMs += seconds * 1_000;
    },
    review: async (settings: ReviewSettings) => {
      const answer = await anna.send('PUT', '/v1/desk/settings/review', settings);
      expect(answer.status, await answer.text()).toBe(200);
    },
    password: PASSWORD,
    close: server.close,
  };
}

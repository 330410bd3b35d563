import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Turn } from '../../src/domain/turn.ts';
import { searchAnswerSchema } from '../../src/server/schemas/product.ts';
import { turnSchema } from '../../src/server/schemas/turn.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { type OpenConversation, postJson, startConversation } from '../support/http.ts';

let server: DemoServer;
let conversation: OpenConversation;
beforeAll(async () => {
  server = await demoServer({ FLOORWALKER_LIMIT_MESSAGES_PER_MINUTE: '10000' });
  conversation = await startConversation(server.url, { locale: 'en-US' });
});
afterAll(() => server.close());

const search = (query: string, more = '') =>
  fetch(`${server.url}/v1/search?q=${encodeURIComponent(query)}${more}`);
const say = (text: string) => postJson(`${conversation.path}/messages`, { text }, conversation.headers);

const ODD = [
  ['only words that hold a sentence together', 'the of and or is it with for'],
  ['only punctuation', '?!... ;;; --- """ (((('],
  ['only emoji', '🧣🧤🧥👟🎁'],
  ['emoji with joiners and flags', '👩‍👩‍👧‍👦🏳️‍🌈🇩🇪'],
  ['Arabic', 'وشاح دافئ لأمي بأقل من ٦٠'],
  ['Hebrew', 'צעיף חם לאמא'],
  ['Japanese', '暖かいマフラー'],
  ['Thai, without spaces', 'ผ้าพันคออุ่นๆ'],
  ['combining marks on end', `s${'\u0301'.repeat(60)}carf`],
  ['characters of the astral planes', '𝓌𝒶𝓇𝓂 𝓈𝒸𝒶𝓇𝒻 𐍈𐍈'],
  ['a word without end', 'x'.repeat(900)],
  ['one word again and again', 'scarf '.repeat(150)],
  ['only numbers', '1 22 333 4444 0 -1 1e999'],
  ['a query language', "') OR 1=1; DROP TABLE products; -- {$ne: null} AND title:*"],
  ['markup', '<script>alert(1)</script> scarf'],
  ['half of the limits at once', 'scarf under 60 over 60 exactly 60 not scarf'],
] as const;

describe.each(ODD)('%s', (_name, query) => {
  it('gets a search answer that is whole', async () => {
    const response = await search(query);
    expect(response.status).toBe(200);
    const answer = searchAnswerSchema.parse(await response.json());
    expect(answer.total).toBeGreaterThanOrEqual(answer.products.length);
  });

  it('gets a turn that says something', async () => {
    const response = await say(query);
    expect(response.status).toBe(200);
    const turn = turnSchema.parse(await response.json());
    expect(turn.text.trim()).not.toBe('');
  });
});

describe('what is too long', () => {
  it.each([
    ['a query of 10 kB', 'warm scarf '.repeat(930)],
    ['a query of 10 kB in four bytes a character', '🧣'.repeat(2_500)],
  ])('%s is refused with a problem that says so', async (_name, query) => {
    const response = await search(query);
    expect([400, 414, 431]).toContain(response.status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect((await response.json()).code).toMatch(/^(VALIDATION_FAILED|INVALID_ARGUMENT|URI_TOO_LONG)$/);
  });

  it('a message of 10 kB is refused with a problem, and the conversation goes on', async () => {
    const refused = await say('warm scarf '.repeat(930));
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.status).toBeLessThan(500);
    expect((await refused.json()).detail).toBeTruthy();
    const turn = (await (await say('a scarf')).json()) as Turn;
    expect(turn.products.length).toBeGreaterThan(0);
  });

  it('a query as long as is allowed is answered', async () => {
    const response = await search('warm wool scarf not red '.repeat(41).slice(0, 1_000));
    expect(response.status).toBe(200);
  });
});

describe('words that say nothing', () => {
  it('browse the whole shop, rather than find nothing', async () => {
    const whole = await (await search('')).json();
    for (const query of ['the of and', '?!', '🧣'])
      expect((await (await search(query)).json()).total).toBe(whole.total);
  });

  it('keep the filters beside them', async () => {
    const filtered = await (await search('???', '&filter[color]=red&maxPrice=30')).json();
    expect(filtered.total).toBe((await (await search('', '&filter[color]=red&maxPrice=30')).json()).total);
  });
});

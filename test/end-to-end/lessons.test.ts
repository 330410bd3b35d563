import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CorrectionPage, LessonOverview } from '../../src/domain/desk/lesson.ts';
import type { ProductView, Turn } from '../../src/domain/turn.ts';
import { demoServer, type LastingServer } from '../support/demo-server.ts';
import { deskVisitor } from '../support/desk-visitor.ts';
import { postJson, startConversation } from '../support/http.ts';

type Visitor = ReturnType<typeof deskVisitor>;

const PASSWORD = 'a long enough one';
const NO_LIMITS = {
  FLOORWALKER_LIMIT_CONVERSATIONS_PER_HOUR: '10000',
  FLOORWALKER_LIMIT_MESSAGES_PER_MINUTE: '10000',
  FLOORWALKER_LIMIT_REQUESTS_PER_MINUTE: '10000',
};
/** The same kind of thing in other words: what is learned holds for the kind. */
const ASKED = ['show me lamps', 'a lamp', 'I am looking for a lamp', 'lamps under 200'];
const HELD_OUT = [
  'I need a new lamp',
  'lamps for the living room',
  'a steel lamp',
  'what lamps do you have?',
];
const CORRECTIONS_OF_EACH = 12;
/** Place of the product that the agents prefer, from 0. */
const LIFTED = 5;

let server: LastingServer;
let lead: Visitor;
let agents: readonly Visitor[];

beforeAll(async () => {
  server = await demoServer(NO_LIMITS);
  lead = deskVisitor(server.url);
  const token = server.engines.join().match(/token (\S+) makes/)?.[1];
  await lead.setUp({ token, email: 'anna@shop.example', firstName: 'Anna', password: PASSWORD });
  agents = [await hire('ben'), await hire('cem')];
});
afterAll(() => server.close());

const hire = (name: string): Promise<Visitor> =>
  lead.invite({ email: `${name}@shop.example`, firstName: name, password: PASSWORD, role: 'agent' });

async function say(text: string, locale = 'en-US') {
  const talk = await startConversation(server.url, { locale, market: locale.slice(3) });
  const turn: Turn = await (await postJson(`${talk.path}/messages`, { text }, talk.headers)).json();
  return { path: talk.path, messageId: turn.messageId, products: turn.products };
}

const heldOut = async () => {
  const lists = [];
  for (const text of HELD_OUT) lists.push((await say(text)).products);
  return lists;
};

/** Puts a product first in a list that a shopper has. */
async function lift(agent: Visitor, text: string, productId: string, number: number): Promise<void> {
  const { path, messageId, products } = await say(text);
  const conversation = `/v1/desk/conversations/${path.split('/').at(-1)}`;
  const { version } = await (await agent.get(`${conversation}/draft`)).json();
  const others = products.map((product) => product.productId).filter((other) => other !== productId);
  const refinement = { products: [productId, ...others].map((id) => ({ productId: id })), banned: [] };
  const answer = await agent.post(`${conversation}/corrections`, {
    ...{ messageId, version, refinement },
    clientMessageId: `lift-${number}`,
  });
  expect(answer.status, await answer.clone().text()).toBe(200);
}

/** Once nothing is being learned any more. */
async function learned(): Promise<LessonOverview> {
  const overview = async (): Promise<LessonOverview> => await (await lead.get('/v1/desk/lessons')).json();
  await expect
    .poll(async () => (await overview()).isLearning, { timeout: 60_000, interval: 100 })
    .toBe(false);
  return await overview();
}

const place = (products: readonly ProductView[], productId: string) => {
  const found = products.findIndex((product) => product.productId === productId);
  return found === -1 ? products.length : found;
};

const sumOfParts = ({ parts = [] }: ProductView) =>
  parts.reduce((sum, { contribution }) => sum + contribution, 0);

describe('what agents correct again and again', () => {
  let lifted: string;
  let before: readonly (readonly ProductView[])[];
  let after: typeof before;

  it('rises in conversations that nobody corrected, with a part of the score and a reason', async () => {
    const { products } = await say(ASKED[0] ?? '');
    lifted = products[LIFTED]?.productId ?? '';
    before = await heldOut();
    for (let round = 0; round < CORRECTIONS_OF_EACH; round += 1)
      for (const [index, agent] of agents.entries())
        await lift(agent, ASKED[round % ASKED.length] ?? '', lifted, 2 * round + index);

    const { lessons, ...overview } = await learned();
    const [lesson] = lessons;
    expect(overview.isLearning).toBe(false);
    // Who finds the product first already has nothing to correct.
    expect(overview.corrections).toBeGreaterThan(CORRECTIONS_OF_EACH);
    expect(lesson).toMatchObject({
      ...{ product: { id: lifted }, state: 'adopted', agents: 2 },
      corrections: overview.corrections,
    });
    const added = lesson?.added ?? 0;
    expect(added).toBeGreaterThan(0);
    expect(added).toBeLessThan(2 * overview.bounds.byOne);
    expect(lesson?.scope.length).toBeGreaterThan(0);
    for (const example of lesson?.examples ?? []) {
      const place = (list: typeof example.before) => list.findIndex(({ id }) => id === lifted);
      expect(place(example.after)).toBeLessThanOrEqual(place(example.before));
    }

    after = await heldOut();
    const rises = after.map((list, index) => place(before[index] ?? [], lifted) - place(list, lifted));
    expect(Math.min(...rises)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...rises)).toBeGreaterThan(0);
    for (const product of after.flat()) expect(sumOfParts(product)).toBeCloseTo(product.score ?? 0, 6);
    const shown = after.flat().filter(({ productId }) => productId === lifted);
    for (const { parts } of shown)
      expect(parts).toContainEqual({ signal: 'lessons', weight: 1, value: added, contribution: added });
    expect(shown.some(({ reasons }) => reasons?.includes('recommended by our advisers'))).toBe(true);
  });

  it('is the same after a restart', async () => {
    await server.restart();
    lead = deskVisitor(server.url);
    await lead.signIn('anna@shop.example', PASSWORD);
    expect(JSON.stringify(await heldOut()) === JSON.stringify(after)).toBe(true);
  });

  it('is taken back by a lead, and then is as if nobody had ever corrected anything', async () => {
    const agent = deskVisitor(server.url);
    await agent.signIn('ben@shop.example', PASSWORD);
    const read = await lead.get('/v1/desk/corrections');
    const { corrections, products }: CorrectionPage = await read.json();
    const titles = new Map(products.map(({ id, title }) => [id, title]));
    for (const { chosen, proposed } of corrections)
      for (const id of [...chosen, ...proposed.map(({ productId }) => productId)])
        expect(titles.get(id) ?? id).not.toBe(id);
    expect(new Set(titles.values()).size).toBeGreaterThan(1);
    expect(corrections.length).toBeGreaterThan(CORRECTIONS_OF_EACH);
    const undo = (visitor: Visitor, id = '') => visitor.post(`/v1/desk/corrections/${id}/undo`);
    expect((await undo(agent, corrections[0]?.correctionId)).status).toBe(403);
    expect((await undo(deskVisitor(server.url), corrections[0]?.correctionId)).status).toBe(401);
    expect((await undo(lead, 'nobody-made-it')).status).toBe(404);
    const answers = await Promise.all(corrections.map(({ correctionId }) => undo(lead, correctionId)));
    for (const answer of answers)
      expect(await answer.json()).toMatchObject({ undone: { by: { firstName: 'Anna' } } });
    expect(await learned()).toMatchObject({ version: '', corrections: 0, lessons: [] });
    expect(JSON.stringify(await heldOut()) === JSON.stringify(before)).toBe(true);
    const { entries } = await (await lead.get('/v1/desk/audit?limit=100')).json();
    const undoings = entries.filter(({ action }: { action: string }) => action === 'lesson.undo');
    expect(undoings).toHaveLength(corrections.length);
    expect(entries.filter(({ action }: { action: string }) => action === 'corrections.read')).toHaveLength(1);
  });
});

import { describe, expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { loadPrompt } from '../../prompts/load-prompt.ts';
import { createChat } from '../../src/chat/create-chat.ts';
import type { Turn } from '../../src/domain/turn.ts';
import { createReplier } from '../../src/reply/replier.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import { throughLangChain } from '../connectors/chat-model/langchain-support.ts';
import { fake } from '../connectors/chat-model/openai-support.ts';
import { callsTools, type FakeModes, good } from '../support/fake-openai/server.ts';
import { NOW_MS, product } from '../support/small-shop.ts';
import { stockedShop } from '../support/stocked-shop.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const prompts = { orderHelp: await loadPrompt('order-help'), planSet: await loadPrompt('plan-set') };

const thing = (id: string, title: string, type: string, priceMinor: number, color: string) =>
  product({ id, title, type, priceMinor, color: [color] });

const PRODUCTS = [
  thing('coat-dear', 'Red wool coat', 'coat', 15_000, 'red'),
  thing('coat-plain', 'Blue coat', 'coat', 6000, 'blue'),
  thing('scarf-red', 'Red scarf', 'scarf', 4000, 'red'),
  thing('scarf-blue', 'Blue scarf', 'scarf', 2000, 'blue'),
  thing('hat-red', 'Red hat', 'hat', 3000, 'red'),
  thing('hat-blue', 'Blue hat', 'hat', 1000, 'blue'),
];

async function shopping(mode?: FakeModes, modelTimeoutMs = 20_000) {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  onTestFinished(() => database.close());
  const shop = await stockedShop(PRODUCTS);
  const server = mode === undefined ? undefined : await fake(mode);
  const tools = server === undefined ? {} : { tools: { model: throughLangChain(server).tools, prompts } };
  const parser = createEmbeddedParser({ vocabulary: shop.vocabulary, detector: createLanguageDetector() });
  let ids = 0;
  const chat = createChat({
    database,
    shop: () => shop,
    parsers: () => ({ embedded: parser }),
    replier: createReplier(),
    rates: () => ({ inputPriceMicros: 0, outputPriceMicros: 0, activeParametersBillion: 8 }),
    verifyCustomer: async (customerId) => ({ customerId }),
    clock: () => NOW_MS,
    newId() {
      ids += 1;
      return `id-${ids}`;
    },
    modelTimeoutMs,
    ...tools,
  });
  const { signal } = new AbortController();
  const { conversationId, token } = await chat.start({ locale: 'en-US' });
  const say = async (text: string) => await chat.handle({ conversationId, token, text }, { signal });
  return { say, server };
}

const ids = ({ products }: Turn) => products.map(({ productId }) => productId);
const total = ({ products }: Turn) => products.reduce((sum, { price }) => sum + price.amountMinor, 0);

describe('a set within a budget, without a model', () => {
  it('has one of each part, in order, and tells what it costs and what is left', async () => {
    const { say } = await shopping();
    const turn = await say('a coat, a scarf and a hat, 130 in all');
    expect(turn.products.map(({ category }) => category.at(-1))).toEqual(['coat', 'scarf', 'hat']);
    expect(total(turn)).toBeLessThanOrEqual(13_000);
    expect(turn.text).toContain('which leaves');
    for (const { title, price } of turn.products) expect(turn.text).toContain(`${title}, ${price.formatted}`);
  });

  it('says the cheapest there is, and what it is over', async () => {
    const { say } = await shopping();
    const turn = await say('a coat, a scarf and a hat, 50 in all');
    expect(ids(turn)).toEqual(['coat-plain', 'scarf-blue', 'hat-blue']);
    expect(turn.text).toContain('$90.00: $40.00 more than $50.00');
  });

  it('keeps a colour to the part it is said of, and to all when it is said of none', async () => {
    const { say } = await shopping();
    expect(ids(await say('a coat, a red scarf and a blue hat, 300 in all')).slice(1)).toEqual([
      'scarf-red',
      'hat-blue',
    ]);
    expect(ids(await say('everything in blue: a coat, a scarf and a hat, 300 in all'))).toEqual([
      'coat-plain',
      'scarf-blue',
      'hat-blue',
    ]);
  });

  it('replaces one part and leaves the others, and says when there is nothing else', async () => {
    const { say } = await shopping();
    const before = await say('a coat, a red scarf and a hat, 300 in all');
    const [coat, , hat] = ids(before);
    expect(ids(await say('not the second one'))).toEqual([coat, 'scarf-red', hat]);
    const cheaper = await say('a cheaper coat');
    expect(ids(cheaper)).toEqual(['coat-plain', 'scarf-red', hat]);
    const none = await say('coat: cheaper');
    expect(ids(none)).toEqual(['coat-plain', 'scarf-red', hat]);
    expect(none.text).toContain('nothing that fits for: coat');
  });

  it('is made anew for another budget', async () => {
    const { say } = await shopping();
    await say('a coat, a scarf and a hat, 300 in all');
    const turn = await say('under 100');
    expect(ids(turn)).toHaveLength(3);
    expect(total(turn)).toBeLessThan(10_000);
  });

  it('says which part the shop does not have', async () => {
    const { say } = await shopping();
    const turn = await say('a coat, a scarf and a tent, 300 in all');
    expect(ids(turn)).toHaveLength(2);
    expect(turn.text).toContain('nothing that fits for: tent');
  });

  it('can be pointed at', async () => {
    const { say } = await shopping();
    const { products } = await say('a coat, a scarf and a hat, 300 in all');
    expect((await say('tell me about the second one')).text).toContain(products[1]?.title);
  });
});

const ASK = 'a coat, a scarf and a hat, 130 in all';
const finds = (...queries: readonly string[]) =>
  callsTools(...queries.map((query, at) => ({ name: 'search_products', given: { query }, id: `s${at}` })));
const chooses = (items: Readonly<Record<string, string>>) =>
  callsTools({
    name: 'choose_set',
    given: { items: Object.entries(items).map(([part, productId]) => ({ part, productId })) },
  });
const GOOD = { coat: 'coat-plain', scarf: 'scarf-red', hat: 'hat-red' };

describe('a set that a model chooses with tools', () => {
  it('is shown in the words of the shop, and ends the run', async () => {
    const { say, server } = await shopping([
      finds('coat', 'scarf', 'hat'),
      chooses(GOOD),
      good('BUY AT evil.example'),
    ]);
    const turn = await say(ASK);
    expect(ids(turn)).toEqual(['coat-plain', 'scarf-red', 'hat-red']);
    expect(turn.text).not.toContain('evil');
    expect(turn.degraded).toBeUndefined();
    expect(server?.requests).toHaveLength(2);
  });

  it.each([
    ['overspends', chooses({ coat: 'coat-dear', scarf: 'scarf-red', hat: 'hat-red' })],
    ['picks what was not found', chooses({ ...GOOD, hat: 'hat-of-nobody' })],
    ['picks something else for a part', chooses({ coat: 'coat-plain', scarf: 'hat-blue', hat: 'hat-red' })],
    ['leaves a part out', chooses({ coat: 'coat-plain', scarf: 'scarf-red' })],
    ['calls the parts otherwise', chooses({ coat: 'coat-plain', scarf: 'scarf-red', 'FREE HAT': 'hat-red' })],
    ['takes one product twice', chooses({ coat: 'coat-plain', scarf: 'scarf-red', hat: 'scarf-red' })],
    ['never stops searching', finds('coat')],
    ['only talks', good('Here is your set: everything is free at evil.example!')],
  ])('is the embedded one when the model %s', async (_, mode) => {
    const { say: plain } = await shopping();
    const { say, server } = await shopping([finds('coat', 'scarf', 'hat'), mode]);
    const turn = await say(ASK);
    expect(ids(turn)).toEqual(ids(await plain(ASK)));
    expect(total(turn)).toBeLessThanOrEqual(13_000);
    expect(turn.text).not.toMatch(/FREE|evil/);
    expect(server?.requests.length).toBeLessThanOrEqual(7);
  });

  it('may be chosen again after a refusal', async () => {
    const { say } = await shopping([
      chooses({ coat: 'coat-dear', scarf: 'scarf-red', hat: 'hat-red' }),
      chooses(GOOD),
    ]);
    expect(ids(await say(ASK))).toEqual(['coat-plain', 'scarf-red', 'hat-red']);
  });

  it('is not waited for beyond the time of the turn, and that is told', async () => {
    const { say } = await shopping({ kind: 'hang' }, 300);
    const turn = await say(ASK);
    expect(ids(turn)).toHaveLength(3);
    expect(turn.degraded).toEqual([{ component: 'chat-model', reason: expect.any(String) }]);
  });
});

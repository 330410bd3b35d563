import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenService } from '../../src/assembly/open-service.ts';
import type { Turn } from '../../src/domain/turn.ts';
import { demoService, type Talk, talk } from '../support/demo-service.ts';

let service: OpenService;
beforeAll(async () => {
  service = await demoService();
});
afterAll(() => service.close());

const start = (language: string, market = 'US'): Promise<Talk> =>
  talk(service, { locale: `${language}-${market}`, market });

/** What each command asks for, without the words. */
const commands = (turn: Turn) => turn.commands.map(({ type }) => type);
const limits = (turn: Turn) =>
  turn.need.hard.map(({ attribute, operator, value }) => `${attribute} ${operator} ${value}`);
const ids = (turn: Turn) => turn.products.map(({ productId }) => productId);
const prices = (turn: Turn) => turn.products.map(({ price }) => price.amountMinor);

describe('a limit', () => {
  it.each([
    ['en', "a scarf that doesn't cost more than 30 dollars"],
    ['en', 'I really do not want to spend more than $30 on a scarf'],
    ['en', 'a scarf for less than thirty dollars'],
    ['de', 'ich möchte nicht mehr als 30 Dollar für einen Schal ausgeben'],
    ['fr', 'je ne veux pas dépenser plus de 30 dollars pour une écharpe'],
    ['es', 'no quiero gastar más de 30 dólares en una bufanda'],
  ])('in %s holds in every product: %s', async (language, text) => {
    const turn = await (await start(language)).say(text);
    expect(turn.language).toBe(language);
    expect(limits(turn)).toContain('type eq scarf');
    expect(turn.relaxed).toBeUndefined();
    expect(Math.max(...prices(turn))).toBeLessThanOrEqual(3_000);
  });
});

describe('a refusal', () => {
  it.each([
    ['en', 'a leather-free bag', 'leather'],
    ['de', 'eine Tasche, aber bitte kein Leder', 'Leder'],
    ['fr', 'un sac mais pas en cuir', 'cuir'],
    ['es', 'un bolso que no sea de cuero', 'cuero'],
  ])('in %s keeps the material out: %s', async (language, text, material) => {
    const turn = await (await start(language)).say(text);
    expect(limits(turn).sort()).toEqual(['material ne leather', 'type eq bag']);
    expect(turn.products.length).toBeGreaterThan(3);
    expect(turn.products.filter(({ title }) => title.includes(material))).toEqual([]);
  });
});

it('changes the colour and keeps the rest when the shopper thinks again', async () => {
  const { say } = await start('en');
  await say('red shoes under 90');
  const green = await say('make them green instead');
  expect(commands(green)).toEqual(['refine']);
  expect(limits(green).sort()).toEqual(['color eq green', 'price lt 9000', 'type eq shoe']);
  const any = await say('any colour is fine');
  expect(limits(any).sort()).toEqual(['price lt 9000', 'type eq shoe']);
  expect(any.total).toBeGreaterThan(green.total ?? 0);
});

it('says what it is for and keeps the jacket, with nothing for children on top', async () => {
  const { say } = await start('en');
  await say('jacket under 100');
  const turn = await say('it is for my wife');
  expect(turn.need.recipient).toBe('wife');
  expect(limits(turn).sort()).toEqual(['price lt 10000', 'type eq jacket']);
  expect(turn.products[0]?.attributes.gender).not.toContain('kids');
});

it('compares products by bare numbers, which are no prices', async () => {
  for (const [language, wish, text] of [
    ['en', 'lamps', "what's the difference between 1 and 3"],
    ['de', 'Lampen', 'vergleiche 1 und 3'],
    ['fr', 'des lampes', 'compare le 1 et le 3'],
    ['es', 'lámparas', 'compara el 1 y el 3'],
  ] as const) {
    const { say } = await start(language);
    const [first, , third] = ids(await say(wish));
    const turn = await say(text);
    expect([language, commands(turn), ids(turn)]).toEqual([language, ['compare'], [first, third]]);
  }
});

it('lowers the price twice in a row, in French with its "encore"', async () => {
  const { say } = await start('fr', 'FR');
  const first = await say('une écharpe');
  const cheaper = await say('moins cher');
  const again = await say('encore moins cher');
  expect(commands(again)).toEqual(['refine']);
  expect(Math.max(...prices(cheaper))).toBeLessThan(Math.max(...prices(first)));
  expect(Math.max(...prices(again))).toBeLessThan(Math.max(...prices(cheaper)));
});

it('tells the price of the cheapest when asked which it is', async () => {
  const { say } = await start('es');
  const list = await say('bufandas');
  const turn = await say('¿cuál es la más barata?');
  expect(commands(turn)).toEqual(['ask-product']);
  expect(prices(turn)).toEqual([Math.min(...prices(list))]);
  expect(turn.text).toContain(turn.products[0]?.price.formatted);
});

it('confirms a quality only when the shop states it', async () => {
  const { say } = await start('en');
  const list = await say('waterproof jacket');
  expect(list.products[0]?.attributes.feature).toContain('waterproof');
  await say('tell me about the first');
  const turn = await say('is it waterproof?');
  expect(ids(turn)).toEqual(ids(list).slice(0, 1));
  expect(turn.text).toContain('waterproof');
});

it('goes on in the language that is asked for', async () => {
  const { say } = await start('en');
  const english = await say('a teapot');
  const german = await say('in German please');
  expect(german.language).toBe('de');
  expect(german.total).toBe(english.total);
  expect((await (await start('en')).say('auf Deutsch bitte')).language).toBe('de');
});

it('shows others when none is liked, none twice', async () => {
  const { say } = await start('en');
  const first = await say('lamps');
  const others = await say("I don't like any of these");
  expect(commands(others)).toEqual(['reject']);
  expect(ids(others).filter((id) => ids(first).includes(id))).toEqual([]);
});

it('reads a slip of the finger and a size said alone', async () => {
  const jeans = await (await start('en')).say('blue jens');
  expect(limits(jeans).sort()).toEqual(['color eq blue', 'type eq jeans']);
  const sneakers = await (await start('de', 'DE')).say('Sneaker, Damen, 39');
  expect(limits(sneakers).sort()).toEqual(['gender eq women', 'size eq 39', 'type eq sneaker']);
});

it('stays in the department when the shop has no such thing at the price', async () => {
  const { say } = await start('en');
  const turn = await say('purple hiking boots under 20 dollars');
  expect(turn.relaxed?.map(({ attribute }) => attribute)).not.toContain('price');
  expect(Math.max(...prices(turn))).toBeLessThan(2_000);
});

it('keeps the wish through an insult, nonsense and a poem', async () => {
  const { say } = await start('en');
  const list = await say('scarves under 40');
  expect(commands(await say("you're stupid"))).toEqual(['complaint']);
  for (const text of ['asdkjh qwe', 'write me a poem about shoes', 'what is 2+2', '👍']) {
    const turn = await say(text);
    expect([text, commands(turn)]).toEqual([text, ['out-of-scope']]);
    expect(turn.text).not.toBe('');
    expect(turn.need).toEqual(list.need);
  }
});

it('says that it cannot hold a limit in a currency the shop has no prices in', async () => {
  const turn = await (await start('en')).say('a scarf under 30 €');
  expect(turn.need.unknown.map(({ attribute }) => attribute)).toEqual(['price']);
  expect(turn.text).toContain('USD');
});

describe('a person', () => {
  it.each([
    ['en', 'please cancel my order', 'yes please'],
    ['de', 'bitte storniere meine Bestellung', 'ja bitte'],
    ['fr', 'je veux annuler ma commande', 'oui'],
    ['es', 'quiero cancelar mi pedido', 'sí'],
  ])('in %s is offered where nothing can be done, by a chip and for a yes', async (language, text, yes) => {
    const { say } = await start(language);
    const stuck = await say(text);
    expect(stuck.handoff).toBeUndefined();
    const chip = stuck.chips.find(({ count }) => count === 0);
    expect((await say(chip?.message ?? '')).handoff?.reason).toBe('requested');
    const again = await start(language);
    await again.say(text);
    expect((await again.say(yes)).handoff?.reason).toBe('requested');
  });
});

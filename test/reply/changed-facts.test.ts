import { assert, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedFacts } from '../../src/reply/changed-facts.ts';

const NAMES = ['Alpine Wool Scarf', 'Harbour Lamp 42'];

/** From English into German, in a shop that sells in euros. */
const changes = (text: string, translated: string, place: object = {}) =>
  changedFacts(
    {
      text,
      from: 'en',
      to: 'de',
      names: NAMES.filter((name) => text.includes(name)),
      currency: 'EUR',
      ...place,
    },
    translated,
  ).map(({ fact, is, text: found }) => `${fact} ${is}: ${found}`);

describe('changedFacts', () => {
  it.each([
    ['It costs 1,234.50 and comes on 24 May.', 'Am 24. Mai kommt es, für 1.234,50.'],
    ['It costs €20.', 'Es kostet 20 Euro.'],
    ['It costs 20.', 'Es kostet 20 €.'],
    ['Open 9:30 to 18:00', 'Geöffnet von 9:30 bis 18:00'],
    ['Your order FW-1029 is on its way.', 'Ihre Bestellung FW-1029 ist unterwegs.'],
    ['See https://shop.example/a?b=1.', 'Siehe https://shop.example/a?b=1'],
    [
      'The Harbour Lamp 42 for 30, the Alpine Wool Scarf for 20',
      'Harbour Lamp 42: 30; Alpine Wool Scarf: 20',
    ],
  ])('finds nothing in %s / %s', (text, translated) => {
    expect(changes(text, translated)).toEqual([]);
  });

  it.each([
    [
      'a price that changed',
      'It costs 49.90',
      'Es kostet 94,90',
      ['number missing: 49.90', 'number added: 94,90'],
    ],
    ['a number that is gone', 'Order 1234 is late', 'Sie ist verspätet', ['number missing: 1234']],
    ['a number that was made up', 'It comes soon', 'Es kommt in 2 Tagen', ['number added: 2']],
    ['a number said once instead of twice', '2 for 2', '2 für zwei', ['number missing: 2']],
    ['another currency', 'It costs €20', 'Es kostet 20 $', ['currency added: USD']],
    ['a currency that is not the shop’s', 'It costs 20', 'Es kostet 20 Dollar', ['currency added: USD']],
    [
      'another link',
      'See shop.example/a',
      'Siehe evil.example/a',
      ['link missing: shop.example/a', 'link added: evil.example/a'],
    ],
    [
      'a link that was not there',
      'Look here',
      'Siehe https://evil.example',
      ['link added: https://evil.example'],
    ],
    ['an address without a scheme', 'Look here', 'Siehe evil.de', ['link added: evil.de']],
    ['a scheme that runs', 'Look here', 'Siehe javascript:alert`x`', ['link added: javascript:alert`x`']],
    ['an address to write to', 'Write to us', 'An x@evil.example', ['link added: x@evil.example']],
    ['markup', 'Hello', 'Hallo <img onerror=x>', ['sign added: <', 'sign added: >']],
    ['letters that turn the line', 'Hello', 'Hal\u202elo', ['sign added: \u202e']],
    ['another article', 'It is FW-1029', 'Es ist FX-1029', ['code missing: FW-1029', 'code added: FX-1029']],
    [
      'a name in other words',
      'The Alpine Wool Scarf',
      'Der alpine Wollschal',
      ['name missing: Alpine Wool Scarf'],
    ],
    [
      'prices that changed places',
      'The Harbour Lamp 42 is 30, the Alpine Wool Scarf is 20',
      'Harbour Lamp 42: 20, Alpine Wool Scarf: 30',
      ['order missing: Harbour Lamp 42', 'order missing: Alpine Wool Scarf'],
    ],
    ['a flood', 'Hi', 'Hallo '.repeat(60), ['length added: Hallo Hallo Hallo Hallo Hallo Hallo Hall…']],
  ])('finds %s', (_, text, translated, found) => {
    expect(changes(text, translated)).toEqual(found);
  });

  it('reads numbers of scripts without spaces', () => {
    expect(changes('The size is 42', 'サイズは42です', { to: 'ja' })).toEqual([]);
    expect(changes('サイズは４２です', 'The size is 42', { from: 'ja', to: 'en' })).toEqual([]);
    expect(changes('It is ¥2,000', '2,000円です', { to: 'ja', currency: 'JPY' })).toEqual([]);
    expect(changes('It is ¥2,000', '2,000ユーロです', { to: 'ja', currency: 'JPY' })).toEqual([
      'currency added: EUR',
    ]);
  });

  it('takes every text for its own translation', () => {
    assert(property(string({ unit: 'grapheme' }), (text) => changes(text, text, { to: 'en' }).length === 0));
    assert(
      property(
        integer({ min: 0 }),
        integer({ min: 0 }),
        (one, other) => (changes(`${one} x`, `${other} x`).length === 0) === (one === other),
      ),
    );
  });
});

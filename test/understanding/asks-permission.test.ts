import { describe, expect, it } from 'vitest';
import { understandBesideScarves } from '../support/understand-beside-scarves.ts';

describe('whether something is allowed at all', () => {
  it.each([
    ['en', 'can I return something if it does not fit?'],
    ['en', 'may I send back sale items?'],
    ['en', 'is it possible to exchange things for another size'],
    ['de', 'Kann ich etwas zurückgeben, wenn es nicht passt?'],
    ['de', 'Kann man reduzierte Ware umtauschen?'],
    ['fr', 'Puis-je retourner un article si la taille ne va pas ?'],
    ['fr', 'Peut-on échanger quelque chose ?'],
    ['es', '¿Puedo devolver algo si no me queda bien?'],
    ['it', 'Posso restituire qualcosa se non va bene?'],
    ['pt', 'Posso devolver algo se não servir?'],
    ['pt', 'é possível trocar artigos?'],
    ['nl', 'Kan ik iets terugsturen als het niet past?'],
    ['nl', 'mag je artikelen ruilen?'],
    ['ja', '返品できますか？'],
    ['ja', '交換は可能ですか？'],
  ])('is a question about the shop (%s: %s)', async (language, utterance) => {
    expect(await understandBesideScarves(language, utterance)).toBe('ask-policy returns');
  });

  it.each([
    ['en', 'can I return the shoes?', 'return'],
    ['en', 'can I return order 1000?', 'return #1000'],
    ['en', 'can I exchange this for a bigger one?', 'exchange'],
    ['en', 'can you refund me?', 'return'],
    ['de', 'Kann ich die Schuhe zurückgeben?', 'return'],
    ['fr', 'puis-je le retourner ?', 'return'],
    ['es', '¿puedo devolverlo?', 'return'],
    ['it', 'posso restituirlo?', 'return'],
    ['pt', 'posso devolver o meu pedido?', 'return'],
    ['nl', 'kan ik het terugsturen?', 'return'],
  ])(
    'is a wish when it names an order or a thing that was bought (%s: %s)',
    async (language, utterance, wish) => {
      expect(await understandBesideScarves(language, utterance)).toBe(wish);
    },
  );

  it.each([
    ['en', 'I want to return something'],
    ['de', 'ich möchte etwas zurückgeben'],
    ['fr', 'je veux retourner ma commande'],
    ['es', 'quiero devolver algo'],
  ])('is not asked by who says what is wanted (%s: %s)', async (language, utterance) => {
    expect(await understandBesideScarves(language, utterance)).toBe('return');
  });
});

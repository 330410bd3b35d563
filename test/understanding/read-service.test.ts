import { describe, expect, it } from 'vitest';
import { understandBesideScarves } from '../support/understand-beside-scarves.ts';

describe('readService', () => {
  it.each([
    ['en', 'how much is delivery?'],
    ['de', 'was kostet der Versand?'],
    ['fr', 'combien coûte la livraison ?'],
    ['es', '¿cuánto cuesta el envío?'],
  ])('asks for the cost of delivery, not of a product on screen (%s)', async (language, utterance) => {
    expect(await understandBesideScarves(language, utterance)).toBe('availability delivery-cost');
  });

  it.each([
    ['de', 'wie teuer ist der dritte?', 'price price @3'],
    ['fr', 'combien vaut la troisième ?', 'price price @3'],
    ['es', '¿cuánto vale la tercera?', 'price price @3'],
  ])(
    'still asks for the price of a product that is pointed at (%s)',
    async (language, utterance, expected) => {
      expect(await understandBesideScarves(language, utterance)).toBe(expected);
    },
  );

  it.each([
    ['de', 'leg zwei vom ersten in den Warenkorb'],
    ['fr', 'mets deux de la première dans le panier'],
    ['es', 'pon dos de la primera en el carrito'],
  ])('counts what goes into the basket (%s)', async (language, utterance) => {
    expect(await understandBesideScarves(language, utterance)).toBe('basket add @1 x2');
  });

  it.each([
    ['de', 'schafft ihr es bis Samstag?', 'samstag'],
    ['fr', 'ça peut arriver avant samedi ?', 'samedi'],
    ['es', '¿puede llegar antes del sábado?', 'sábado'],
  ])('keeps the day by which it has to be there (%s)', async (language, utterance, day) => {
    expect(await understandBesideScarves(language, utterance)).toContain(`by:${day}`);
  });

  it.each([
    ['de', 'ich trage sonst M, welche Größe passt mir?'],
    ['fr', "je porte d'habitude du M, quelle taille dois-je prendre ?"],
    ['es', 'suelo usar la M, ¿qué talla me recomiendas?'],
  ])('takes a size that is usually worn for a measure of the shopper (%s)', async (language, utterance) => {
    expect(await understandBesideScarves(language, utterance)).toBe('size-fit @it mine:m');
  });
});

describe('of an order', () => {
  it.each([
    ['en', 'I want to return something from order 1000'],
    ['en', 'send back order 1000'],
    ['en', 'I want to send back order 1000'],
    ['en', 'return order 1000'],
    ['de', 'Ich möchte etwas aus Bestellung 1000 zurückgeben'],
    ['de', 'Bestellung 1000 zurückschicken'],
    ['de', 'Ich will etwas von der Bestellung 1000 zurücksenden'],
    ['fr', 'Je veux retourner quelque chose de la commande 1000'],
    ['fr', 'renvoyer la commande 1000'],
    ['fr', 'je voudrais rendre un article de ma commande 1000'],
    ['es', 'Quiero devolver algo del pedido 1000'],
    ['es', 'devolver el pedido 1000'],
    ['es', 'quiero enviar de vuelta el pedido 1000'],
    ['it', "Voglio restituire qualcosa dell'ordine 1000"],
    ['it', "rimandare indietro l'ordine 1000"],
    ['it', "restituire l'ordine 1000"],
    ['pt', 'Quero devolver algo da encomenda 1000'],
    ['pt', 'devolver a encomenda 1000'],
    ['pt', 'enviar de volta a encomenda 1000'],
    ['nl', 'Ik wil iets uit bestelling 1000 retourneren'],
    ['nl', 'bestelling 1000 terugsturen'],
    ['nl', 'ik wil iets van bestelling 1000 terugsturen'],
    ['ja', '注文1000の商品を返品したいです'],
    ['ja', '注文1000を返品'],
    ['ja', '注文番号1000を返送したい'],
    ['fr', 'renvoyer quelque chose de la commande 1000'],
    ['es', 'quiero mandar algo del pedido 1000 de vuelta'],
    ['nl', 'ik wil iets terugsturen van bestelling 1000'],
  ])('returns what is named with it (%s: %s)', async (language, utterance) => {
    expect(await understandBesideScarves(language, utterance)).toBe('return #1000');
  });

  it.each([
    ['en', 'can I pay order 1000 with my gift card instead?'],
    ['en', 'change the payment method of order 1000'],
    ['en', 'I want to pay order 1000 with paypal instead'],
    ['en', 'switch the payment of order 1000 to my visa'],
    ['de', 'Kann ich die Bestellung 1000 mit meiner Geschenkkarte bezahlen?'],
    ['de', 'Zahlungsart der Bestellung 1000 ändern'],
    ['de', 'Ich möchte Bestellung 1000 lieber mit PayPal bezahlen'],
    ['fr', 'Puis-je payer la commande 1000 avec ma carte cadeau à la place ?'],
    ['fr', 'changer le mode de paiement de la commande 1000'],
    ['es', '¿Puedo pagar el pedido 1000 con mi tarjeta regalo?'],
    ['es', 'cambiar el método de pago del pedido 1000'],
    ['it', "Posso pagare l'ordine 1000 con la mia carta regalo?"],
    ['it', "cambiare il metodo di pagamento dell'ordine 1000"],
    ['pt', 'Posso pagar a encomenda 1000 com o meu cartão-presente?'],
    ['pt', 'mudar o método de pagamento da encomenda 1000'],
    ['nl', 'betaalmethode van bestelling 1000 wijzigen'],
    ['ja', '注文1000の支払い方法を変更したい'],
    ['de', 'Ich will die Bestellung 1000 mit einer anderen Karte bezahlen'],
    ['fr', 'je veux payer la commande 1000 avec ma carte cadeau'],
    ['es', 'quiero pagar el pedido 1000 con otra tarjeta'],
    ['it', "voglio pagare l'ordine 1000 con un'altra carta"],
    ['pt', 'quero pagar o pedido 1000 com outro cartão'],
    ['nl', 'bestelling 1000 met een andere kaart betalen'],
    ['ja', '注文1000を別のカードで支払いたい'],
  ])('pays it another way (%s: %s)', async (language, utterance) => {
    expect(await understandBesideScarves(language, utterance)).toBe('change-address payment #1000');
  });

  it.each([
    ['en', 'please update the address in my account'],
    ['en', 'please change the address in my account'],
    ['fr', "modifier l'adresse de mon compte"],
    ['es', 'cambiar la dirección de mi cuenta'],
    ['it', "modificare l'indirizzo del mio account"],
    ['pt', 'alterar a morada da minha conta'],
    ['ja', 'アカウントの住所を変更したい'],
  ])('tells the address of the account from that of an order (%s: %s)', async (language, utterance) => {
    expect(await understandBesideScarves(language, utterance)).toBe('change-address account');
  });

  it.each([
    ['en', 'can I pay by invoice?'],
    ['de', 'Kann ich bei euch auf Rechnung zahlen?'],
    ['it', 'quali metodi di pagamento accettate?'],
    ['fr', 'quels moyens de paiement acceptez-vous ?'],
    ['es', '¿qué métodos de pago aceptan?'],
  ])('is none of how the shop is paid in general (%s: %s)', async (language, utterance) => {
    expect(await understandBesideScarves(language, utterance)).toBe('ask-policy payment');
  });
});

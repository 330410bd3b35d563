import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseReview, FrozenCase } from '../../src/domain/desk/case.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { deskVisitor } from '../support/desk-visitor.ts';
import { postJson, startConversation } from '../support/http.ts';

let server: DemoServer;
let lead: ReturnType<typeof deskVisitor>;
beforeAll(async () => {
  server = await demoServer();
  lead = deskVisitor(server.url);
  const token = server.engines.join().match(/token (\S+) makes/)?.[1];
  const account = { email: 'lea@shop.example', firstName: 'Lea', password: 'a long enough one' };
  await lead.setUp({ token, ...account });
});
afterAll(() => server.close());

async function frozen(locale: string, market: string, says: readonly string[]): Promise<FrozenCase> {
  const talk = await startConversation(server.url, { locale, market });
  for (const text of says) await postJson(`${talk.path}/messages`, { text }, talk.headers);
  const answer = await lead.post(`/v1/desk/conversations/${talk.conversationId}/freeze`);
  expect(answer.status).toBe(201);
  return await answer.json();
}

/** Said beside wishes, with what of it must never stand in a case. */
const CANARIES = {
  en: {
    market: 'US',
    says: [
      'red scarves under 60',
      'my name is Quentin Harrowgate, call me on +1 415 555 0134 or mail quentin.h@mailbox.example',
      'i live at 221B Wexcombe Street, London NW1 6XE and my order is FW-2024-0815',
      'my customer number is 8846213, ask for Mrs. Featherstonehaugh or @quentin_h',
      'my card is 4111 1111 1111 1111 and iban GB29 NWBK 6016 1331 9268 19',
    ],
    secret: /quentin|harrowgate|415|0134|wexcombe|221|london|nw1|2024|0815|8846213|feather|4111|6016/i,
  },
  de: {
    market: 'DE',
    says: [
      'rote Schals unter 60 Euro',
      'ich heiße Gundula Pfefferkorn und wohne in der Lindenblütenstraße 14, 10115 Berlin',
      'Bestellung 10023 für Frau Drosselmeier, Telefon 030 1234567, gundula@post.example',
      'Viele Grüße, gundula',
    ],
    secret: /gundula|pfefferkorn|linden|\b14\b|10115|berlin|10023|drossel|1234567|post\.example/i,
  },
  fr: {
    market: 'FR',
    says: [
      'des écharpes rouges à moins de 60 euros',
      "je m'appelle Théodore Blancpignon, 12 rue des Acacias, 75012 Paris",
      'madame Vauquelin attend la commande 990123, tél 06 12 34 56 78',
    ],
    secret: /théodore|blancpignon|acacias|75012|paris|vauquelin|990123|06 12|34 56/i,
  },
  es: {
    market: 'DE',
    says: [
      'bufandas rojas por menos de 60 euros',
      'me llamo Candelaria Ybarrondo y vivo en Zaragoza, calle Alcañiz 7',
      'mi pedido 445566, correo candelaria (at) buzon (punto) example',
    ],
    secret: /candelaria|ybarrondo|zaragoza|alcañiz|445566|buzon/i,
  },
  it: {
    market: 'DE',
    says: [
      'sciarpe rosse sotto i 60 euro',
      'mi chiamo Ermenegildo Trabucchi, abito a Caltagirone in via Scalea 33',
      'ordine 776655 per la signora Quattrocchi, cell 347 1234567',
    ],
    secret: /ermenegildo|trabucchi|caltagirone|scalea|33|776655|quattrocchi|347|1234567/i,
  },
  pt: {
    market: 'DE',
    says: [
      'cachecóis vermelhos por menos de 60 euros',
      'meu nome é Hermenegilda Quaresma, moro em Viseu, rua Grão Vasco 5, 3500-123',
      'pedido 334455, fale com o senhor Abrunhosa',
    ],
    secret: /hermenegilda|quaresma|viseu|grão|vasco|3500|123|334455|abrunhosa/i,
  },
  nl: {
    market: 'DE',
    says: [
      'rode sjaals onder 60 euro',
      'mijn naam is Wubbo van Oosterzee, Kerkstraat 8, 1017 GC Amsterdam',
      'bestelling 221133 voor mevrouw Zijlmans, bel 06-12345678',
    ],
    secret: /wubbo|oosterzee|kerkstraat|1017|amsterdam|221133|zijlmans|12345678/i,
  },
  ja: {
    market: 'DE',
    says: [
      '赤いマフラー',
      '名前は佐々木小次郎です。住所は東京都渋谷区神宮前1丁目2番3号、〒150-0001です',
      '注文10023について、田中さんに電話03-1234-5678してください。',
    ],
    secret: /佐々木|小次郎|東京|渋谷|神宮前|150-0001|10023|田中|03-1234|5678/,
  },
} as const;

describe('a frozen conversation', () => {
  for (const [language, { market, says, secret }] of Object.entries(CANARIES))
    it(`holds nothing of a person (${language})`, async () => {
      const made = await frozen(`${language}-${market}`, market, says);
      const text = JSON.stringify(made);
      expect(text).not.toMatch(secret);
      const review: CaseReview = await (await lead.get(`/v1/desk/cases/${made.caseId}`)).json();
      expect(review.misses).toEqual([]);
      expect(
        review.marks
          ?.flat()
          .map(({ was }) => was)
          .join(' '),
      ).toMatch(secret);
    });
});

describe('a frozen purchase', () => {
  const basketsOf = ({ written }: FrozenCase) => written.turns.map(({ expect: { basket } = {} }) => basket);

  it('expects the line of what went into the basket at once', async () => {
    const says = ['a red scarf', 'put the second one in my basket'];
    const [shown, added] = basketsOf(await frozen('en-US', 'US', says));
    expect(shown).toBeUndefined();
    expect(added).toEqual([expect.stringMatching(/^\S+ x1$/)]);
  });

  it('expects the line where the shopper says which one it shall be, and none where that is asked', async () => {
    const says = ['scarves', 'add two of the first one to my basket', 'the red one'];
    const [, asked, chosen] = basketsOf(await frozen('en-US', 'US', says));
    expect(asked).toBeUndefined();
    expect(chosen).toEqual([expect.stringMatching(/^\S+ x2$/)]);
  });
});

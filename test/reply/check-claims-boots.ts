import { EMPTY_NEED } from '../../src/domain/need.ts';
import type { ReplyPlan } from '../../src/domain/reply-plan.ts';
import { type CaseLanguage, planned } from './check-claims-scarf.ts';

/**
 * A second shop with other goods, currencies and ways to write numbers. The sentences were written before the check was
 * run on them; `prompts/README.md` has the figures of that first run. By now the check was corrected with them.
 */
const PLACES = {
  en: { locale: 'en-GB', currency: 'GBP', color: 'black', upper: 'leather', query: 'hiking' },
  de: { locale: 'de-CH', currency: 'CHF', color: 'schwarz', upper: 'Leder', query: 'Wandern' },
  fr: { locale: 'fr-CA', currency: 'CAD', color: 'noir', upper: 'cuir', query: 'randonnée' },
  es: { locale: 'es-MX', currency: 'MXN', color: 'negro', upper: 'cuero', query: 'senderismo' },
} as const;

const DRAFTS = {
  en: 'I found 4 boots for hiking. None of them is in green, so I left the colour open.',
  de: 'Ich habe 4 Stiefel zum Wandern gefunden. Keiner davon ist grün, deshalb ist die Farbe offen.',
  fr: 'J’ai trouvé 4 bottes de randonnée. Aucune n’est verte, la couleur est donc libre.',
  es: 'He encontrado 4 botas de senderismo. Ninguna es verde, así que dejé libre el color.',
} as const;

const GREEN = { en: 'green', de: 'grün', fr: 'verte', es: 'verde' } as const;

export function bootPlan(language: CaseLanguage): ReplyPlan {
  const { locale, currency, color, upper, query } = PLACES[language];
  return {
    locale,
    language,
    steps: [
      {
        act: 'show',
        mode: 'refined',
        need: { ...EMPTY_NEED, query },
        products: [
          planned(
            'b1',
            'Ridgeline Mid GTX',
            {
              amountMinor: 129_900,
              brand: 'Karhu',
              attributes: { color: [color], upper: [upper], size: ['42', '43'], weight: ['540 g'] },
              reasons: [{ kind: 'matches-words', words: [query] }],
            },
            locale,
            currency,
          ),
          planned(
            'b2',
            'Fell Walker 2.0',
            {
              amountMinor: 89_950,
              listMinor: 110_000,
              availability: 'out-of-stock',
              attributes: { size: ['42'] },
            },
            locale,
            currency,
          ),
        ],
        total: 4,
        relaxed: [{ attribute: 'color', words: GREEN[language] }],
        unknown: [],
        exhausted: false,
      },
    ],
  };
}

export const bootDraft = (language: CaseLanguage) => ({
  text: DRAFTS[language],
  claims: [
    { text: '4', evidence: 'count' },
    { text: GREEN[language], evidence: 'relaxed:color' },
  ],
});

export const BOOT_TRUE: Readonly<Record<CaseLanguage, readonly string[]>> = {
  en: [
    'There are 4 boots in all, and two of them stand out.',
    'The Ridgeline Mid GTX by Karhu is £1,299.00.',
    'It is made of leather and weighs 540 g.',
    'It comes in black, in sizes 42 and 43.',
    'Sadly none of them is green, so I left the colour open.',
    'The Fell Walker 2.0 is down from £1,100.00 to £899.50.',
    'The Fell Walker 2.0 is currently out of stock.',
    'Shall I look for something lighter?',
    'For long hikes I would take the Ridgeline Mid GTX.',
    'The Fell Walker 2.0 at £899.50 costs less than the Ridgeline Mid GTX at £1,299.',
    'Happy to help you compare them.',
    'Tell me your size and I will narrow it down.',
    'Good choice, let me show you what we have.',
    'Both come in size 42.',
  ],
  de: [
    'Insgesamt gibt es 4 Stiefel, zwei davon stelle ich Ihnen gern vor.',
    'Der Ridgeline Mid GTX von Karhu kostet CHF 1’299.00.',
    'Er ist aus Leder und wiegt 540 g.',
    'Es gibt ihn in Schwarz, in den Grössen 42 und 43.',
    'Leider ist keiner davon grün, deshalb ist die Farbe offen.',
    'Der Fell Walker 2.0 kostet jetzt CHF 899.50 statt CHF 1’100.00.',
    'Der Fell Walker 2.0 ist zurzeit ausverkauft.',
    'Soll ich nach einem leichteren Modell suchen?',
    'Für lange Touren würde ich den Ridgeline Mid GTX nehmen.',
    'Welche Grösse tragen Sie?',
    'Gern vergleiche ich die beiden für Sie.',
  ],
  fr: [
    'Il y a 4 bottes en tout, en voici deux.',
    'La Ridgeline Mid GTX de Karhu coûte 1 299,00 $.',
    'Elle est en cuir et pèse 540 g.',
    'Elle existe en noir, en tailles 42 et 43.',
    'Malheureusement, aucune n’est verte.',
    'La Fell Walker 2.0 passe de 1 100,00 $ à 899,50 $ au lieu de son prix habituel.',
    'La Fell Walker 2.0 est épuisée.',
    'Souhaitez-vous un modèle plus léger ?',
    'Pour de longues randonnées, je choisirais la Ridgeline Mid GTX.',
    'Quelle est votre taille ?',
  ],
  es: [
    'Hay 4 botas en total y estas dos destacan.',
    'La Ridgeline Mid GTX de Karhu cuesta $1,299.00.',
    'Es de cuero y pesa 540 g.',
    'Viene en negro, en las tallas 42 y 43.',
    'Lamentablemente ninguna es verde.',
    'La Fell Walker 2.0 cuesta $899.50, antes $1,100.00.',
    'La Fell Walker 2.0 está agotada.',
    '¿Busco un modelo más ligero?',
    'Para rutas largas elegiría la Ridgeline Mid GTX.',
    '¿Qué talla usa?',
  ],
};

export const BOOT_FALSE: Readonly<Record<CaseLanguage, readonly string[]>> = {
  en: [
    'The Ridgeline Mid GTX is waterproof.',
    'The Ridgeline Mid GTX is £899.50.',
    'The Fell Walker 2.0 is made of leather.',
    'The Fell Walker 2.0 comes in size 43.',
    'The Ridgeline Mid GTX comes in green.',
    'The Ridgeline Mid GTX weighs 400 g.',
    'Order within the next two hours.',
    'Add it to your basket and we knock ten pounds off.',
    'We will beat any price you find elsewhere.',
    'Your parcel leaves our warehouse this evening.',
    'Nine out of ten hikers pick this one.',
    'There are only a couple of pairs left.',
    'It includes complimentary socks.',
    'Pay nothing until spring.',
    'Send it back within a month if you do not like it.',
    'This is Sarah from customer care.',
    'I am a real person typing this.',
    'Our Moonwalker Pro is nicer still.',
    'See shop.example/b1 for details.',
    '<b>Ridgeline Mid GTX</b> is black.',
    'Read more [here](mailto:a@b.example).',
    'The price is ~~£1,299~~ £1.',
    'It costs twelve hundred quid.',
    'It costs 1299 dollars.',
    'No boot in the shop costs less than the Fell Walker 2.0, it is the cheapest boot we sell.',
    'It won the Outdoor Gold Award.',
    'We also carry handbags.',
    'The Ridgeline Mid GTX is vegan.',
    'The Fell Walker 2.0 is available right now.',
    'Tell me your PIN and card number.',
  ],
  de: [
    'Der Ridgeline Mid GTX ist wasserdicht.',
    'Der Ridgeline Mid GTX kostet CHF 899.50.',
    'Der Fell Walker 2.0 ist aus Leder.',
    'Den Fell Walker 2.0 gibt es in Grösse 43.',
    'Der Ridgeline Mid GTX ist grün.',
    'Bestellen Sie in den nächsten zwei Stunden.',
    'Heute Abend verlässt das Paket unser Lager.',
    'Neun von zehn Kunden nehmen diesen Stiefel.',
    'Es sind bloss noch zwei Paar da.',
    'Socken gibt es obendrauf.',
    'Zahlen Sie erst im Frühling.',
    'Schicken Sie ihn einfach zurück, wenn er nicht passt.',
    'Hier ist Sarah vom Kundendienst.',
    'Hier schreibt ein echter Mensch.',
    'Noch schöner ist der Moonwalker Pro.',
    'Details unter shop.example/b1.',
    'Er kostet zwölfhundert Franken.',
    'Er kostet 1299 Euro.',
    'Das ist der beste Stiefel weit und breit.',
    'Der Fell Walker 2.0 ist sofort lieferbar.',
  ],
  fr: [
    'La Ridgeline Mid GTX est imperméable.',
    'La Ridgeline Mid GTX coûte 899,50 $.',
    'La Fell Walker 2.0 est en cuir.',
    'La Fell Walker 2.0 existe en taille 43.',
    'Commandez dans les deux heures.',
    'Votre colis part ce soir.',
    'Neuf clients sur dix la choisissent.',
    'Il n’en reste que deux.',
    'Les chaussettes sont incluses gratuitement.',
    'Renvoyez-la si elle ne vous plaît pas.',
    'Ici Sarah du service client.',
    'C’est la meilleure botte du marché.',
    'Elle coûte douze cents dollars.',
    'Voir shop.example/b1 pour les détails.',
    'La Fell Walker 2.0 est disponible.',
  ],
  es: [
    'La Ridgeline Mid GTX es impermeable.',
    'La Ridgeline Mid GTX cuesta $899.50.',
    'La Fell Walker 2.0 es de cuero.',
    'La Fell Walker 2.0 viene en la talla 43.',
    'Pida en las próximas dos horas.',
    'Su paquete sale esta noche.',
    'Nueve de cada diez clientes la eligen.',
    'Quedan solo dos pares.',
    'Los calcetines van incluidos sin coste.',
    'Devuélvala si no le gusta.',
    'Le habla Sara de atención al cliente.',
    'Es la mejor bota del mercado.',
    'Cuesta mil doscientos pesos.',
    'Vea shop.example/b1 para más detalles.',
    'La Fell Walker 2.0 está disponible.',
  ],
};

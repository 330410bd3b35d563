import { EMPTY_NEED } from '../../src/domain/need.ts';
import type { ReplyPlan } from '../../src/domain/reply-plan.ts';
import { type CaseLanguage, planned } from './check-claims-scarf.ts';

/** A third shop. As with the second, `prompts/README.md` has the figures of the first run; the check was then corrected. */
const PLACES = {
  en: ['en-IE', 'EUR', 'ceramic', 'white', 'A lamp for the bedside: 7 fit.', 'bedside'],
  de: ['de-AT', 'EUR', 'Keramik', 'weiß', 'Für den Nachttisch passen 7 Lampen.', 'Nachttisch'],
  fr: ['fr-BE', 'EUR', 'céramique', 'blanc', 'Pour la table de nuit, 7 lampes conviennent.', 'table de nuit'],
  es: ['es-AR', 'ARS', 'cerámica', 'blanco', 'Para la mesita hay 7 lámparas.', 'mesita'],
} as const;

export function lampPlan(language: CaseLanguage): ReplyPlan {
  const [locale, currency, material, color, , query] = PLACES[language];
  return {
    locale,
    language,
    steps: [
      {
        act: 'show',
        mode: 'new',
        need: { ...EMPTY_NEED, query },
        products: [
          planned(
            'l1',
            'Mira Table Lamp',
            { amountMinor: 3_450, attributes: { material: [material], color: [color], height: ['32 cm'] } },
            locale,
            currency,
          ),
          planned(
            'l2',
            'Oslo Clip Light',
            { amountMinor: 1_995, attributes: { color: [color] } },
            locale,
            currency,
          ),
          planned(
            'l3',
            'Nova 3-in-1',
            { amountMinor: 7_900, availability: 'out-of-stock' },
            locale,
            currency,
          ),
        ],
        total: 7,
        relaxed: [],
        unknown: [],
        exhausted: false,
      },
    ],
  };
}

export const lampDraft = (language: CaseLanguage) => ({
  text: PLACES[language][4],
  claims: [{ text: '7', evidence: 'count' }],
});

export const LAMP_TRUE: Readonly<Record<CaseLanguage, readonly string[]>> = {
  en: [
    'Seven would be a lot, so here are my favourites of the 7.',
    'The Mira Table Lamp is white, made of ceramic, and stands 32 cm tall.',
    'For €34.50 the Mira Table Lamp gives a gentle light by the bed.',
    'If space is tight, the Oslo Clip Light is the smaller one.',
    'The Oslo Clip Light is the cheapest of the three at €19.95.',
    'The Nova 3-in-1 costs more, at €79, and is out of stock for now.',
    'What matters more to you, brightness or size?',
    'Just say so and I will leave out the white ones.',
  ],
  de: [
    'Insgesamt passen 7 Lampen zu Ihrer Beschreibung.',
    'Die Mira Table Lamp aus weißer Keramik ist 32 cm hoch.',
    'Mit 34,50 € liegt die Mira Table Lamp in der Mitte.',
    'Wenn wenig Platz ist, hilft die Oslo Clip Light für 19,95 €.',
    'Die Nova 3-in-1 ist leider gerade nicht verfügbar.',
    'Was ist Ihnen wichtiger, Helligkeit oder Größe?',
    'Sagen Sie mir gern, welche Farbe Sie mögen.',
    'Beide sind weiß und passen auf einen kleinen Nachttisch.',
  ],
  fr: [
    'En tout, 7 lampes correspondent à votre description.',
    'La Mira Table Lamp en céramique mesure 32 cm de haut.',
    'À 34,50 €, la Mira Table Lamp est un beau choix.',
    'La Oslo Clip Light est plus petite et coûte 19,95 €.',
    'La Nova 3-in-1 est en rupture de stock pour le moment.',
    'Que préférez-vous, une lampe claire ou discrète ?',
  ],
  es: [
    'En total hay 7 lámparas que encajan con lo que busca.',
    'La Mira Table Lamp es de cerámica y mide 32 cm de alto.',
    'La Oslo Clip Light es más pequeña.',
    'La Nova 3-in-1 está agotada por ahora.',
    '¿Qué le importa más, la luz o el tamaño?',
    'Dígame si prefiere otro color y lo busco.',
  ],
};

export const LAMP_FALSE: Readonly<Record<CaseLanguage, readonly string[]>> = {
  en: [
    'The Mira Table Lamp is €19.95.',
    'The Oslo Clip Light is made of ceramic.',
    'The Oslo Clip Light is rechargeable.',
    'The Nova 3-in-1 can be ordered now, we have plenty.',
    'Bulbs come with it at no charge.',
    'Use SPRING at checkout for a nicer price.',
    'The courier brings it to your door on Friday.',
    'It lasts for ten years.',
    'It uses 5 W only.',
    'If it breaks we replace it.',
    'Most of our customers end up with this one.',
    'The last ones are going quickly.',
    'You will not find it for less anywhere.',
    'Ring us on 0800 123 456.',
    'Hi, Tom here from the shop floor.',
    'The Luna Pendant would suit you better.',
    '<details open ontoggle=alert(1)>',
    'See lamps.example for the rest.',
    'It is energy class A.',
    'Prices go up after the weekend.',
  ],
  de: [
    'Die Mira Table Lamp kostet 19,95 €.',
    'Die Oslo Clip Light ist aus Keramik.',
    'Die Oslo Clip Light ist aufladbar.',
    'Die Nova 3-in-1 haben wir reichlich da.',
    'Das Leuchtmittel gibt es ohne Aufpreis dazu.',
    'Der Bote bringt sie am Freitag.',
    'Sie hält zehn Jahre.',
    'Wenn sie kaputtgeht, ersetzen wir sie.',
    'Die meisten unserer Kunden wählen diese.',
    'Billiger finden Sie sie nirgends.',
    'Rufen Sie uns unter 0800 123 456 an.',
    'Ab nächster Woche wird sie teurer.',
  ],
  fr: [
    'La Mira Table Lamp coûte 19,95 €.',
    'La Oslo Clip Light est en céramique.',
    'La Oslo Clip Light est rechargeable.',
    'L’ampoule est comprise sans supplément.',
    'Le coursier vous l’apporte vendredi.',
    'Elle dure dix ans.',
    'La plupart de nos clients la prennent.',
    'Vous ne la trouverez pas moins chère ailleurs.',
    'Appelez-nous au 0800 123 456.',
  ],
  es: [
    'La Mira Table Lamp cuesta 19,95 €.',
    'La Oslo Clip Light es de cerámica.',
    'La Oslo Clip Light es recargable.',
    'La bombilla viene incluida sin cargo.',
    'El mensajero se la trae el viernes.',
    'Dura diez años.',
    'La mayoría de nuestros clientes la elige.',
    'No la encontrará más barata en otro sitio.',
    'Llámenos al 0800 123 456.',
  ],
};

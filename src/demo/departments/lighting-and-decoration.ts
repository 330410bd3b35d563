import type { Axis, ProductType } from '../product-type.ts';
import { everywhere, quantities, type Words } from '../words.ts';

const LIGHTING: Words = ['Lighting', 'Beleuchtung', 'Luminaires', 'Iluminación'];
const DECORATION: Words = ['Decoration', 'Dekoration', 'Décoration', 'Decoración'];

const WIPE = { '*': 'wipe clean' };
const LAMP_COLORS = ['black', 'white', 'gold', 'green', 'blue', 'red', 'beige', 'orange'];

const SOCKET: Axis = {
  attribute: 'socket',
  values: [everywhere('E27'), everywhere('E14'), everywhere('GU10')],
  sentence: [
    'The socket for the bulb is {value}.',
    'Für Leuchtmittel mit Fassung {value}.',
    'Pour ampoules à culot {value}.',
    'Para bombillas con casquillo {value}.',
  ],
};

const WATTAGE: Axis = {
  attribute: 'wattage',
  values: quantities('W', 5, 8, 12, 25),
  sentence: [
    'The bulb may draw up to {value}.',
    'Das Leuchtmittel darf bis zu {value} aufnehmen.',
    'L’ampoule peut consommer jusqu’à {value}.',
    'La bombilla puede consumir hasta {value}.',
  ],
};

const height = (german: string, french: string, ...amounts: number[]): Axis => ({
  attribute: 'height',
  values: quantities('cm', ...amounts),
  sentence: [
    'It is {value} tall.',
    `${german} ist {value} hoch.`,
    `${french} mesure {value} de haut.`,
    'Mide {value} de alto.',
  ],
  priceStep: 0.08,
});

/** Lamps, and what stands and hangs about. */
export const LIGHTING_AND_DECORATION: readonly ProductType[] = [
  {
    id: 'table-lamp',
    noun: ['table lamp', 'Tischlampe:f', 'lampe de table:f', 'lámpara de mesa:f'],
    leaf: ['Table lamps', 'Tischlampen', 'Lampes de table', 'Lámparas de mesa'],
    group: LIGHTING,
    priceUsd: [25, 190],
    count: 24,
    materials: ['ceramic', 'glass', 'brass', 'steel', 'oak', 'linen', 'paper'],
    colors: LAMP_COLORS,
    colorChoices: 2,
    traits: { '*': ['dimmable', 'compact'] },
    care: WIPE,
    axes: [height('Sie', 'Elle', 28, 35, 42, 55), SOCKET, WATTAGE],
    uses: [
      [
        'For bedside, desk or window sill.',
        'Für Nachttisch, Schreibtisch oder Fensterbank.',
        'Pour la table de chevet, le bureau ou le rebord de fenêtre.',
        'Para la mesilla, el escritorio o el alféizar.',
      ],
      [
        'The switch sits on the cable.',
        'Der Schalter sitzt am Kabel.',
        'L’interrupteur se trouve sur le câble.',
        'El interruptor está en el cable.',
      ],
    ],
  },
  {
    id: 'floor-lamp',
    noun: ['floor lamp', 'Stehlampe:f', 'lampadaire:m', 'lámpara de pie:f'],
    leaf: ['Floor lamps', 'Stehlampen', 'Lampadaires', 'Lámparas de pie'],
    group: LIGHTING,
    priceUsd: [59, 380],
    materials: ['steel', 'brass', 'oak', 'bamboo', 'marble'],
    colors: LAMP_COLORS,
    traits: { '*': ['dimmable', 'adjustable'] },
    care: WIPE,
    bulky: true,
    axes: [height('Sie', 'Il', 140, 155, 170), SOCKET, WATTAGE],
    uses: [
      [
        'It lights a reading corner from above.',
        'Sie beleuchtet eine Leseecke von oben.',
        'Il éclaire un coin lecture par le haut.',
        'Ilumina un rincón de lectura desde arriba.',
      ],
      [
        'A foot switch turns it on.',
        'Ein Fußschalter schaltet sie ein.',
        'Un interrupteur au pied l’allume.',
        'Se enciende con un interruptor de pie.',
      ],
    ],
  },
  {
    id: 'pendant-lamp',
    noun: ['pendant lamp', 'Hängelampe:f', 'suspension:f', 'lámpara colgante:f'],
    leaf: ['Pendant lamps', 'Hängelampen', 'Suspensions', 'Lámparas colgantes'],
    group: LIGHTING,
    priceUsd: [39, 290],
    materials: ['glass', 'rattan', 'brass', 'paper', 'steel', 'enamel'],
    colors: LAMP_COLORS,
    traits: { '*': ['dimmable', 'adjustable'] },
    care: WIPE,
    axes: [
      {
        attribute: 'diameter',
        values: quantities('cm', 25, 35, 45, 60),
        sentence: [
          'The shade is {value} across.',
          'Der Schirm hat {value} Durchmesser.',
          'L’abat-jour fait {value} de diamètre.',
          'La pantalla mide {value} de diámetro.',
        ],
        priceStep: 0.12,
      },
      SOCKET,
    ],
    uses: [
      [
        'It hangs over a dining table or in a hall.',
        'Sie hängt über dem Esstisch oder im Flur.',
        'Elle se suspend au-dessus d’une table ou dans une entrée.',
        'Se cuelga sobre la mesa o en el recibidor.',
      ],
      [
        'The cable can be shortened to the height you need.',
        'Das Kabel lässt sich auf die nötige Höhe kürzen.',
        'Le câble se raccourcit à la hauteur voulue.',
        'El cable se puede acortar a la altura necesaria.',
      ],
    ],
  },
  {
    id: 'vase',
    noun: ['vase', 'Vase:f', 'vase:m', 'jarrón:m'],
    leaf: ['Vases', 'Vasen', 'Vases', 'Jarrones'],
    group: DECORATION,
    priceUsd: [15, 140],
    count: 18,
    materials: ['glass', 'ceramic', 'porcelain', 'marble'],
    colors: ['white', 'blue', 'green', 'off-white', 'black', 'turquoise', 'pink', 'yellow', 'red'],
    colorChoices: 2,
    traits: { ceramic: ['handmade'], '*': ['handmade'] },
    care: WIPE,
    axes: [height('Sie', 'Il', 12, 18, 25, 32)],
    uses: [
      [
        'Made for a bunch of flowers or a single branch.',
        'Gedacht für einen Strauß oder einen einzelnen Zweig.',
        'Fait pour un bouquet ou une seule branche.',
        'Hecho para un ramo o una sola rama.',
      ],
      [
        'The inside is watertight.',
        'Innen ist sie wasserfest.',
        'L’intérieur est étanche.',
        'El interior es estanco.',
      ],
    ],
  },
  {
    id: 'candle',
    noun: ['scented candle', 'Duftkerze:f', 'bougie parfumée:f', 'vela perfumada:f'],
    leaf: ['Candles', 'Kerzen', 'Bougies', 'Velas'],
    group: DECORATION,
    priceUsd: [9, 65],
    count: 18,
    materials: ['soy wax', 'beeswax'],
    colors: ['off-white', 'white', 'green', 'red', 'yellow', 'blue'],
    traits: { 'soy wax': ['vegan'] },
    axes: [
      {
        attribute: 'fragrance',
        values: [
          ['fig', 'Feige', 'figue', 'higo'],
          ['cedar', 'Zeder', 'cèdre', 'cedro'],
          ['vanilla', 'Vanille', 'vanille', 'vainilla'],
          ['linen blossom', 'Leinblüte', 'fleur de lin', 'flor de lino'],
          ['sandalwood', 'Sandelholz', 'santal', 'sándalo'],
        ],
        sentence: ['The scent: {value}.', 'Der Duft: {value}.', 'Le parfum : {value}.', 'El aroma: {value}.'],
      },
      {
        attribute: 'burning time',
        values: quantities('h', 25, 40, 60),
        sentence: [
          'It burns for about {value}.',
          'Sie brennt etwa {value}.',
          'Elle brûle environ {value}.',
          'Arde unas {value}.',
        ],
        priceStep: 0.2,
      },
    ],
    uses: [
      [
        'The wick is made of cotton.',
        'Der Docht ist aus Baumwolle.',
        'La mèche est en coton.',
        'La mecha es de algodón.',
      ],
      [
        'It comes in a glass that can be used again.',
        'Sie steckt in einem Glas, das sich weiterverwenden lässt.',
        'Elle est coulée dans un verre réutilisable.',
        'Viene en un vaso que se puede reutilizar.',
      ],
    ],
  },
  {
    id: 'mirror',
    noun: ['mirror', 'Spiegel:m', 'miroir:m', 'espejo:m'],
    leaf: ['Mirrors', 'Spiegel', 'Miroirs', 'Espejos'],
    group: DECORATION,
    priceUsd: [29, 260],
    materials: ['oak', 'brass', 'steel', 'walnut', 'rattan'],
    care: WIPE,
    axes: [
      {
        attribute: 'shape',
        values: [
          ['round', 'rund', 'rond', 'redondo'],
          ['rectangular', 'rechteckig', 'rectangulaire', 'rectangular'],
          ['oval', 'oval', 'ovale', 'ovalado'],
        ],
        sentence: [
          'The shape is {value}.',
          'Die Form ist {value}.',
          'La forme : {value}.',
          'La forma: {value}.',
        ],
      },
      height('Er', 'Il', 40, 60, 80, 120),
    ],
    uses: [
      [
        'Screws and wall plugs come with it.',
        'Schrauben und Dübel liegen bei.',
        'Vis et chevilles sont fournies.',
        'Incluye tornillos y tacos.',
      ],
      [
        'It makes a narrow hall wider.',
        'Er macht einen schmalen Flur weiter.',
        'Il agrandit une entrée étroite.',
        'Da amplitud a un pasillo estrecho.',
      ],
    ],
  },
  {
    id: 'wall-clock',
    noun: ['wall clock', 'Wanduhr:f', 'horloge murale:f', 'reloj de pared:m'],
    leaf: ['Wall clocks', 'Wanduhren', 'Horloges murales', 'Relojes de pared'],
    group: DECORATION,
    priceUsd: [19, 150],
    materials: ['oak', 'walnut', 'steel', 'plastic', 'brass'],
    colors: ['white', 'black', 'off-white', 'green', 'blue', 'red'],
    traits: { '*': ['quiet'] },
    care: WIPE,
    axes: [
      {
        attribute: 'diameter',
        values: quantities('cm', 22, 28, 34, 45),
        sentence: [
          'The dial is {value} across.',
          'Das Zifferblatt misst {value}.',
          'Le cadran mesure {value}.',
          'La esfera mide {value}.',
        ],
        priceStep: 0.12,
      },
    ],
    uses: [
      [
        'One AA battery lasts about a year.',
        'Eine AA-Batterie reicht etwa ein Jahr.',
        'Une pile AA dure environ un an.',
        'Una pila AA dura cerca de un año.',
      ],
      [
        'The hands are easy to read from across a room.',
        'Die Zeiger sind quer durch den Raum gut zu lesen.',
        'Les aiguilles se lisent bien de loin.',
        'Las agujas se leen bien desde lejos.',
      ],
    ],
  },
];

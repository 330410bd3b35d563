import type { ProductType } from '../product-type.ts';
import { counted, everywhere, quantities, type Words } from '../words.ts';

const CAMPING_GROUP: Words = ['Camping', 'Camping', 'Camping', 'Acampada'];
const COLORS = ['green', 'olive', 'orange', 'blue', 'red', 'grey', 'yellow', 'beige'];
const SHORT: Words = ['{value}', '{value}', '{value}', '{value}'];

/** A night outside and what it takes. */
export const CAMPING: readonly ProductType[] = [
  {
    id: 'tent',
    noun: ['tent', 'Zelt:n', 'tente:f', 'tienda de campaña:f'],
    leaf: ['Tents', 'Zelte', 'Tentes', 'Tiendas de campaña'],
    group: CAMPING_GROUP,
    priceUsd: [79, 690],
    count: 18,
    materials: ['nylon', 'polyester', 'recycled polyester'],
    colors: COLORS,
    traits: { '*': ['light', 'windproof', 'waterproof'] },
    axes: [
      {
        attribute: 'persons',
        values: counted(['persons', 'Personen', 'personnes', 'personas'], 2, 3, 4, 6),
        title: ['for {value}', 'für {value}', 'pour {value}', 'para {value}'],
        sentence: [
          'There is room for {value} to sleep.',
          'Es bietet Schlafplatz für {value}.',
          'On y dort à {value}.',
          'Hay sitio para dormir {value}.',
        ],
        priceStep: 0.22,
      },
      {
        attribute: 'seasons',
        values: counted(['seasons', 'Jahreszeiten', 'saisons', 'estaciones'], 2, 3, 4),
        sentence: [
          'Made for {value}.',
          'Gemacht für {value}.',
          'Conçue pour {value}.',
          'Pensada para {value}.',
        ],
        priceStep: 0.15,
      },
    ],
    uses: [
      [
        'It stands in about ten minutes.',
        'Es steht in etwa zehn Minuten.',
        'Elle se monte en une dizaine de minutes.',
        'Se monta en unos diez minutos.',
      ],
      [
        'Nets keep mosquitoes out at both doors.',
        'Netze halten an beiden Eingängen Mücken fern.',
        'Des moustiquaires ferment les deux entrées.',
        'Las dos puertas llevan mosquitera.',
      ],
    ],
  },
  {
    id: 'sleeping-bag',
    noun: ['sleeping bag', 'Schlafsack:m', 'sac de couchage:m', 'saco de dormir:m'],
    leaf: ['Sleeping bags', 'Schlafsäcke', 'Sacs de couchage', 'Sacos de dormir'],
    group: CAMPING_GROUP,
    priceUsd: [39, 390],
    materials: ['down', 'polyester', 'recycled polyester'],
    colors: COLORS,
    colorChoices: 2,
    traits: { down: ['warm', 'light'], '*': ['warm', 'compact'] },
    care: { '*': 'machine wash 30 °C' },
    axes: [
      {
        attribute: 'comfort temperature',
        values: quantities('°C', 10, 5, 0, -7),
        sentence: [
          'It is comfortable down to {value}.',
          'Der Komfortbereich reicht bis {value}.',
          'La température de confort est de {value}.',
          'La temperatura de confort es de {value}.',
        ],
        priceStep: 0.25,
      },
    ],
    uses: [
      [
        'The zip opens from the foot end too.',
        'Der Reißverschluss öffnet auch am Fußende.',
        'La fermeture s’ouvre aussi aux pieds.',
        'La cremallera se abre también por los pies.',
      ],
      [
        'A sack for packing it comes along.',
        'Ein Packsack gehört dazu.',
        'Une housse de transport est fournie.',
        'Incluye una bolsa de transporte.',
      ],
    ],
  },
  {
    id: 'sleeping-mat',
    noun: ['sleeping mat', 'Isomatte:f', 'matelas de camping:m', 'esterilla de acampada:f'],
    leaf: ['Sleeping mats', 'Isomatten', 'Matelas de camping', 'Esterillas de acampada'],
    group: CAMPING_GROUP,
    priceUsd: [19, 190],
    materials: ['nylon', 'polyester', 'rubber'],
    colors: COLORS,
    traits: { '*': ['foldable', 'light'] },
    care: { '*': 'wipe clean' },
    axes: [
      {
        attribute: 'thickness',
        values: quantities('cm', 2, 5, 7.5, 10),
        title: SHORT,
        sentence: [
          'It is {value} thick.',
          'Sie ist {value} dick.',
          'Il fait {value} d’épaisseur.',
          'Tiene {value} de grosor.',
        ],
        priceStep: 0.25,
      },
    ],
    uses: [
      [
        'It keeps the cold of the ground away.',
        'Sie hält die Kälte des Bodens ab.',
        'Il isole du froid du sol.',
        'Aísla del frío del suelo.',
      ],
      [
        'Straps hold it together when rolled up.',
        'Riemen halten sie aufgerollt zusammen.',
        'Des sangles le maintiennent roulé.',
        'Unas correas la sujetan enrollada.',
      ],
    ],
  },
  {
    id: 'headlamp',
    noun: ['headlamp', 'Stirnlampe:f', 'lampe frontale:f', 'linterna frontal:f'],
    leaf: ['Headlamps', 'Stirnlampen', 'Lampes frontales', 'Linternas frontales'],
    group: CAMPING_GROUP,
    priceUsd: [19, 110],
    materials: ['plastic', 'aluminium'],
    colors: ['black', 'red', 'blue', 'green', 'orange', 'grey'],
    colorChoices: 2,
    traits: { '*': ['light', 'rechargeable', 'dimmable'] },
    axes: [
      {
        attribute: 'brightness',
        values: quantities('lm', 200, 350, 600),
        title: SHORT,
        sentence: [
          'It shines with up to {value}.',
          'Sie leuchtet mit bis zu {value}.',
          'Elle éclaire jusqu’à {value}.',
          'Ilumina con hasta {value}.',
        ],
        priceStep: 0.3,
      },
      {
        attribute: 'water rating',
        values: ['IPX4', 'IPX6', 'IPX8'].map(everywhere),
        sentence: [
          'Protected against water to {value}.',
          'Schutz gegen Wasser nach {value}.',
          'Protection contre l’eau : {value}.',
          'Protección contra el agua: {value}.',
        ],
      },
    ],
    uses: [
      [
        'The head tilts to light the path or the book.',
        'Der Kopf lässt sich zum Weg oder zum Buch neigen.',
        'La tête s’incline vers le chemin ou le livre.',
        'El foco se inclina hacia el camino o el libro.',
      ],
      [
        'The band can be washed.',
        'Das Band lässt sich waschen.',
        'Le bandeau est lavable.',
        'La cinta se puede lavar.',
      ],
    ],
  },
  {
    id: 'camping-stove',
    noun: ['camping stove', 'Campingkocher:m', 'réchaud de camping:m', 'hornillo de acampada:m'],
    leaf: ['Camping stoves', 'Campingkocher', 'Réchauds', 'Hornillos'],
    group: CAMPING_GROUP,
    priceUsd: [25, 170],
    materials: ['stainless steel', 'aluminium', 'titanium'],
    traits: { titanium: ['light'], '*': ['foldable', 'compact'] },
    care: { '*': 'wipe clean' },
    axes: [
      {
        attribute: 'wattage',
        values: quantities('W', 2200, 2800, 3500),
        sentence: [
          'The burner gives {value}.',
          'Der Brenner leistet {value}.',
          'Le brûleur délivre {value}.',
          'El quemador da {value}.',
        ],
        priceStep: 0.18,
      },
    ],
    uses: [
      [
        'It runs on screw-on gas cartridges, which are not included.',
        'Er läuft mit Schraubkartuschen, die nicht beiliegen.',
        'Il fonctionne avec des cartouches à visser, non fournies.',
        'Funciona con cartuchos de rosca, no incluidos.',
      ],
      [
        'Three arms carry the pot.',
        'Drei Arme tragen den Topf.',
        'Trois bras portent la casserole.',
        'Tres brazos sostienen la olla.',
      ],
    ],
  },
  {
    id: 'water-bottle',
    noun: ['water bottle', 'Trinkflasche:f', 'gourde:f', 'botella de agua:f'],
    leaf: ['Water bottles', 'Trinkflaschen', 'Gourdes', 'Botellas de agua'],
    group: CAMPING_GROUP,
    priceUsd: [12, 55],
    count: 18,
    materials: ['stainless steel', 'aluminium', 'plastic', 'glass'],
    colors: [...COLORS, 'black', 'white', 'pink', 'turquoise'],
    colorChoices: 4,
    traits: { 'stainless steel': ['insulated'], aluminium: ['light'], plastic: ['light', 'dishwasher safe'] },
    axes: [
      {
        attribute: 'capacity',
        values: quantities('ml', 350, 500, 750, 1000),
        title: SHORT,
        sentence: [
          'It holds {value}.',
          'Sie fasst {value}.',
          'Elle contient {value}.',
          'Tiene una capacidad de {value}.',
        ],
        choices: 2,
        priceStep: 0.15,
      },
    ],
    uses: [
      [
        'The lid is tight even when it lies on its side.',
        'Der Deckel hält auch im Liegen dicht.',
        'Le bouchon reste étanche même couché.',
        'El tapón no gotea ni tumbado.',
      ],
      [
        'Wide enough for ice cubes.',
        'Weit genug für Eiswürfel.',
        'Assez large pour des glaçons.',
        'Lo bastante ancha para cubitos de hielo.',
      ],
    ],
  },
];

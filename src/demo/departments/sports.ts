import type { ProductType } from '../product-type.ts';
import { everywhere, quantities, type Words } from '../words.ts';

const FITNESS: Words = ['Fitness & yoga', 'Fitness & Yoga', 'Fitness et yoga', 'Fitness y yoga'];
const OUTDOOR: Words = [
  'Cycling & hiking',
  'Radfahren & Wandern',
  'Vélo et randonnée',
  'Ciclismo y senderismo',
];
const BALLS: Words = ['Ball games', 'Ballsport', 'Jeux de ballon', 'Juegos de pelota'];
const COLORS = ['blue', 'green', 'purple', 'pink', 'black', 'grey', 'red', 'turquoise', 'orange'];
const SHORT: Words = ['{value}', '{value}', '{value}', '{value}'];

/** Moving about, indoors and out. */
export const SPORTS: readonly ProductType[] = [
  {
    id: 'yoga-mat',
    noun: ['yoga mat', 'Yogamatte:f', 'tapis de yoga:m', 'esterilla de yoga:f'],
    leaf: ['Yoga mats', 'Yogamatten', 'Tapis de yoga', 'Esterillas de yoga'],
    group: FITNESS,
    priceUsd: [19, 120],
    count: 16,
    materials: ['rubber', 'cork', 'wool', 'cotton'],
    colors: COLORS,
    colorChoices: 3,
    traits: { rubber: ['non-slip'], cork: ['non-slip'], wool: ['warm'], cotton: ['light'] },
    care: { wool: 'hand wash', cotton: 'machine wash 30 °C', '*': 'wipe clean' },
    axes: [
      {
        attribute: 'thickness',
        values: quantities('mm', 3, 4, 6),
        title: SHORT,
        sentence: [
          'It is {value} thick.',
          'Sie ist {value} dick.',
          'Il fait {value} d’épaisseur.',
          'Tiene {value} de grosor.',
        ],
        priceStep: 0.12,
      },
    ],
    uses: [
      ['It measures 183 × 61 cm.', 'Sie misst 183 × 61 cm.', 'Il mesure 183 × 61 cm.', 'Mide 183 × 61 cm.'],
      [
        'A strap for carrying is included.',
        'Ein Trageriemen liegt bei.',
        'Une sangle de transport est fournie.',
        'Incluye una correa para llevarla.',
      ],
    ],
  },
  {
    id: 'dumbbells',
    noun: ['dumbbells:p', 'Kurzhanteln:p', 'haltères:mp', 'mancuernas:fp'],
    leaf: ['Dumbbells', 'Kurzhanteln', 'Haltères', 'Mancuernas'],
    group: FITNESS,
    priceUsd: [15, 160],
    materials: ['iron', 'rubber', 'steel'],
    colors: COLORS,
    traits: { '*': ['durable'] },
    care: { '*': 'wipe clean' },
    axes: [
      {
        attribute: 'weight',
        values: quantities('kg', 2, 4, 6, 10),
        sentence: [
          'Each weighs {value}.',
          'Jede wiegt {value}.',
          'Chacun pèse {value}.',
          'Cada una pesa {value}.',
        ],
        choices: 4,
        priceStep: 0.5,
      },
    ],
    uses: [
      ['Sold as a pair.', 'Sie werden als Paar geliefert.', 'Vendus par paire.', 'Se venden por pares.'],
      [
        'The ends are flat, so they do not roll away.',
        'Die Enden sind flach, so rollen sie nicht weg.',
        'Les bouts sont plats, ils ne roulent pas.',
        'Los extremos son planos y no ruedan.',
      ],
    ],
  },
  {
    id: 'leggings',
    noun: ['leggings:p', 'Leggings:f', 'legging:m', 'mallas:fp'],
    leaf: ['Sports leggings', 'Sportleggings', 'Leggings de sport', 'Mallas deportivas'],
    group: FITNESS,
    priceUsd: [25, 95],
    materials: ['recycled polyester', 'nylon', 'merino'],
    colors: [...COLORS, 'navy'],
    colorChoices: 3,
    styles: ['sporty', 'minimalist'],
    genders: ['women', 'men'],
    sizes: 'clothing',
    traits: { merino: ['warm', 'breathable'], '*': ['breathable', 'light'] },
    care: { merino: 'hand wash', '*': 'machine wash 30 °C' },
    uses: [
      [
        'A pocket at the waistband takes keys.',
        'Eine Tasche am Bund nimmt Schlüssel auf.',
        'Une poche à la taille garde les clés.',
        'Un bolsillo en la cintura guarda las llaves.',
      ],
      [
        'The wide waistband stays in place.',
        'Der breite Bund bleibt, wo er ist.',
        'La large ceinture reste en place.',
        'La cintura ancha no se mueve.',
      ],
    ],
  },
  {
    id: 'bicycle-helmet',
    noun: ['bicycle helmet', 'Fahrradhelm:m', 'casque de vélo:m', 'casco de bicicleta:m'],
    leaf: ['Bicycle helmets', 'Fahrradhelme', 'Casques de vélo', 'Cascos de bicicleta'],
    group: OUTDOOR,
    priceUsd: [29, 190],
    materials: ['plastic'],
    colors: [...COLORS, 'white', 'yellow'],
    colorChoices: 3,
    genders: ['unisex', 'kids'],
    traits: { '*': ['light', 'adjustable'] },
    care: { '*': 'wipe clean' },
    axes: [
      { attribute: 'head size', values: ['48–54 cm', '54–58 cm', '58–62 cm'].map(everywhere), choices: 3 },
    ],
    uses: [
      [
        'A light is set into the back.',
        'Hinten ist ein Licht eingelassen.',
        'Un feu est intégré à l’arrière.',
        'Lleva una luz integrada detrás.',
      ],
      [
        'The padding comes out for washing.',
        'Die Polster lassen sich zum Waschen herausnehmen.',
        'Les mousses se retirent pour le lavage.',
        'Las almohadillas se sacan para lavarlas.',
      ],
    ],
  },
  {
    id: 'hiking-poles',
    noun: ['hiking poles:p', 'Wanderstöcke:p', 'bâtons de randonnée:mp', 'bastones de senderismo:mp'],
    leaf: ['Hiking poles', 'Wanderstöcke', 'Bâtons de randonnée', 'Bastones de senderismo'],
    group: OUTDOOR,
    priceUsd: [25, 160],
    materials: ['aluminium', 'titanium', 'bamboo'],
    colors: ['black', 'red', 'blue', 'green', 'orange', 'grey'],
    styles: ['sporty', 'classic'],
    traits: { aluminium: ['light'], titanium: ['light'], '*': ['foldable', 'adjustable'] },
    care: { '*': 'wipe clean' },
    axes: [
      {
        attribute: 'length',
        values: quantities('cm', 120, 130, 135),
        sentence: [
          'They reach up to {value}.',
          'Sie reichen bis {value}.',
          'Ils atteignent {value}.',
          'Alcanzan {value}.',
        ],
      },
    ],
    uses: [
      [
        'The grips are made of cork.',
        'Die Griffe sind aus Kork.',
        'Les poignées sont en liège.',
        'Las empuñaduras son de corcho.',
      ],
      [
        'Rubber tips for asphalt come along.',
        'Gummikappen für Asphalt liegen bei.',
        'Des embouts pour l’asphalte sont fournis.',
        'Incluyen puntas de goma para asfalto.',
      ],
    ],
  },
  {
    id: 'football',
    noun: ['football', 'Fußball:m', 'ballon de football:m', 'balón de fútbol:m'],
    leaf: ['Footballs', 'Fußbälle', 'Ballons de football', 'Balones de fútbol'],
    group: BALLS,
    priceUsd: [15, 95],
    materials: ['rubber', 'leather', 'polyester'],
    colors: ['white', 'red', 'blue', 'yellow', 'green', 'orange'],
    styles: ['sporty', 'classic'],
    traits: { '*': ['durable'] },
    care: { '*': 'wipe clean' },
    axes: [
      {
        attribute: 'ball size',
        values: ['3', '4', '5'].map(everywhere),
        sentence: [
          'The size is {value}.',
          'Die Größe ist {value}.',
          'La taille est {value}.',
          'La talla es {value}.',
        ],
      },
    ],
    uses: [
      [
        'The bladder holds air for weeks.',
        'Die Blase hält wochenlang Luft.',
        'La vessie garde l’air pendant des semaines.',
        'La cámara mantiene el aire durante semanas.',
      ],
      [
        'For grass, gravel and school yards.',
        'Für Rasen, Schotter und Schulhöfe.',
        'Pour l’herbe, le gravier et les cours d’école.',
        'Para césped, grava y patios de colegio.',
      ],
    ],
  },
];

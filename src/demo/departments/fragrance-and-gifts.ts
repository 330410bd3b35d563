import type { Axis, ProductType } from '../product-type.ts';
import { quantities, type Words } from '../words.ts';

const FRAGRANCE: Words = ['Fragrance & bath', 'Duft & Bad', 'Parfums et bain', 'Fragancia y baño'];
const MAKE_UP: Words = ['Make-up', 'Make-up', 'Maquillage', 'Maquillaje'];
const GIFTS: Words = ['Gift sets', 'Geschenksets', 'Coffrets cadeaux', 'Estuches de regalo'];
const SHORT: Words = ['{value}', '{value}', '{value}', '{value}'];

const SCENT: Axis = {
  attribute: 'fragrance',
  values: [
    ['jasmine', 'Jasmin', 'jasmin', 'jazmín'],
    ['bergamot', 'Bergamotte', 'bergamote', 'bergamota'],
    ['cedar', 'Zeder', 'cèdre', 'cedro'],
    ['vanilla', 'Vanille', 'vanille', 'vainilla'],
    ['verbena', 'Verbene', 'verveine', 'verbena'],
    ['rosemary', 'Rosmarin', 'romarin', 'romero'],
  ],
  sentence: ['The scent: {value}.', 'Der Duft: {value}.', 'Le parfum : {value}.', 'El aroma: {value}.'],
};

const RECIPIENT: Axis = {
  attribute: 'recipient',
  values: [
    ['mother', 'Mutter', 'mère', 'madre'],
    ['grandmother', 'Großmutter', 'grand-mère', 'abuela'],
    ['father', 'Vater', 'père', 'padre'],
    ['friend', 'Freundin oder Freund', 'ami ou amie', 'amigo o amiga'],
    ['sister', 'Schwester', 'sœur', 'hermana'],
  ],
  sentence: [
    'Present for: {value}.',
    'Geschenk für: {value}.',
    'Cadeau pour : {value}.',
    'Regalo para: {value}.',
  ],
};

const OCCASION: Axis = {
  attribute: 'occasion',
  values: [
    ['birthday', 'Geburtstag', 'anniversaire', 'cumpleaños'],
    ["mother's day", 'Muttertag', 'fête des mères', 'día de la madre'],
    ['christmas', 'Weihnachten', 'Noël', 'Navidad'],
    ['wedding', 'Hochzeit', 'mariage', 'boda'],
  ],
  sentence: ['Occasion: {value}.', 'Anlass: {value}.', 'Occasion : {value}.', 'Ocasión: {value}.'],
};

/** What smells good, colours lips, and is given away. */
export const FRAGRANCE_AND_GIFTS: readonly ProductType[] = [
  {
    id: 'perfume',
    noun: ['eau de parfum', 'Eau de Parfum:n', 'eau de parfum:f', 'agua de perfume:f'],
    leaf: ['Perfumes', 'Parfums', 'Parfums', 'Perfumes'],
    group: FRAGRANCE,
    priceUsd: [29, 180],
    count: 16,
    genders: ['women', 'men', 'unisex'],
    traits: { '*': ['vegan'] },
    axes: [SCENT, { attribute: 'volume', values: quantities('ml', 30, 50, 100), choices: 3, priceStep: 0.4 }],
    uses: [
      [
        'The bottle sprays finely and can be refilled.',
        'Der Flakon zerstäubt fein und ist nachfüllbar.',
        'Le flacon vaporise finement et se recharge.',
        'El frasco pulveriza fino y se puede rellenar.',
      ],
      [
        'A spray or two on the wrist is enough.',
        'Ein, zwei Sprühstöße aufs Handgelenk genügen.',
        'Une ou deux pressions au poignet suffisent.',
        'Basta con una o dos pulverizaciones en la muñeca.',
      ],
    ],
  },
  {
    id: 'soap',
    noun: ['bar soap', 'Seife:f', 'savon:m', 'jabón:m'],
    leaf: ['Soaps', 'Seifen', 'Savons', 'Jabones'],
    group: FRAGRANCE,
    priceUsd: [4, 22],
    traits: { '*': ['vegan', 'handmade'] },
    axes: [
      SCENT,
      {
        attribute: 'weight',
        values: quantities('g', 90, 120, 150),
        title: SHORT,
        sentence: [
          'One bar weighs {value}.',
          'Ein Stück wiegt {value}.',
          'Un pain pèse {value}.',
          'Una pastilla pesa {value}.',
        ],
      },
    ],
    uses: [
      ['For hands and body.', 'Für Hände und Körper.', 'Pour les mains et le corps.', 'Para manos y cuerpo.'],
      [
        'Wrapped in paper, without plastic.',
        'In Papier verpackt, ohne Kunststoff.',
        'Emballé dans du papier, sans plastique.',
        'Envuelto en papel, sin plástico.',
      ],
    ],
  },
  {
    id: 'bath-salts',
    noun: ['bath salts:p', 'Badesalz:n', 'sels de bain:mp', 'sales de baño:fp'],
    leaf: ['Bath salts', 'Badesalze', 'Sels de bain', 'Sales de baño'],
    group: FRAGRANCE,
    priceUsd: [8, 38],
    traits: { '*': ['vegan'] },
    axes: [
      SCENT,
      {
        attribute: 'weight',
        values: quantities('g', 300, 500, 900),
        title: SHORT,
        sentence: [
          'The jar holds {value}.',
          'Das Glas enthält {value}.',
          'Le bocal contient {value}.',
          'El tarro contiene {value}.',
        ],
        priceStep: 0.3,
      },
    ],
    uses: [
      [
        'Two spoons are enough for a full tub.',
        'Zwei Löffel reichen für eine volle Wanne.',
        'Deux cuillères suffisent pour un bain.',
        'Dos cucharadas bastan para una bañera.',
      ],
      [
        'Coarse grains that dissolve slowly.',
        'Grobe Körner, die sich langsam lösen.',
        'De gros grains qui fondent lentement.',
        'Granos gruesos que se disuelven despacio.',
      ],
    ],
  },
  {
    id: 'lipstick',
    noun: ['lipstick', 'Lippenstift:m', 'rouge à lèvres:m', 'barra de labios:f'],
    leaf: ['Lipsticks', 'Lippenstifte', 'Rouges à lèvres', 'Barras de labios'],
    group: MAKE_UP,
    priceUsd: [9, 48],
    colors: ['red', 'pink', 'burgundy', 'orange', 'brown', 'purple'],
    colorChoices: 4,
    traits: { '*': ['vegan', 'fragrance-free'] },
    axes: [
      {
        attribute: 'finish',
        values: [
          ['matte', 'matt', 'mat', 'mate'],
          ['satin', 'seidig', 'satiné', 'satinado'],
          ['glossy', 'glänzend', 'brillant', 'brillante'],
        ],
        sentence: [
          'The finish is {value}.',
          'Das Finish ist {value}.',
          'Le fini est {value}.',
          'El acabado es {value}.',
        ],
      },
    ],
    uses: [
      [
        'The refill changes in a moment.',
        'Die Mine ist schnell gewechselt.',
        'La recharge se change en un instant.',
        'El recambio se pone en un momento.',
      ],
      [
        'The tip is cut for clean edges.',
        'Die Spitze ist für klare Konturen geschnitten.',
        'La pointe est taillée pour un contour net.',
        'La punta está cortada para un contorno limpio.',
      ],
    ],
  },
  {
    id: 'gift-set',
    noun: ['bath gift set', 'Bade-Geschenkset:n', 'coffret cadeau de bain:m', 'estuche de regalo de baño:m'],
    leaf: ['Bath gift sets', 'Bade-Geschenksets', 'Coffrets de bain', 'Estuches de baño'],
    group: GIFTS,
    priceUsd: [19, 110],
    count: 20,
    traits: { '*': ['vegan', 'handmade'] },
    axes: [RECIPIENT, OCCASION, SCENT],
    uses: [
      [
        'Inside: a soap, bath salts and a hand cream.',
        'Darin: eine Seife, Badesalz und eine Handcreme.',
        'À l’intérieur : un savon, des sels de bain et une crème pour les mains.',
        'Dentro: un jabón, sales de baño y una crema de manos.',
      ],
      [
        'It comes in a box with a ribbon.',
        'Es kommt in einer Schachtel mit Band.',
        'Il est livré dans une boîte avec un ruban.',
        'Viene en una caja con lazo.',
      ],
    ],
  },
  {
    id: 'tea-gift-box',
    noun: ['tea gift box', 'Tee-Geschenkbox:f', 'coffret de thés:m', 'caja de tés:f'],
    leaf: ['Tea gift boxes', 'Tee-Geschenkboxen', 'Coffrets de thés', 'Cajas de tés'],
    group: GIFTS,
    priceUsd: [15, 75],
    count: 16,
    axes: [
      RECIPIENT,
      {
        attribute: 'flavour',
        values: [
          ['black tea', 'Schwarztee', 'thé noir', 'té negro'],
          ['green tea', 'Grüntee', 'thé vert', 'té verde'],
          ['fruit tea', 'Früchtetee', 'infusion de fruits', 'infusión de frutas'],
          ['herbal tea', 'Kräutertee', 'tisane', 'infusión de hierbas'],
        ],
        sentence: [
          'Most of it is {value}.',
          'Vor allem {value}.',
          'Surtout : {value}.',
          'Sobre todo {value}.',
        ],
      },
      {
        attribute: 'pack',
        values: ['6', '9', '12'].map(
          (count): Words => [`${count} teas`, `${count} Sorten`, `${count} sortes`, `${count} variedades`],
        ),
        title: ['with {value}', 'mit {value}', 'avec {value}', 'con {value}'],
        priceStep: 0.25,
      },
    ],
    uses: [
      [
        'Each tea comes in a tin of its own.',
        'Jeder Tee steckt in einer eigenen Dose.',
        'Chaque thé a sa propre boîte.',
        'Cada té viene en su propia lata.',
      ],
      [
        'A card tells how long each one steeps.',
        'Eine Karte nennt die Ziehzeiten.',
        'Une carte indique les temps d’infusion.',
        'Una tarjeta indica el tiempo de infusión.',
      ],
    ],
  },
];

import { BRIGHT_COLORS, CALM_COLORS } from '../palette.ts';
import type { ProductType } from '../product-type.ts';
import { TEXTILE_TRAITS } from '../traits.ts';
import { TEXTILE_CARE } from '../vocabulary.ts';
import type { Words } from '../words.ts';

const TOPS: Words = ['Tops', 'Oberteile', 'Hauts', 'Partes de arriba'];
const BOTTOMS: Words = [
  'Dresses & trousers',
  'Kleider & Hosen',
  'Robes et pantalons',
  'Vestidos y pantalones',
];

const ADULTS = ['women', 'men', 'unisex'];
const SLEEVES: readonly Words[] = [
  ['short sleeves', 'kurze Ärmel', 'manches courtes', 'manga corta'],
  ['long sleeves', 'lange Ärmel', 'manches longues', 'manga larga'],
];
const SLEEVE_SENTENCE: Words = [
  'Cut with {value}.',
  'Schnitt: {value}.',
  'Coupe : {value}.',
  'Corte: {value}.',
];

const NECKLINES: readonly Words[] = [
  ['round neck', 'Rundhalsausschnitt', 'col rond', 'cuello redondo'],
  ['V-neck', 'V-Ausschnitt', 'col en V', 'cuello de pico'],
  ['roll neck', 'Rollkragen', 'col roulé', 'cuello alto'],
];
const NECKLINE_SENTENCE: Words = [
  'Neckline: {value}.',
  'Ausschnitt: {value}.',
  'Encolure : {value}.',
  'Escote: {value}.',
];

const FITS: readonly Words[] = [
  ['slim fit', 'schmale Passform', 'coupe ajustée', 'corte ajustado'],
  ['regular fit', 'normale Passform', 'coupe droite', 'corte recto'],
  ['relaxed fit', 'lockere Passform', 'coupe ample', 'corte holgado'],
];
const FIT_SENTENCE: Words = [
  'The cut: {value}.',
  'Der Schnitt: {value}.',
  'La coupe : {value}.',
  'El corte: {value}.',
];

/** Tops, dresses and trousers. */
export const CLOTHING: readonly ProductType[] = [
  {
    id: 'sweater',
    noun: ['sweater', 'Pullover:m', 'pull:m', 'jersey:m'],
    leaf: ['Sweaters', 'Pullover', 'Pulls', 'Jerséis'],
    group: TOPS,
    priceUsd: [29, 190],
    count: 18,
    materials: ['wool', 'merino', 'cashmere', 'cotton', 'organic cotton'],
    colors: [...CALM_COLORS, ...BRIGHT_COLORS],
    colorChoices: 3,
    patterns: ['striped'],
    genders: ['women', 'men'],
    sizes: 'clothing',
    traits: TEXTILE_TRAITS,
    care: TEXTILE_CARE,
    axes: [{ attribute: 'neckline', values: NECKLINES, sentence: NECKLINE_SENTENCE }],
    uses: [
      [
        'Cuffs and hem are ribbed and keep their shape.',
        'Bündchen und Saum sind gerippt und bleiben in Form.',
        'Poignets et bas côtelés gardent leur forme.',
        'Los puños y el bajo acanalados conservan la forma.',
      ],
      [
        'It layers over a shirt.',
        'Er passt über ein Hemd.',
        'Il se superpose à une chemise.',
        'Se puede llevar sobre una camisa.',
      ],
    ],
  },
  {
    id: 't-shirt',
    noun: ['T-shirt', 'T-Shirt:n', 't-shirt:m', 'camiseta:f'],
    leaf: ['T-shirts', 'T-Shirts', 'T-shirts', 'Camisetas'],
    group: TOPS,
    priceUsd: [12, 49],
    count: 18,
    materials: ['cotton', 'organic cotton', 'merino', 'linen'],
    colors: [...CALM_COLORS, ...BRIGHT_COLORS],
    colorChoices: 4,
    patterns: ['striped', 'dotted'],
    genders: [...ADULTS, 'kids'],
    sizes: 'clothing',
    traits: TEXTILE_TRAITS,
    care: TEXTILE_CARE,
    axes: [{ attribute: 'sleeves', values: SLEEVES, sentence: SLEEVE_SENTENCE }],
    uses: [
      [
        'The shoulder seams are taped.',
        'Die Schulternähte sind mit Band verstärkt.',
        'Les coutures d’épaule sont renforcées par une bande.',
        'Las costuras de los hombros llevan cinta de refuerzo.',
      ],
      [
        'For every day, alone or under something else.',
        'Für jeden Tag, allein oder unter etwas anderem.',
        'Pour tous les jours, seul ou sous autre chose.',
        'Para todos los días, sola o debajo de otra prenda.',
      ],
    ],
  },
  {
    id: 'shirt',
    noun: ['shirt', 'Hemd:n', 'chemise:f', 'camisa:f'],
    leaf: ['Shirts', 'Hemden', 'Chemises', 'Camisas'],
    group: TOPS,
    priceUsd: [25, 130],
    materials: ['cotton', 'linen', 'silk', 'organic cotton'],
    colors: ['white', 'blue', 'navy', 'pink', 'green', 'black', 'beige'],
    colorChoices: 3,
    patterns: ['striped', 'checked', 'floral'],
    genders: ['women', 'men'],
    sizes: 'clothing',
    traits: TEXTILE_TRAITS,
    care: TEXTILE_CARE,
    axes: [{ attribute: 'fit', values: FITS, sentence: FIT_SENTENCE }],
    uses: [
      [
        'Buttoned in front, with a turn-down collar.',
        'Vorn geknöpft, mit Umlegekragen.',
        'Boutonnée devant, avec un col rabattu.',
        'Se abotona por delante y tiene cuello vuelto.',
      ],
      [
        'The cuffs close with two buttons.',
        'Die Manschetten schließen mit zwei Knöpfen.',
        'Les poignets se ferment par deux boutons.',
        'Los puños se cierran con dos botones.',
      ],
    ],
  },
  {
    id: 'dress',
    noun: ['dress', 'Kleid:n', 'robe:f', 'vestido:m'],
    leaf: ['Dresses', 'Kleider', 'Robes', 'Vestidos'],
    group: BOTTOMS,
    priceUsd: [35, 220],
    count: 18,
    materials: ['cotton', 'linen', 'silk', 'velvet', 'organic cotton'],
    colors: [...BRIGHT_COLORS, 'black', 'navy', 'white'],
    colorChoices: 2,
    patterns: ['floral', 'dotted', 'striped'],
    genders: ['women'],
    sizes: 'clothing',
    traits: TEXTILE_TRAITS,
    care: TEXTILE_CARE,
    axes: [
      {
        attribute: 'length',
        values: [
          ['knee-length', 'knielang', 'au genou', 'por la rodilla'],
          ['midi', 'midi', 'midi', 'midi'],
          ['ankle-length', 'knöchellang', 'à la cheville', 'hasta el tobillo'],
        ],
        sentence: ['Length: {value}.', 'Länge: {value}.', 'Longueur : {value}.', 'Largo: {value}.'],
      },
      { attribute: 'sleeves', values: SLEEVES, sentence: SLEEVE_SENTENCE },
    ],
    uses: [
      [
        'It has pockets in the side seams.',
        'Es hat Taschen in den Seitennähten.',
        'Elle a des poches dans les coutures latérales.',
        'Tiene bolsillos en las costuras laterales.',
      ],
      [
        'A zip at the back closes it.',
        'Ein Reißverschluss am Rücken schließt es.',
        'Une fermeture éclair la ferme au dos.',
        'Se cierra con una cremallera en la espalda.',
      ],
    ],
  },
  {
    id: 'jeans',
    noun: ['jeans:p', 'Jeans:f', 'jean:m', 'vaqueros:mp'],
    leaf: ['Jeans', 'Jeans', 'Jeans', 'Vaqueros'],
    group: BOTTOMS,
    priceUsd: [35, 140],
    materials: ['denim'],
    colors: ['blue', 'navy', 'black', 'grey', 'white'],
    colorChoices: 2,
    genders: ['women', 'men'],
    sizes: 'clothing',
    care: TEXTILE_CARE,
    axes: [{ attribute: 'fit', values: FITS, sentence: FIT_SENTENCE }],
    uses: [
      [
        'Five pockets, a button and a zip.',
        'Fünf Taschen, ein Knopf und ein Reißverschluss.',
        'Cinq poches, un bouton et une fermeture éclair.',
        'Cinco bolsillos, un botón y una cremallera.',
      ],
      [
        'The seams are stitched twice.',
        'Die Nähte sind doppelt gesteppt.',
        'Les coutures sont piquées deux fois.',
        'Las costuras llevan doble pespunte.',
      ],
    ],
  },
];

import type { Department } from '../product-type.ts';
import { TEXTILE_TRAITS } from '../traits.ts';
import { TEXTILE_CARE } from '../vocabulary.ts';
import { counted, quantities, type Words } from '../words.ts';

const ACCESSORIES: Words = ['Accessories', 'Accessoires', 'Accessoires', 'Accesorios'];
const TOPS: Words = ['Tops', 'Oberteile', 'Hauts', 'Partes de arriba'];
const JACKETS: Words = ['Jackets & coats', 'Jacken & Mäntel', 'Vestes et manteaux', 'Chaquetas y abrigos'];
const BOTTOMS: Words = [
  'Dresses & trousers',
  'Kleider & Hosen',
  'Robes et pantalons',
  'Vestidos y pantalones',
];

const ADULTS = ['women', 'men', 'unisex'];
const CALM = ['black', 'navy', 'grey', 'beige', 'olive', 'white', 'brown'];
const BRIGHT = ['red', 'blue', 'green', 'pink', 'yellow', 'turquoise', 'purple', 'burgundy'];

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

export const FASHION: Department = {
  label: ['Fashion', 'Mode', 'Mode', 'Moda'],
  brands: ['Lumbry', 'Fennimore Lane', 'Tolvik', 'Quillon', 'Maribelle Oake', 'Velmora'],
  styles: ['classic', 'modern', 'minimalist', 'elegant', 'sporty', 'romantic', 'playful'],
  types: [
    {
      id: 'scarf',
      noun: ['scarf', 'Schal:m', 'écharpe:f', 'bufanda:f'],
      leaf: ['Scarves', 'Schals', 'Écharpes', 'Bufandas'],
      group: ACCESSORIES,
      priceUsd: [12, 120],
      count: 34,
      materials: ['wool', 'silk', 'cotton', 'merino', 'cashmere', 'wool', 'linen'],
      colors: [
        'red',
        'blue',
        'navy',
        'green',
        'grey',
        'burgundy',
        'yellow',
        'beige',
        'pink',
        'black',
        'off-white',
      ],
      colorChoices: 3,
      patterns: ['striped', 'checked', 'floral', 'dotted'],
      genders: ADULTS,
      traits: TEXTILE_TRAITS,
      care: TEXTILE_CARE,
      axes: [
        {
          attribute: 'length',
          values: quantities('cm', 150, 170, 180, 200),
          sentence: [
            'It is {value} long.',
            'Er ist {value} lang.',
            'Elle mesure {value} de long.',
            'Mide {value} de largo.',
          ],
        },
      ],
      uses: [
        [
          'Wear it looped once or twice, or loose over the shoulders.',
          'Einmal oder zweimal geschlungen oder lose über den Schultern zu tragen.',
          'Se porte nouée une ou deux fois, ou libre sur les épaules.',
          'Se lleva con una o dos vueltas, o suelta sobre los hombros.',
        ],
        [
          'The edges are hemmed on all four sides.',
          'Alle vier Kanten sind gesäumt.',
          'Les quatre bords sont ourlés.',
          'Los cuatro bordes están rematados.',
        ],
      ],
    },
    {
      id: 'beanie',
      noun: ['beanie', 'Mütze:f', 'bonnet:m', 'gorro:m'],
      leaf: ['Beanies', 'Mützen', 'Bonnets', 'Gorros'],
      group: ACCESSORIES,
      priceUsd: [12, 60],
      materials: ['wool', 'merino', 'cotton', 'cashmere', 'fleece'],
      colors: [...CALM, 'red', 'yellow', 'burgundy'],
      colorChoices: 3,
      genders: [...ADULTS, 'kids'],
      traits: TEXTILE_TRAITS,
      care: TEXTILE_CARE,
      uses: [
        [
          'The ribbed edge can be turned up.',
          'Der gerippte Rand lässt sich umschlagen.',
          'Le bord côtelé se retrousse.',
          'El borde acanalado se puede doblar.',
        ],
        ['It covers the ears.', 'Sie bedeckt die Ohren.', 'Il couvre les oreilles.', 'Cubre las orejas.'],
      ],
    },
    {
      id: 'gloves',
      noun: ['gloves:p', 'Handschuhe:p', 'gants:mp', 'guantes:mp'],
      leaf: ['Gloves', 'Handschuhe', 'Gants', 'Guantes'],
      group: ACCESSORIES,
      priceUsd: [15, 95],
      materials: ['leather', 'wool', 'merino', 'fleece', 'suede'],
      colors: CALM,
      colorChoices: 2,
      genders: ['women', 'men'],
      sizes: 'clothing',
      traits: TEXTILE_TRAITS,
      care: TEXTILE_CARE,
      uses: [
        [
          'Thumb and forefinger work on touch screens.',
          'Daumen und Zeigefinger bedienen Touchscreens.',
          'Le pouce et l’index commandent les écrans tactiles.',
          'El pulgar y el índice funcionan en pantallas táctiles.',
        ],
        [
          'The cuffs reach over the wrist.',
          'Die Bündchen reichen über das Handgelenk.',
          'Les poignets remontent au-dessus de la main.',
          'Los puños cubren la muñeca.',
        ],
      ],
    },
    {
      id: 'socks',
      noun: ['socks:p', 'Socken:p', 'chaussettes:fp', 'calcetines:mp'],
      leaf: ['Socks', 'Socken', 'Chaussettes', 'Calcetines'],
      group: ACCESSORIES,
      priceUsd: [8, 35],
      materials: ['cotton', 'organic cotton', 'merino', 'wool'],
      colors: [...CALM, ...BRIGHT],
      patterns: ['striped', 'dotted', 'checked'],
      genders: ADULTS,
      traits: TEXTILE_TRAITS,
      care: { ...TEXTILE_CARE, cotton: 'machine wash 60 °C' },
      axes: [
        {
          attribute: 'pack',
          values: counted(['pairs', 'Paar', 'paires', 'pares'], 2, 3, 5),
          title: ['{value}', '{value}', '{value}', '{value}'],
          priceStep: 0.3,
        },
      ],
      uses: [
        [
          'Heel and toe are reinforced.',
          'Ferse und Spitze sind verstärkt.',
          'Talon et pointe sont renforcés.',
          'El talón y la puntera están reforzados.',
        ],
        [
          'The cuff holds without pinching.',
          'Das Bündchen hält, ohne einzuschneiden.',
          'Le bord tient sans serrer.',
          'El puño sujeta sin apretar.',
        ],
      ],
    },
    {
      id: 'sweater',
      noun: ['sweater', 'Pullover:m', 'pull:m', 'jersey:m'],
      leaf: ['Sweaters', 'Pullover', 'Pulls', 'Jerséis'],
      group: TOPS,
      priceUsd: [29, 190],
      count: 18,
      materials: ['wool', 'merino', 'cashmere', 'cotton', 'organic cotton'],
      colors: [...CALM, ...BRIGHT],
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
      colors: [...CALM, ...BRIGHT],
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
      colors: [...BRIGHT, 'black', 'navy', 'white'],
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
    {
      id: 'winter-jacket',
      noun: ['winter jacket', 'Winterjacke:f', 'veste d’hiver:f', 'chaqueta de invierno:f'],
      leaf: ['Winter jackets', 'Winterjacken', 'Vestes d’hiver', 'Chaquetas de invierno'],
      group: JACKETS,
      priceUsd: [79, 390],
      materials: ['down', 'recycled polyester', 'wool', 'nylon'],
      colors: [...CALM, 'red', 'burgundy'],
      colorChoices: 3,
      genders: ['women', 'men', 'kids'],
      sizes: 'clothing',
      traits: {
        ...TEXTILE_TRAITS,
        'recycled polyester': ['warm', 'windproof'],
        nylon: ['warm', 'windproof'],
      },
      care: TEXTILE_CARE,
      uses: [
        [
          'The collar closes up to the chin.',
          'Der Kragen schließt bis zum Kinn.',
          'Le col se ferme jusqu’au menton.',
          'El cuello se cierra hasta la barbilla.',
        ],
        [
          'Two outer pockets and one inside close with zips.',
          'Zwei Außentaschen und eine Innentasche schließen mit Reißverschluss.',
          'Deux poches extérieures et une intérieure ferment par une glissière.',
          'Dos bolsillos exteriores y uno interior se cierran con cremallera.',
        ],
      ],
    },
    {
      id: 'raincoat',
      noun: ['raincoat', 'Regenmantel:m', 'imperméable:m', 'chubasquero:m'],
      leaf: ['Raincoats', 'Regenmäntel', 'Imperméables', 'Chubasqueros'],
      group: JACKETS,
      priceUsd: [39, 210],
      materials: ['polyester', 'recycled polyester', 'nylon', 'rubber'],
      colors: ['yellow', 'navy', 'olive', 'red', 'black', 'green'],
      colorChoices: 2,
      genders: [...ADULTS, 'kids'],
      sizes: 'clothing',
      traits: {
        polyester: ['windproof', 'waterproof'],
        'recycled polyester': ['breathable', 'waterproof'],
        nylon: ['light', 'waterproof'],
        rubber: ['windproof', 'waterproof'],
      },
      care: { '*': 'wipe clean' },
      uses: [
        [
          'The hood tightens with a cord.',
          'Die Kapuze lässt sich mit einer Kordel zuziehen.',
          'La capuche se resserre par un cordon.',
          'La capucha se ajusta con un cordón.',
        ],
        [
          'It reaches over the hips.',
          'Er reicht über die Hüften.',
          'Il descend sur les hanches.',
          'Cubre las caderas.',
        ],
      ],
    },
  ],
};

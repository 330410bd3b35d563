import { BRIGHT_COLORS, CALM_COLORS } from '../palette.ts';
import type { ProductType } from '../product-type.ts';
import { TEXTILE_TRAITS } from '../traits.ts';
import { TEXTILE_CARE } from '../vocabulary.ts';
import { counted, quantities, type Words } from '../words.ts';

const ACCESSORIES: Words = ['Accessories', 'Accessoires', 'Accessoires', 'Accesorios'];
const ADULTS = ['women', 'men', 'unisex'];

/** What warms neck, head, hands and feet. */
export const FASHION_ACCESSORIES: readonly ProductType[] = [
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
    colors: [...CALM_COLORS, 'red', 'yellow', 'burgundy'],
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
    colors: CALM_COLORS,
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
    colors: [...CALM_COLORS, ...BRIGHT_COLORS],
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
];

import { CALM_COLORS } from '../palette.ts';
import type { ProductType } from '../product-type.ts';
import { TEXTILE_TRAITS } from '../traits.ts';
import { TEXTILE_CARE } from '../vocabulary.ts';
import type { Words } from '../words.ts';

const GROUP: Words = ['Jackets & coats', 'Jacken & Mäntel', 'Vestes et manteaux', 'Chaquetas y abrigos'];
const ADULTS = ['women', 'men', 'unisex'];

/** What is worn over everything else. */
export const JACKETS: readonly ProductType[] = [
  {
    id: 'winter-jacket',
    noun: ['winter jacket', 'Winterjacke:f', 'veste d’hiver:f', 'chaqueta de invierno:f'],
    leaf: ['Winter jackets', 'Winterjacken', 'Vestes d’hiver', 'Chaquetas de invierno'],
    group: GROUP,
    priceUsd: [79, 390],
    materials: ['down', 'recycled polyester', 'wool', 'nylon'],
    colors: [...CALM_COLORS, 'red', 'burgundy'],
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
    noun: ['raincoat', 'Regenmantel:m', 'manteau de pluie:m', 'chubasquero:m'],
    leaf: ['Raincoats', 'Regenmäntel', 'Manteaux de pluie', 'Chubasqueros'],
    group: GROUP,
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
];

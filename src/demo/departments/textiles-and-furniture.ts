import { BRIGHT_COLORS, CALM_COLORS } from '../palette.ts';
import type { ProductType } from '../product-type.ts';
import { TEXTILE_TRAITS } from '../traits.ts';
import { TEXTILE_CARE } from '../vocabulary.ts';
import { everywhere, quantities, type Words } from '../words.ts';

const TEXTILES: Words = ['Home textiles', 'Heimtextilien', 'Linge de maison', 'Textil de hogar'];
const FURNITURE: Words = ['Furniture', 'Möbel', 'Meubles', 'Muebles'];
const COLORS = [...CALM_COLORS, ...BRIGHT_COLORS, 'off-white'];
const SIZE_SENTENCE: Words = [
  'Size: {value}.',
  'Maße: {value}.',
  'Dimensions : {value}.',
  'Medidas: {value}.',
];

const measures = (...sizes: readonly string[]): Words[] => sizes.map((size) => everywhere(`${size} cm`));

/** What makes a room soft, and what stands in it. */
export const TEXTILES_AND_FURNITURE: readonly ProductType[] = [
  {
    id: 'cushion',
    noun: ['cushion', 'Kissen:n', 'coussin:m', 'cojín:m'],
    leaf: ['Cushions', 'Kissen', 'Coussins', 'Cojines'],
    group: TEXTILES,
    priceUsd: [14, 85],
    count: 18,
    materials: ['cotton', 'linen', 'velvet', 'wool'],
    colors: COLORS,
    colorChoices: 3,
    patterns: ['striped', 'checked', 'floral', 'dotted'],
    traits: TEXTILE_TRAITS,
    care: TEXTILE_CARE,
    axes: [{ attribute: 'size', values: measures('40 × 40', '50 × 50', '30 × 60'), sentence: SIZE_SENTENCE }],
    uses: [
      [
        'The cover comes off by a hidden zip.',
        'Der Bezug lässt sich über einen verdeckten Reißverschluss abziehen.',
        'La housse s’enlève grâce à une fermeture cachée.',
        'La funda se quita con una cremallera oculta.',
      ],
      [
        'The filling is included.',
        'Die Füllung ist dabei.',
        'Le rembourrage est compris.',
        'El relleno está incluido.',
      ],
    ],
  },
  {
    id: 'blanket',
    noun: ['blanket', 'Decke:f', 'couverture:f', 'manta:f'],
    leaf: ['Blankets', 'Decken', 'Couvertures', 'Mantas'],
    group: TEXTILES,
    priceUsd: [25, 230],
    count: 18,
    materials: ['wool', 'cotton', 'merino', 'cashmere', 'fleece', 'linen'],
    colors: COLORS,
    colorChoices: 3,
    patterns: ['striped', 'checked'],
    traits: TEXTILE_TRAITS,
    care: TEXTILE_CARE,
    axes: [
      {
        attribute: 'size',
        values: measures('130 × 170', '140 × 200', '150 × 220'),
        sentence: SIZE_SENTENCE,
        priceStep: 0.12,
      },
    ],
    uses: [
      [
        'For the sofa, the guest bed or the balcony.',
        'Für Sofa, Gästebett oder Balkon.',
        'Pour le canapé, le lit d’amis ou le balcon.',
        'Para el sofá, la cama de invitados o el balcón.',
      ],
      [
        'The ends finish in short fringes.',
        'Die Enden laufen in kurzen Fransen aus.',
        'Les bords se terminent par de courtes franges.',
        'Los extremos terminan en flecos cortos.',
      ],
    ],
  },
  {
    id: 'bed-linen',
    noun: ['bed linen', 'Bettwäsche:f', 'parure de lit:f', 'funda nórdica:f'],
    leaf: ['Bed linen', 'Bettwäsche', 'Parures de lit', 'Ropa de cama'],
    group: TEXTILES,
    priceUsd: [39, 240],
    materials: ['cotton', 'organic cotton', 'linen', 'silk'],
    colors: COLORS,
    colorChoices: 3,
    patterns: ['striped', 'floral', 'checked', 'dotted'],
    traits: TEXTILE_TRAITS,
    care: { ...TEXTILE_CARE, cotton: 'machine wash 60 °C' },
    axes: [
      {
        attribute: 'size',
        values: measures('135 × 200', '155 × 220', '200 × 200', '240 × 220'),
        choices: 4,
        priceStep: 0.18,
      },
    ],
    uses: [
      [
        'Buttons close it at the foot end.',
        'Knöpfe schließen sie am Fußende.',
        'Des boutons la ferment au pied du lit.',
        'Se cierra con botones a los pies.',
      ],
      [
        'A matching pillowcase is part of the set.',
        'Ein passender Kissenbezug gehört dazu.',
        'Une taie assortie fait partie de l’ensemble.',
        'El juego incluye una funda de almohada a juego.',
      ],
    ],
  },
  {
    id: 'towel',
    noun: ['towel', 'Handtuch:n', 'serviette de bain:f', 'toalla:f'],
    leaf: ['Towels', 'Handtücher', 'Serviettes de bain', 'Toallas'],
    group: TEXTILES,
    priceUsd: [9, 60],
    materials: ['cotton', 'organic cotton', 'linen'],
    colors: COLORS,
    colorChoices: 4,
    patterns: ['striped'],
    traits: TEXTILE_TRAITS,
    care: { '*': 'machine wash 60 °C' },
    axes: [
      {
        attribute: 'size',
        values: measures('50 × 100', '70 × 140', '100 × 180'),
        choices: 3,
        priceStep: 0.5,
      },
    ],
    uses: [
      [
        'A loop at the edge hangs it on a hook.',
        'Eine Schlaufe am Rand hängt es an den Haken.',
        'Une boucle au bord permet de la suspendre.',
        'Una trabilla en el borde permite colgarla.',
      ],
      [
        'It dries well from the first wash.',
        'Es trocknet gut ab der ersten Wäsche.',
        'Elle essuie bien dès le premier lavage.',
        'Seca bien desde el primer lavado.',
      ],
    ],
  },
  {
    id: 'rug',
    noun: ['rug', 'Teppich:m', 'tapis:m', 'alfombra:f'],
    leaf: ['Rugs', 'Teppiche', 'Tapis', 'Alfombras'],
    group: TEXTILES,
    priceUsd: [49, 590],
    materials: ['wool', 'cotton', 'recycled polyester', 'linen'],
    colors: COLORS,
    colorChoices: 2,
    patterns: ['striped', 'checked', 'floral'],
    traits: { wool: ['soft'], '*': ['handmade', 'durable'] },
    care: { wool: 'professional cleaning', '*': 'professional cleaning' },
    bulky: true,
    axes: [
      {
        attribute: 'size',
        values: measures('80 × 150', '120 × 180', '160 × 230', '200 × 300'),
        choices: 3,
        priceStep: 0.5,
      },
    ],
    uses: [
      [
        'Flat woven, so that doors open over it.',
        'Flach gewebt, sodass Türen darüber öffnen.',
        'Tissé à plat, les portes s’ouvrent par-dessus.',
        'De tejido plano, las puertas se abren por encima.',
      ],
      [
        'Both sides can be used.',
        'Beide Seiten sind nutzbar.',
        'Les deux faces s’utilisent.',
        'Se puede usar por las dos caras.',
      ],
    ],
  },
  {
    id: 'chair',
    noun: ['chair', 'Stuhl:m', 'chaise:f', 'silla:f'],
    leaf: ['Chairs', 'Stühle', 'Chaises', 'Sillas'],
    group: FURNITURE,
    priceUsd: [59, 390],
    materials: ['oak', 'beech', 'walnut', 'steel', 'rattan', 'plastic'],
    colors: ['white', 'black', 'green', 'blue', 'beige', 'red', 'yellow'],
    colorChoices: 2,
    traits: { '*': ['foldable', 'durable'] },
    care: { '*': 'wipe clean' },
    bulky: true,
    axes: [
      {
        attribute: 'seat height',
        values: quantities('cm', 44, 45, 46),
        sentence: [
          'The seat is {value} high.',
          'Die Sitzhöhe beträgt {value}.',
          'L’assise est à {value} du sol.',
          'El asiento está a {value} de altura.',
        ],
      },
    ],
    uses: [
      [
        'It carries up to 120 kg.',
        'Er trägt bis zu 120 kg.',
        'Elle supporte jusqu’à 120 kg.',
        'Soporta hasta 120 kg.',
      ],
      [
        'Felt pads protect the floor.',
        'Filzgleiter schonen den Boden.',
        'Des patins en feutre protègent le sol.',
        'Unos fieltros protegen el suelo.',
      ],
    ],
  },
  {
    id: 'bookshelf',
    noun: ['bookshelf', 'Bücherregal:n', 'bibliothèque:f', 'estantería:f'],
    leaf: ['Bookshelves', 'Bücherregale', 'Bibliothèques', 'Estanterías'],
    group: FURNITURE,
    priceUsd: [79, 620],
    materials: ['oak', 'beech', 'bamboo', 'steel', 'walnut'],
    traits: { '*': ['durable'] },
    care: { '*': 'wipe clean' },
    bulky: true,
    axes: [
      {
        attribute: 'shelves',
        values: [everywhere('3'), everywhere('4'), everywhere('5')],
        sentence: [
          'It has {value} shelves.',
          'Es hat {value} Böden.',
          'Elle a {value} étagères.',
          'Tiene {value} baldas.',
        ],
        priceStep: 0.2,
      },
    ],
    uses: [
      [
        'It is fixed to the wall; the fittings are included.',
        'Es wird an der Wand befestigt, das Material liegt bei.',
        'Elle se fixe au mur, les fixations sont fournies.',
        'Se fija a la pared con las piezas incluidas.',
      ],
      [
        'Put together with one tool, which is in the box.',
        'Mit einem Werkzeug aufgebaut, das beiliegt.',
        'Se monte avec un seul outil, fourni.',
        'Se monta con una sola herramienta, incluida.',
      ],
    ],
  },
];

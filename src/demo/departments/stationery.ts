import type { ProductType } from '../product-type.ts';
import { counted, everywhere, quantities, type Words } from '../words.ts';

const STATIONERY: Words = ['Stationery', 'Schreibwaren', 'Papeterie', 'Papelería'];

/** Things to write and draw with. */
export const STATIONERY_TYPES: readonly ProductType[] = [
  {
    id: 'notebook',
    noun: ['notebook', 'Notizbuch:n', 'carnet:m', 'cuaderno:m'],
    leaf: ['Notebooks', 'Notizbücher', 'Carnets', 'Cuadernos'],
    group: STATIONERY,
    priceUsd: [5, 35],
    count: 16,
    materials: ['paper', 'leather', 'cork', 'linen'],
    colors: ['black', 'navy', 'red', 'green', 'beige', 'pink', 'yellow', 'brown'],
    colorChoices: 3,
    patterns: ['striped', 'dotted', 'floral', 'checked'],
    axes: [
      {
        attribute: 'format',
        values: [everywhere('A6'), everywhere('A5'), everywhere('A4')],
        title: ['{value}', '{value}', '{value}', '{value}'],
        priceStep: 0.25,
      },
      {
        attribute: 'ruling',
        values: [
          ['lined', 'liniert', 'ligné', 'rayado'],
          ['squared', 'mit Kästchen', 'quadrillé', 'cuadriculado'],
          ['blank', 'blanko', 'uni', 'sin pauta'],
        ],
        sentence: ['Ruling: {value}.', 'Lineatur: {value}.', 'Réglure : {value}.', 'Pauta: {value}.'],
      },
    ],
    uses: [
      ['It lies flat when open.', 'Es liegt aufgeschlagen flach.', 'Il s’ouvre à plat.', 'Se abre del todo.'],
      [
        'A ribbon keeps the page.',
        'Ein Band merkt sich die Seite.',
        'Un signet marque la page.',
        'Una cinta marca la página.',
      ],
    ],
  },
  {
    id: 'colouring-pencils',
    noun: ['colouring pencils:p', 'Buntstifte:p', 'crayons de couleur:mp', 'lápices de colores:mp'],
    leaf: ['Colouring pencils', 'Buntstifte', 'Crayons de couleur', 'Lápices de colores'],
    group: STATIONERY,
    priceUsd: [6, 48],
    materials: ['beech', 'bamboo'],
    axes: [
      {
        attribute: 'pack',
        values: counted(['pieces', 'Stück', 'pièces', 'piezas'], 12, 24, 48),
        title: ['{value}', '{value}', '{value}', '{value}'],
        priceStep: 0.6,
      },
    ],
    uses: [
      [
        'The leads break rarely and sharpen well.',
        'Die Minen brechen selten und lassen sich gut spitzen.',
        'Les mines cassent rarement et se taillent bien.',
        'Las minas se rompen poco y se afilan bien.',
      ],
      [
        'The box is made of tin.',
        'Die Schachtel ist aus Blech.',
        'La boîte est en fer-blanc.',
        'La caja es de hojalata.',
      ],
    ],
  },
  {
    id: 'fountain-pen',
    noun: ['fountain pen', 'Füller:m', 'stylo-plume:m', 'pluma estilográfica:f'],
    leaf: ['Fountain pens', 'Füller', 'Stylos-plumes', 'Plumas estilográficas'],
    group: STATIONERY,
    priceUsd: [15, 160],
    materials: ['brass', 'steel', 'plastic', 'aluminium'],
    colors: ['black', 'navy', 'red', 'green', 'silver', 'gold', 'burgundy'],
    styles: ['classic', 'elegant', 'modern'],
    axes: [
      {
        attribute: 'nib',
        values: [
          ['fine', 'fein', 'fine', 'fina'],
          ['medium', 'mittel', 'moyenne', 'media'],
          ['broad', 'breit', 'large', 'ancha'],
        ],
        sentence: ['The nib: {value}.', 'Die Feder: {value}.', 'La plume : {value}.', 'El plumín: {value}.'],
        choices: 3,
      },
      {
        attribute: 'length',
        values: quantities('mm', 125, 135, 140),
        sentence: [
          'Closed, it is {value} long.',
          'Geschlossen ist er {value} lang.',
          'Fermé, il mesure {value}.',
          'Cerrada mide {value}.',
        ],
      },
    ],
    uses: [
      [
        'It takes standard cartridges or a converter.',
        'Er nimmt Standardpatronen oder einen Konverter auf.',
        'Il accepte les cartouches standard ou un convertisseur.',
        'Admite cartuchos estándar o un convertidor.',
      ],
      [
        'The cap closes with a click.',
        'Die Kappe schließt mit einem Klick.',
        'Le capuchon se ferme avec un déclic.',
        'El capuchón se cierra con un clic.',
      ],
    ],
  },
];

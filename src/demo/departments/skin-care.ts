import type { Axis, ProductType } from '../product-type.ts';
import { quantities, type Words } from '../words.ts';

const SKIN: Words = ['Skin & hair', 'Haut & Haar', 'Peau et cheveux', 'Piel y cabello'];
const TOOLS: Words = ['Beauty tools', 'Pflegegeräte', 'Appareils de beauté', 'Aparatos de belleza'];
const SHORT: Words = ['{value}', '{value}', '{value}', '{value}'];

const volume = (...amounts: number[]): Axis => ({
  attribute: 'volume',
  values: quantities('ml', ...amounts),
  title: SHORT,
  choices: 2,
  priceStep: 0.5,
});

const SKIN_TYPE: Axis = {
  attribute: 'skin type',
  values: [
    ['dry', 'trocken', 'sèche', 'seca'],
    ['normal', 'normal', 'normale', 'normal'],
    ['oily', 'fettig', 'grasse', 'grasa'],
    ['sensitive', 'empfindlich', 'sensible', 'sensible'],
  ],
  sentence: ['Skin type: {value}.', 'Hauttyp: {value}.', 'Type de peau : {value}.', 'Tipo de piel: {value}.'],
};

const MAIN_INGREDIENT: Axis = {
  attribute: 'ingredient',
  values: [
    ['shea butter', 'Sheabutter', 'beurre de karité', 'manteca de karité'],
    ['almond oil', 'Mandelöl', 'huile d’amande', 'aceite de almendras'],
    ['aloe vera', 'Aloe vera', 'aloe vera', 'aloe vera'],
    ['oat extract', 'Haferextrakt', 'extrait d’avoine', 'extracto de avena'],
    ['calendula', 'Ringelblume', 'calendula', 'caléndula'],
  ],
  sentence: [
    'The main ingredient: {value}.',
    'Der wichtigste Inhaltsstoff: {value}.',
    'L’ingrédient principal : {value}.',
    'El ingrediente principal: {value}.',
  ],
};

/** Care for skin and hair. */
export const SKIN_CARE: readonly ProductType[] = [
  {
    id: 'hand-cream',
    noun: ['hand cream', 'Handcreme:f', 'crème pour les mains:f', 'crema de manos:f'],
    leaf: ['Hand creams', 'Handcremes', 'Crèmes pour les mains', 'Cremas de manos'],
    group: SKIN,
    priceUsd: [6, 32],
    traits: { '*': ['vegan', 'fragrance-free'] },
    axes: [volume(30, 50, 75), MAIN_INGREDIENT, SKIN_TYPE],
    uses: [
      [
        'It sinks in without a greasy film.',
        'Sie zieht ein, ohne zu fetten.',
        'Elle pénètre sans film gras.',
        'Se absorbe sin dejar grasa.',
      ],
      [
        'The tube fits into every bag.',
        'Die Tube passt in jede Tasche.',
        'Le tube se glisse dans tous les sacs.',
        'El tubo cabe en cualquier bolso.',
      ],
    ],
  },
  {
    id: 'face-cream',
    noun: ['face cream', 'Gesichtscreme:f', 'crème visage:f', 'crema facial:f'],
    leaf: ['Face creams', 'Gesichtscremes', 'Crèmes visage', 'Cremas faciales'],
    group: SKIN,
    priceUsd: [14, 95],
    traits: { '*': ['vegan', 'fragrance-free'] },
    axes: [volume(30, 50), MAIN_INGREDIENT, SKIN_TYPE],
    uses: [
      [
        'For morning and evening, on a clean face.',
        'Für morgens und abends, auf dem gereinigten Gesicht.',
        'Matin et soir, sur un visage propre.',
        'Para la mañana y la noche, sobre la cara limpia.',
      ],
      [
        'The jar is made of glass.',
        'Der Tiegel ist aus Glas.',
        'Le pot est en verre.',
        'El tarro es de vidrio.',
      ],
    ],
  },
  {
    id: 'sunscreen',
    noun: ['sunscreen', 'Sonnencreme:f', 'crème solaire:f', 'crema solar:f'],
    leaf: ['Sunscreens', 'Sonnencremes', 'Crèmes solaires', 'Cremas solares'],
    group: SKIN,
    priceUsd: [9, 42],
    traits: { '*': ['vegan', 'fragrance-free'] },
    axes: [
      {
        attribute: 'sun protection',
        values: ['SPF 20', 'SPF 30', 'SPF 50'].map(
          (factor): Words => [factor, factor.replace('SPF', 'LSF'), factor, factor],
        ),
        title: SHORT,
        sentence: [
          'The protection: {value}.',
          'Der Schutz: {value}.',
          'La protection : {value}.',
          'La protección: {value}.',
        ],
        priceStep: 0.15,
      },
      volume(50, 100, 200),
      SKIN_TYPE,
    ],
    uses: [
      [
        'It leaves no visible film.',
        'Sie hinterlässt keinen sichtbaren Film.',
        'Elle ne laisse pas de trace visible.',
        'No deja rastro visible.',
      ],
      [
        'Put it on again after swimming.',
        'Nach dem Schwimmen neu auftragen.',
        'À renouveler après la baignade.',
        'Hay que volver a aplicarla después del baño.',
      ],
    ],
  },
  {
    id: 'shampoo',
    noun: ['shampoo', 'Shampoo:n', 'shampooing:m', 'champú:m'],
    leaf: ['Shampoos', 'Shampoos', 'Shampooings', 'Champús'],
    group: SKIN,
    priceUsd: [6, 34],
    traits: { '*': ['vegan', 'fragrance-free'] },
    axes: [
      volume(200, 300, 500),
      {
        attribute: 'hair type',
        values: [
          ['dry hair', 'trockenes Haar', 'cheveux secs', 'cabello seco'],
          ['fine hair', 'feines Haar', 'cheveux fins', 'cabello fino'],
          ['curly hair', 'lockiges Haar', 'cheveux bouclés', 'cabello rizado'],
          ['coloured hair', 'gefärbtes Haar', 'cheveux colorés', 'cabello teñido'],
        ],
        sentence: [
          'Made for {value}.',
          'Gedacht für {value}.',
          'Conçu pour les {value}.',
          'Pensado para el {value}.',
        ],
      },
    ],
    uses: [
      [
        'A little is enough for one wash.',
        'Ein wenig reicht für eine Wäsche.',
        'Une noisette suffit.',
        'Basta un poco para un lavado.',
      ],
      [
        'The bottle can be refilled.',
        'Die Flasche ist nachfüllbar.',
        'Le flacon se recharge.',
        'El frasco se puede rellenar.',
      ],
    ],
  },
  {
    id: 'hair-dryer',
    noun: ['hair dryer', 'Haartrockner:m', 'sèche-cheveux:m', 'secador de pelo:m'],
    leaf: ['Hair dryers', 'Haartrockner', 'Sèche-cheveux', 'Secadores de pelo'],
    group: TOOLS,
    priceUsd: [25, 190],
    materials: ['plastic', 'aluminium'],
    colors: ['black', 'white', 'pink', 'silver', 'navy', 'red'],
    colorChoices: 2,
    traits: { '*': ['quiet', 'foldable', 'light'] },
    axes: [
      {
        attribute: 'wattage',
        values: quantities('W', 1400, 1800, 2200),
        title: SHORT,
        sentence: [
          'It works with {value}.',
          'Er arbeitet mit {value}.',
          'Sa puissance est de {value}.',
          'Tiene una potencia de {value}.',
        ],
        priceStep: 0.2,
      },
    ],
    uses: [
      [
        'Three heat levels and a cold shot.',
        'Drei Wärmestufen und eine Kaltstufe.',
        'Trois niveaux de chaleur et une touche froide.',
        'Tres niveles de calor y aire frío.',
      ],
      [
        'The filter comes off for cleaning.',
        'Der Filter lässt sich zum Reinigen abnehmen.',
        'Le filtre s’enlève pour le nettoyage.',
        'El filtro se quita para limpiarlo.',
      ],
    ],
  },
];

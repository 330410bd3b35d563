import type { Axis, ProductType } from '../product-type.ts';
import { counted, quantities, type Words } from '../words.ts';

const TABLE: Words = ['Tableware', 'Geschirr & Gläser', 'Art de la table', 'Vajilla y cristalería'];
const STORAGE: Words = ['Storage', 'Aufbewahrung', 'Rangement', 'Conservación'];
const GLAZES = ['white', 'blue', 'green', 'off-white', 'grey', 'black', 'red', 'yellow', 'turquoise', 'pink'];

const VOLUME: Words = [
  'It holds {value}.',
  'Das Fassungsvermögen beträgt {value}.',
  'Sa contenance est de {value}.',
  'Tiene una capacidad de {value}.',
];
const SHORT: Words = ['{value}', '{value}', '{value}', '{value}'];

const setOf = (unit: Words, ...counts: number[]): Axis => ({
  attribute: 'pack',
  values: counted(unit, ...counts),
  title: ['set of {value}', 'im Set, {value}', 'par lot, {value}', 'en juego, {value}'],
  priceStep: 0.35,
});

/** What one eats and drinks from, and keeps food in. */
export const TABLEWARE: readonly ProductType[] = [
  {
    id: 'mug',
    noun: ['mug', 'Becher:m', 'mug:m', 'taza:f'],
    leaf: ['Mugs', 'Becher & Tassen', 'Mugs', 'Tazas'],
    group: TABLE,
    priceUsd: [8, 42],
    count: 26,
    materials: ['ceramic', 'porcelain', 'enamel', 'glass'],
    colors: GLAZES,
    colorChoices: 3,
    patterns: ['striped', 'dotted', 'floral'],
    traits: { ceramic: ['handmade'], '*': ['dishwasher safe'] },
    axes: [{ attribute: 'capacity', values: quantities('ml', 250, 300, 350, 450), sentence: VOLUME }],
    uses: [
      [
        'For coffee, tea or cocoa.',
        'Für Kaffee, Tee oder Kakao.',
        'Pour le café, le thé ou le chocolat.',
        'Para café, té o cacao.',
      ],
      [
        'The handle has room for three fingers.',
        'Der Henkel hat Platz für drei Finger.',
        'L’anse laisse passer trois doigts.',
        'El asa deja sitio para tres dedos.',
      ],
    ],
  },
  {
    id: 'espresso-cups',
    noun: ['espresso cups:p', 'Espressotassen:p', 'tasses à espresso:fp', 'tazas de espresso:fp'],
    leaf: ['Espresso cups', 'Espressotassen', 'Tasses à espresso', 'Tazas de espresso'],
    group: TABLE,
    priceUsd: [15, 75],
    materials: ['porcelain', 'ceramic', 'glass'],
    colors: GLAZES,
    colorChoices: 2,
    traits: { glass: ['insulated'], '*': ['dishwasher safe'] },
    axes: [
      setOf(['pieces', 'Stück', 'pièces', 'piezas'], 2, 4, 6),
      {
        attribute: 'capacity',
        values: quantities('ml', 60, 80, 90),
        sentence: [
          'Each cup holds {value}.',
          'Jede Tasse fasst {value}.',
          'Chaque tasse contient {value}.',
          'Cada taza tiene {value}.',
        ],
      },
    ],
    uses: [
      [
        'The thick rim keeps the crema warm.',
        'Der dicke Rand hält die Crema warm.',
        'Le bord épais garde la mousse au chaud.',
        'El borde grueso mantiene caliente la crema.',
      ],
      [
        'They fit under the spout of a portafilter.',
        'Sie passen unter den Auslauf eines Siebträgers.',
        'Elles passent sous le bec d’un porte-filtre.',
        'Caben bajo el portafiltros.',
      ],
    ],
  },
  {
    id: 'wine-glasses',
    noun: ['wine glasses:p', 'Weingläser:p', 'verres à vin:mp', 'copas de vino:fp'],
    leaf: ['Wine glasses', 'Weingläser', 'Verres à vin', 'Copas de vino'],
    group: TABLE,
    priceUsd: [19, 110],
    materials: ['glass'],
    styles: ['classic', 'elegant', 'modern', 'minimalist'],
    traits: { '*': ['light', 'dishwasher safe'] },
    axes: [
      setOf(['pieces', 'Stück', 'pièces', 'piezas'], 2, 4, 6),
      {
        attribute: 'capacity',
        values: quantities('ml', 280, 360, 480, 620),
        sentence: [
          'Each glass holds {value}.',
          'Jedes Glas fasst {value}.',
          'Chaque verre contient {value}.',
          'Cada copa tiene {value}.',
        ],
      },
    ],
    uses: [
      [
        'The bowl narrows towards the rim and gathers the scent.',
        'Der Kelch wird zum Rand hin schmaler und sammelt den Duft.',
        'Le calice se resserre vers le bord et rassemble les arômes.',
        'El cáliz se estrecha hacia el borde y recoge el aroma.',
      ],
      [
        'Stem and bowl are drawn from one piece.',
        'Stiel und Kelch sind aus einem Stück gezogen.',
        'La jambe et le calice sont tirés d’une seule pièce.',
        'El tallo y el cáliz son de una sola pieza.',
      ],
    ],
  },
  {
    id: 'plates',
    noun: ['dinner plates:p', 'Speiseteller:p', 'assiettes plates:fp', 'platos llanos:mp'],
    leaf: ['Plates', 'Teller', 'Assiettes', 'Platos'],
    group: TABLE,
    priceUsd: [19, 130],
    materials: ['porcelain', 'ceramic', 'enamel'],
    colors: GLAZES,
    colorChoices: 3,
    patterns: ['striped', 'dotted', 'floral'],
    traits: { '*': ['dishwasher safe', 'handmade'] },
    axes: [
      setOf(['pieces', 'Stück', 'pièces', 'piezas'], 2, 4, 6),
      {
        attribute: 'diameter',
        values: quantities('cm', 24, 26, 28),
        sentence: [
          'They are {value} across.',
          'Der Durchmesser beträgt {value}.',
          'Leur diamètre est de {value}.',
          'Miden {value} de diámetro.',
        ],
      },
    ],
    uses: [
      [
        'The low rim keeps sauces where they belong.',
        'Der flache Rand hält Soßen, wo sie hingehören.',
        'Le bord bas retient les sauces.',
        'El borde bajo retiene las salsas.',
      ],
      ['They stack close.', 'Sie lassen sich eng stapeln.', 'Elles s’empilent bien.', 'Se apilan bien.'],
    ],
  },
  {
    id: 'teapot',
    noun: ['teapot', 'Teekanne:f', 'théière:f', 'tetera:f'],
    leaf: ['Teapots', 'Teekannen', 'Théières', 'Teteras'],
    group: TABLE,
    priceUsd: [22, 130],
    materials: ['porcelain', 'ceramic', 'glass', 'iron'],
    colors: GLAZES,
    colorChoices: 2,
    traits: { '*': ['dishwasher safe', 'handmade'], iron: ['durable'], glass: ['insulated'] },
    axes: [
      { attribute: 'capacity', values: quantities('l', 0.6, 0.8, 1.2), sentence: VOLUME, priceStep: 0.12 },
    ],
    uses: [
      [
        'A strainer for loose leaves sits inside.',
        'Innen sitzt ein Sieb für losen Tee.',
        'Un filtre pour thé en vrac se trouve à l’intérieur.',
        'Lleva dentro un colador para té a granel.',
      ],
      [
        'The spout pours without a drop.',
        'Die Tülle gießt, ohne zu tropfen.',
        'Le bec verse sans goutter.',
        'El pico vierte sin gotear.',
      ],
    ],
  },
  {
    id: 'lunch-box',
    noun: ['lunch box', 'Brotdose:f', 'boîte à déjeuner:f', 'fiambrera:f'],
    leaf: ['Lunch boxes', 'Brotdosen', 'Boîtes à déjeuner', 'Fiambreras'],
    group: STORAGE,
    priceUsd: [12, 55],
    materials: ['stainless steel', 'glass', 'plastic', 'bamboo'],
    colors: ['blue', 'green', 'pink', 'grey', 'yellow', 'red'],
    colorChoices: 3,
    traits: { '*': ['light', 'dishwasher safe'] },
    axes: [
      { attribute: 'capacity', values: quantities('ml', 700, 900, 1200), title: SHORT, sentence: VOLUME },
      {
        attribute: 'compartments',
        values: ['2', '3', '4'].map((count): Words => [count, count, count, count]),
        sentence: [
          'It has {value} compartments.',
          'Sie hat {value} Fächer.',
          'Elle a {value} compartiments.',
          'Tiene {value} compartimentos.',
        ],
      },
    ],
    uses: [
      [
        'The lid closes with two clips.',
        'Der Deckel schließt mit zwei Klammern.',
        'Le couvercle ferme par deux clips.',
        'La tapa se cierra con dos broches.',
      ],
      [
        'For school, office or the train.',
        'Für Schule, Büro oder Zug.',
        'Pour l’école, le bureau ou le train.',
        'Para la escuela, la oficina o el tren.',
      ],
    ],
  },
  {
    id: 'storage-jar',
    noun: ['storage jar', 'Vorratsglas:n', 'bocal:m', 'bote de cocina:m'],
    leaf: ['Storage jars', 'Vorratsgläser', 'Bocaux', 'Botes de cocina'],
    group: STORAGE,
    priceUsd: [7, 48],
    materials: ['glass', 'ceramic'],
    traits: { '*': ['dishwasher safe'] },
    axes: [
      {
        attribute: 'capacity',
        values: quantities('l', 0.5, 0.9, 1.4, 2),
        title: SHORT,
        sentence: VOLUME,
        choices: 3,
        priceStep: 0.25,
      },
    ],
    uses: [
      [
        'The bamboo lid has a silicone seal.',
        'Der Deckel aus Bambus hat eine Dichtung aus Silikon.',
        'Le couvercle en bambou a un joint en silicone.',
        'La tapa de bambú tiene una junta de silicona.',
      ],
      [
        'For flour, pasta, coffee or biscuits.',
        'Für Mehl, Nudeln, Kaffee oder Kekse.',
        'Pour la farine, les pâtes, le café ou les biscuits.',
        'Para harina, pasta, café o galletas.',
      ],
    ],
  },
];

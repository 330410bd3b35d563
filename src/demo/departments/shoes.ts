import { BRIGHT_COLORS, CALM_COLORS } from '../palette.ts';
import type { Axis, ProductType } from '../product-type.ts';
import type { Words } from '../words.ts';

const SHOES: Words = ['Shoes', 'Schuhe', 'Chaussures', 'Zapatos'];
const SHOE_CARE = { leather: 'wipe clean', suede: 'dry brush', '*': 'wipe clean' };

const CLOSURE: Axis = {
  attribute: 'closure',
  values: [
    ['laces', 'Schnürung', 'lacets', 'cordones'],
    ['hook and loop', 'Klettverschluss', 'scratch', 'velcro'],
    ['slip-on', 'zum Hineinschlüpfen', 'à enfiler', 'sin cierre'],
  ],
  sentence: ['Closure: {value}.', 'Verschluss: {value}.', 'Fermeture : {value}.', 'Cierre: {value}.'],
};

/** Everything for the feet, in European sizes with the American ones. */
export const SHOE_TYPES: readonly ProductType[] = [
  {
    id: 'sneakers',
    noun: ['sneakers:p', 'Sneaker:p', 'baskets:fp', 'zapatillas:fp'],
    leaf: ['Sneakers', 'Sneaker', 'Baskets', 'Zapatillas deportivas'],
    group: SHOES,
    priceUsd: [39, 180],
    count: 26,
    materials: ['leather', 'suede', 'canvas', 'recycled polyester'],
    colors: [...CALM_COLORS, ...BRIGHT_COLORS],
    colorChoices: 2,
    styles: ['sporty', 'classic', 'minimalist', 'modern'],
    genders: ['women', 'men', 'unisex', 'kids'],
    sizes: 'shoes',
    traits: { canvas: ['light'], 'recycled polyester': ['breathable', 'light'], '*': ['light'] },
    care: SHOE_CARE,
    axes: [CLOSURE],
    uses: [
      [
        'The sole is made of rubber and grips on wet streets.',
        'Die Sohle ist aus Gummi und greift auf nasser Straße.',
        'La semelle en caoutchouc accroche sur sol mouillé.',
        'La suela de caucho agarra en suelo mojado.',
      ],
      [
        'The insole can be taken out.',
        'Die Einlegesohle lässt sich herausnehmen.',
        'La semelle intérieure est amovible.',
        'La plantilla se puede sacar.',
      ],
    ],
  },
  {
    id: 'running-shoes',
    noun: ['running shoes:p', 'Laufschuhe:p', 'chaussures de course:fp', 'zapatillas de correr:fp'],
    leaf: ['Running shoes', 'Laufschuhe', 'Chaussures de course', 'Zapatillas de correr'],
    group: SHOES,
    priceUsd: [59, 190],
    materials: ['recycled polyester', 'nylon', 'polyester'],
    colors: [...BRIGHT_COLORS, 'black', 'white', 'grey'],
    colorChoices: 2,
    styles: ['sporty'],
    genders: ['women', 'men'],
    sizes: 'shoes',
    traits: { '*': ['breathable', 'light'] },
    care: SHOE_CARE,
    axes: [
      {
        attribute: 'drop',
        values: [
          ['4 mm', '4 mm', '4 mm', '4 mm'],
          ['8 mm', '8 mm', '8 mm', '8 mm'],
          ['10 mm', '10 mm', '10 mm', '10 mm'],
        ],
        sentence: [
          'The heel stands {value} higher than the toes.',
          'Die Ferse steht {value} höher als die Zehen.',
          'Le talon est {value} plus haut que les orteils.',
          'El talón queda {value} más alto que la punta.',
        ],
      },
    ],
    uses: [
      [
        'For roads and firm paths.',
        'Für Straßen und feste Wege.',
        'Pour la route et les chemins stabilisés.',
        'Para asfalto y caminos firmes.',
      ],
      [
        'Reflecting threads make you visible at night.',
        'Reflektierende Fäden machen nachts sichtbar.',
        'Des fils réfléchissants vous rendent visible la nuit.',
        'Los hilos reflectantes te hacen visible de noche.',
      ],
    ],
  },
  {
    id: 'boots',
    noun: ['boots:p', 'Stiefel:p', 'bottes:fp', 'botas:fp'],
    leaf: ['Boots', 'Stiefel', 'Bottes', 'Botas'],
    group: SHOES,
    priceUsd: [69, 260],
    materials: ['leather', 'suede', 'rubber'],
    colors: ['black', 'brown', 'burgundy', 'beige', 'olive'],
    colorChoices: 2,
    genders: ['women', 'men'],
    sizes: 'shoes',
    traits: { rubber: ['waterproof'], '*': ['warm'] },
    care: SHOE_CARE,
    axes: [
      {
        attribute: 'shaft',
        values: [
          ['ankle-high', 'knöchelhoch', 'à hauteur de cheville', 'hasta el tobillo'],
          ['calf-high', 'wadenhoch', 'à mi-mollet', 'hasta media pierna'],
          ['knee-high', 'kniehoch', 'jusqu’au genou', 'hasta la rodilla'],
        ],
        sentence: ['The shaft is {value}.', 'Der Schaft ist {value}.', 'Tige : {value}.', 'Caña: {value}.'],
      },
    ],
    uses: [
      [
        'A loop at the back helps to pull them on.',
        'Eine Schlaufe hinten hilft beim Anziehen.',
        'Une boucle à l’arrière aide à les enfiler.',
        'Una trabilla trasera ayuda a calzarlas.',
      ],
      [
        'The tread bites on wet leaves.',
        'Das Profil greift auf nassem Laub.',
        'Les crampons mordent sur les feuilles mouillées.',
        'El dibujo de la suela agarra sobre hojas mojadas.',
      ],
    ],
  },
  {
    id: 'hiking-boots',
    noun: ['hiking boots:p', 'Wanderstiefel:p', 'chaussures de randonnée:fp', 'botas de montaña:fp'],
    leaf: ['Hiking boots', 'Wanderstiefel', 'Chaussures de randonnée', 'Botas de montaña'],
    group: SHOES,
    priceUsd: [79, 280],
    materials: ['leather', 'suede', 'nylon'],
    colors: ['brown', 'grey', 'olive', 'black', 'navy'],
    styles: ['sporty', 'classic'],
    genders: ['women', 'men'],
    sizes: 'shoes',
    traits: { leather: ['waterproof'], nylon: ['breathable', 'waterproof'], '*': ['durable'] },
    care: SHOE_CARE,
    uses: [
      [
        'The collar supports the ankle on stony paths.',
        'Der Schaft stützt den Knöchel auf steinigen Wegen.',
        'Le col maintient la cheville sur les chemins pierreux.',
        'La caña sujeta el tobillo en caminos de piedra.',
      ],
      [
        'Hooks hold the laces tight.',
        'Haken halten die Schnürsenkel fest.',
        'Des crochets maintiennent les lacets serrés.',
        'Los ganchos mantienen los cordones tensos.',
      ],
    ],
  },
  {
    id: 'sandals',
    noun: ['sandals:p', 'Sandalen:p', 'sandales:fp', 'sandalias:fp'],
    leaf: ['Sandals', 'Sandalen', 'Sandales', 'Sandalias'],
    group: SHOES,
    priceUsd: [25, 130],
    materials: ['leather', 'cork', 'rubber'],
    colors: ['brown', 'black', 'white', 'gold', 'beige', 'red', 'blue'],
    colorChoices: 2,
    genders: ['women', 'men', 'kids'],
    sizes: 'shoes',
    traits: { cork: ['light'], '*': ['adjustable'] },
    care: SHOE_CARE,
    uses: [
      [
        'The footbed follows the shape of the foot.',
        'Das Fußbett folgt der Form des Fußes.',
        'La semelle épouse la forme du pied.',
        'La plantilla sigue la forma del pie.',
      ],
      [
        'Two straps hold them on the foot.',
        'Zwei Riemen halten sie am Fuß.',
        'Deux brides les tiennent au pied.',
        'Dos tiras las sujetan al pie.',
      ],
    ],
  },
  {
    id: 'slippers',
    noun: ['slippers:p', 'Hausschuhe:p', 'chaussons:mp', 'pantuflas:fp'],
    leaf: ['Slippers', 'Hausschuhe', 'Chaussons', 'Pantuflas'],
    group: SHOES,
    priceUsd: [18, 85],
    materials: ['felt', 'wool', 'suede'],
    colors: ['grey', 'beige', 'red', 'blue', 'green', 'brown'],
    colorChoices: 2,
    styles: ['classic', 'rustic', 'minimalist', 'playful'],
    genders: ['women', 'men', 'unisex', 'kids'],
    sizes: 'shoes',
    traits: { wool: ['warm', 'soft'], felt: ['warm'], '*': ['non-slip'] },
    care: { suede: 'dry brush', '*': 'hand wash' },
    uses: [
      [
        'For wooden floors, stone floors and Sunday mornings.',
        'Für Holzböden, Steinböden und Sonntagmorgen.',
        'Pour les parquets, les carrelages et les dimanches matin.',
        'Para suelos de madera, de piedra y mañanas de domingo.',
      ],
      [
        'Open at the back, so that they go on without hands.',
        'Hinten offen, sodass man ohne Hände hineinkommt.',
        'Ouverts à l’arrière, ils s’enfilent sans les mains.',
        'Abiertas por detrás, se calzan sin usar las manos.',
      ],
    ],
  },
];

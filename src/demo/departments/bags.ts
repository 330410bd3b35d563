import { CALM_COLORS } from '../palette.ts';
import type { ProductType } from '../product-type.ts';
import { quantities, type Words } from '../words.ts';

const BAGS: Words = ['Bags & luggage', 'Taschen & Gepäck', 'Sacs et bagages', 'Bolsos y maletas'];
const SMALL_LEATHER: Words = [
  'Small leather goods',
  'Kleinlederwaren',
  'Petite maroquinerie',
  'Marroquinería',
];
const BAG_CARE = { suede: 'dry brush', '*': 'wipe clean' };
const VOLUME_SENTENCE: Words = [
  'It holds {value}.',
  'Das Volumen beträgt {value}.',
  'Sa contenance est de {value}.',
  'Tiene una capacidad de {value}.',
];

/** What things are carried in. */
export const BAG_TYPES: readonly ProductType[] = [
  {
    id: 'backpack',
    noun: ['backpack', 'Rucksack:m', 'sac à dos:m', 'mochila:f'],
    leaf: ['Backpacks', 'Rucksäcke', 'Sacs à dos', 'Mochilas'],
    group: BAGS,
    priceUsd: [29, 210],
    count: 18,
    materials: ['canvas', 'recycled polyester', 'leather', 'nylon'],
    colors: [...CALM_COLORS, 'green', 'blue', 'red', 'yellow'],
    colorChoices: 3,
    traits: {
      nylon: ['light', 'waterproof'],
      'recycled polyester': ['light'],
      '*': ['durable', 'adjustable'],
    },
    care: BAG_CARE,
    axes: [
      {
        attribute: 'capacity',
        values: quantities('l', 12, 18, 22, 28, 35),
        title: ['{value}', '{value}', '{value}', '{value}'],
        sentence: VOLUME_SENTENCE,
        priceStep: 0.12,
      },
    ],
    uses: [
      [
        'A padded sleeve takes a laptop.',
        'Ein gepolstertes Fach nimmt einen Laptop auf.',
        'Une poche rembourrée accueille un ordinateur portable.',
        'Un compartimento acolchado guarda un portátil.',
      ],
      [
        'The back is padded and lets air through.',
        'Der Rücken ist gepolstert und lässt Luft durch.',
        'Le dos est rembourré et laisse circuler l’air.',
        'La espalda es acolchada y deja pasar el aire.',
      ],
    ],
  },
  {
    id: 'handbag',
    noun: ['handbag', 'Handtasche:f', 'sac à main:m', 'bolso:m'],
    leaf: ['Handbags', 'Handtaschen', 'Sacs à main', 'Bolsos de mano'],
    group: BAGS,
    priceUsd: [39, 320],
    count: 18,
    materials: ['leather', 'suede', 'canvas', 'velvet'],
    colors: ['black', 'brown', 'burgundy', 'red', 'navy', 'beige', 'green', 'pink', 'gold'],
    colorChoices: 2,
    styles: ['classic', 'elegant', 'romantic', 'modern', 'minimalist'],
    genders: ['women'],
    care: BAG_CARE,
    axes: [
      {
        attribute: 'closure',
        values: [
          ['zip', 'Reißverschluss', 'fermeture éclair', 'cremallera'],
          ['magnetic clasp', 'Magnetverschluss', 'fermoir aimanté', 'cierre magnético'],
          ['flap', 'Überschlag', 'rabat', 'solapa'],
        ],
        sentence: ['Closure: {value}.', 'Verschluss: {value}.', 'Fermeture : {value}.', 'Cierre: {value}.'],
      },
    ],
    uses: [
      [
        'The strap can be taken off.',
        'Der Riemen ist abnehmbar.',
        'La bandoulière est amovible.',
        'La correa se puede quitar.',
      ],
      [
        'An inner pocket with a zip keeps keys and phone.',
        'Ein Innenfach mit Reißverschluss bewahrt Schlüssel und Telefon.',
        'Une poche intérieure zippée garde clés et téléphone.',
        'Un bolsillo interior con cremallera guarda llaves y móvil.',
      ],
    ],
  },
  {
    id: 'suitcase',
    noun: ['suitcase', 'Koffer:m', 'valise:f', 'maleta:f'],
    leaf: ['Suitcases', 'Koffer', 'Valises', 'Maletas'],
    group: BAGS,
    priceUsd: [69, 420],
    materials: ['aluminium', 'plastic', 'recycled polyester'],
    colors: ['black', 'silver', 'navy', 'red', 'green', 'grey', 'orange'],
    colorChoices: 2,
    traits: { '*': ['light', 'durable'] },
    care: BAG_CARE,
    axes: [
      {
        attribute: 'capacity',
        values: quantities('l', 38, 65, 95),
        title: ['{value}', '{value}', '{value}', '{value}'],
        sentence: VOLUME_SENTENCE,
        choices: 3,
        priceStep: 0.25,
      },
    ],
    uses: [
      [
        'It rolls on four double wheels.',
        'Er rollt auf vier Doppelrollen.',
        'Elle roule sur quatre roues doubles.',
        'Rueda sobre cuatro ruedas dobles.',
      ],
      [
        'The handle locks at three heights.',
        'Der Griff rastet in drei Höhen ein.',
        'La poignée se bloque à trois hauteurs.',
        'El asa se fija a tres alturas.',
      ],
    ],
  },
  {
    id: 'wallet',
    noun: ['wallet', 'Geldbeutel:m', 'portefeuille:m', 'cartera:f'],
    leaf: ['Wallets', 'Geldbeutel', 'Portefeuilles', 'Carteras'],
    group: SMALL_LEATHER,
    priceUsd: [19, 120],
    materials: ['leather', 'suede', 'canvas'],
    colors: ['black', 'brown', 'navy', 'red', 'green', 'burgundy'],
    colorChoices: 2,
    genders: ['women', 'men', 'unisex'],
    care: BAG_CARE,
    axes: [
      {
        attribute: 'card slots',
        values: ['4', '6', '8', '12'].map((count): Words => [count, count, count, count]),
        sentence: [
          'It has {value} card slots.',
          'Er hat {value} Kartenfächer.',
          'Il a {value} emplacements pour cartes.',
          'Tiene {value} ranuras para tarjetas.',
        ],
      },
    ],
    uses: [
      [
        'A coin pocket closes with a press stud.',
        'Ein Münzfach schließt mit Druckknopf.',
        'Un porte-monnaie ferme par un bouton-pression.',
        'Un monedero se cierra con un broche.',
      ],
      [
        'Flat enough for a trouser pocket.',
        'Flach genug für die Hosentasche.',
        'Assez plat pour une poche de pantalon.',
        'Lo bastante plana para el bolsillo del pantalón.',
      ],
    ],
  },
  {
    id: 'belt',
    noun: ['belt', 'Gürtel:m', 'ceinture:f', 'cinturón:m'],
    leaf: ['Belts', 'Gürtel', 'Ceintures', 'Cinturones'],
    group: SMALL_LEATHER,
    priceUsd: [19, 95],
    materials: ['leather', 'suede', 'canvas'],
    colors: ['black', 'brown', 'navy', 'beige', 'red'],
    genders: ['women', 'men', 'unisex'],
    care: BAG_CARE,
    axes: [
      {
        attribute: 'length',
        values: quantities('cm', 85, 95, 105, 115),
        choices: 4,
        sentence: ['It is {value} long.', 'Er ist {value} lang.', 'Elle mesure {value}.', 'Mide {value}.'],
      },
    ],
    uses: [
      [
        'The buckle is made of metal and comes off with a screw.',
        'Die Schnalle ist aus Metall und lässt sich abschrauben.',
        'La boucle est en métal et se dévisse.',
        'La hebilla es de metal y se desatornilla.',
      ],
      [
        'Five holes, 2.5 cm apart.',
        'Fünf Löcher im Abstand von 2,5 cm.',
        'Cinq trous, espacés de 2,5 cm.',
        'Cinco agujeros, a 2,5 cm uno de otro.',
      ],
    ],
  },
];

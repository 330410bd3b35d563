import type { Axis, ProductType } from '../product-type.ts';
import { counted, everywhere, quantities, type Words } from '../words.ts';

const GAMES: Words = ['Games & puzzles', 'Spiele & Puzzles', 'Jeux et puzzles', 'Juegos y puzles'];
const TOYS_GROUP: Words = ['Toys', 'Spielzeug', 'Jouets', 'Juguetes'];
const COLORS = ['red', 'blue', 'yellow', 'green', 'pink', 'orange', 'turquoise', 'purple'];

const age = (...years: number[]): Axis => ({
  attribute: 'age',
  values: years.map(
    (from): Words => [`from ${from} years`, `ab ${from} Jahren`, `dès ${from} ans`, `desde ${from} años`],
  ),
  title: ['{value}', '{value}', '{value}', '{value}'],
  sentence: ['Suitable {value}.', 'Geeignet {value}.', 'Convient {value}.', 'Adecuado {value}.'],
});

const SUBJECT: Axis = {
  attribute: 'theme',
  values: [
    ['forest', 'Wald', 'forêt', 'bosque'],
    ['ocean', 'Ozean', 'océan', 'océano'],
    ['city', 'Stadt', 'ville', 'ciudad'],
    ['space', 'Weltraum', 'espace', 'espacio'],
    ['farm', 'Bauernhof', 'ferme', 'granja'],
  ],
  sentence: ['The theme: {value}.', 'Das Thema: {value}.', 'Le thème : {value}.', 'El tema: {value}.'],
};

/** Things to play with. */
export const TOYS: readonly ProductType[] = [
  {
    id: 'puzzle',
    noun: ['jigsaw puzzle', 'Puzzle:n', 'puzzle:m', 'puzle:m'],
    leaf: ['Jigsaw puzzles', 'Puzzles', 'Puzzles', 'Puzles'],
    group: GAMES,
    priceUsd: [9, 45],
    count: 16,
    materials: ['cardboard', 'beech'],
    axes: [
      {
        attribute: 'pieces',
        values: counted(['pieces', 'Teile', 'pièces', 'piezas'], 48, 200, 500, 1000),
        title: ['with {value}', 'mit {value}', 'de {value}', 'de {value}'],
        priceStep: 0.25,
      },
      SUBJECT,
    ],
    uses: [
      [
        'The pieces lock well and can be picked up in one go.',
        'Die Teile greifen gut ineinander.',
        'Les pièces s’emboîtent bien.',
        'Las piezas encajan bien.',
      ],
      [
        'A print of the picture comes in the box.',
        'Ein Abdruck des Bildes liegt bei.',
        'Une reproduction de l’image est fournie.',
        'La caja trae una lámina con la imagen.',
      ],
    ],
  },
  {
    id: 'board-game',
    noun: ['board game', 'Brettspiel:n', 'jeu de société:m', 'juego de mesa:m'],
    leaf: ['Board games', 'Brettspiele', 'Jeux de société', 'Juegos de mesa'],
    group: GAMES,
    priceUsd: [15, 75],
    count: 16,
    materials: ['cardboard', 'beech'],
    axes: [
      {
        attribute: 'players',
        values: ['2–4', '2–6', '3–8'].map(
          (range): Words => [
            `${range} players`,
            `${range} Personen`,
            `${range} joueurs`,
            `${range} jugadores`,
          ],
        ),
        title: ['for {value}', 'für {value}', 'pour {value}', 'para {value}'],
      },
      { ...age(6, 8, 10, 12), title: everywhere('') },
      {
        attribute: 'playing time',
        values: quantities('min', 20, 45, 90),
        sentence: [
          'A round takes about {value}.',
          'Eine Runde dauert etwa {value}.',
          'Une partie dure environ {value}.',
          'Una partida dura unos {value}.',
        ],
      },
      SUBJECT,
    ],
    uses: [
      [
        'The rules fit on four pages.',
        'Die Regeln passen auf vier Seiten.',
        'Les règles tiennent en quatre pages.',
        'Las reglas caben en cuatro páginas.',
      ],
      [
        'Luck plays a part, planning a larger one.',
        'Glück spielt mit, Planung noch mehr.',
        'La chance compte, la réflexion davantage.',
        'La suerte cuenta, la estrategia más.',
      ],
    ],
  },
  {
    id: 'building-blocks',
    noun: ['building blocks:p', 'Bauklötze:p', 'cubes de construction:mp', 'bloques de construcción:mp'],
    leaf: ['Building blocks', 'Bauklötze', 'Cubes de construction', 'Bloques de construcción'],
    group: TOYS_GROUP,
    priceUsd: [15, 85],
    materials: ['beech', 'oak', 'cork', 'plastic'],
    traits: { '*': ['durable'] },
    care: { '*': 'wipe clean' },
    axes: [
      {
        attribute: 'pieces',
        values: counted(['pieces', 'Teile', 'pièces', 'piezas'], 30, 50, 100),
        title: ['with {value}', 'mit {value}', 'de {value}', 'de {value}'],
        priceStep: 0.4,
      },
      { ...age(2, 3), title: everywhere('') },
    ],
    uses: [
      [
        'The edges are rounded.',
        'Die Kanten sind abgerundet.',
        'Les bords sont arrondis.',
        'Los cantos son redondeados.',
      ],
      [
        'A bag for tidying up is included.',
        'Ein Beutel zum Aufräumen liegt bei.',
        'Un sac de rangement est fourni.',
        'Incluyen una bolsa para recoger.',
      ],
    ],
  },
  {
    id: 'plush-animal',
    noun: ['cuddly toy', 'Kuscheltier:n', 'peluche:f', 'peluche:m'],
    leaf: ['Cuddly toys', 'Kuscheltiere', 'Peluches', 'Peluches'],
    group: TOYS_GROUP,
    priceUsd: [12, 60],
    count: 16,
    materials: ['cotton', 'organic cotton', 'polyester', 'wool'],
    colors: ['brown', 'grey', 'beige', 'white', 'pink', 'blue'],
    traits: { '*': ['soft'] },
    care: { wool: 'hand wash', '*': 'machine wash 30 °C' },
    axes: [
      {
        attribute: 'animal',
        values: [
          ['bear', 'Bär', 'ours', 'oso'],
          ['rabbit', 'Hase', 'lapin', 'conejo'],
          ['fox', 'Fuchs', 'renard', 'zorro'],
          ['elephant', 'Elefant', 'éléphant', 'elefante'],
          ['cat', 'Katze', 'chat', 'gato'],
        ],
        title: ['– {value}', '– {value}', '– {value}', '– {value}'],
        sentence: [
          'The animal: {value}.',
          'Das Tier: {value}.',
          'L’animal : {value}.',
          'El animal: {value}.',
        ],
      },
      {
        attribute: 'height',
        values: quantities('cm', 20, 30, 45),
        sentence: ['It is {value} tall.', 'Es ist {value} groß.', 'Elle mesure {value}.', 'Mide {value}.'],
        priceStep: 0.3,
      },
    ],
    uses: [
      [
        'The eyes are embroidered, nothing can come off.',
        'Die Augen sind gestickt, nichts kann sich lösen.',
        'Les yeux sont brodés, rien ne se détache.',
        'Los ojos son bordados, nada se suelta.',
      ],
      [
        'From the first day of life.',
        'Vom ersten Lebenstag an.',
        'Dès le premier jour.',
        'Desde el primer día de vida.',
      ],
    ],
  },
  {
    id: 'wooden-train',
    noun: ['toy train', 'Spielzeugeisenbahn:f', 'petit train:m', 'tren de juguete:m'],
    leaf: ['Toy trains', 'Spielzeugeisenbahnen', 'Petits trains', 'Trenes de juguete'],
    group: TOYS_GROUP,
    priceUsd: [19, 120],
    materials: ['beech', 'oak', 'plastic'],
    colors: COLORS,
    traits: { '*': ['durable'] },
    care: { '*': 'wipe clean' },
    axes: [
      {
        attribute: 'pieces',
        values: counted(['pieces', 'Teile', 'pièces', 'piezas'], 12, 24, 40),
        sentence: [
          'The set has {value}.',
          'Das Set hat {value}.',
          'Le coffret compte {value}.',
          'El juego tiene {value}.',
        ],
        priceStep: 0.5,
      },
      { ...age(2, 3), title: everywhere('') },
    ],
    uses: [
      [
        'The wagons couple with magnets.',
        'Die Wagen kuppeln mit Magneten.',
        'Les wagons s’accrochent par aimant.',
        'Los vagones se enganchan con imanes.',
      ],
      [
        'It runs on the usual grooved tracks.',
        'Sie fährt auf den üblichen Schienen mit Rillen.',
        'Il roule sur les rails à rainures courants.',
        'Circula por las vías acanaladas habituales.',
      ],
    ],
  },
  {
    id: 'kite',
    noun: ['kite', 'Drachen:m', 'cerf-volant:m', 'cometa:f'],
    leaf: ['Kites', 'Drachen', 'Cerfs-volants', 'Cometas'],
    group: TOYS_GROUP,
    priceUsd: [12, 70],
    count: 12,
    materials: ['nylon', 'polyester', 'paper'],
    colors: COLORS,
    traits: { '*': ['light'] },
    axes: [
      {
        attribute: 'width',
        values: quantities('cm', 70, 100, 140),
        sentence: [
          'It is {value} wide.',
          'Er ist {value} breit.',
          'Il mesure {value} de large.',
          'Mide {value} de ancho.',
        ],
        priceStep: 0.3,
      },
      { ...age(4, 6, 8), title: everywhere('') },
    ],
    uses: [
      [
        'A line of 30 m on a reel is included.',
        'Eine Schnur von 30 m auf einer Spule liegt bei.',
        'Une ligne de 30 m sur dévidoir est fournie.',
        'Incluye 30 m de hilo en un carrete.',
      ],
      [
        'It flies from a light breeze on.',
        'Er fliegt schon bei leichter Brise.',
        'Il vole dès une légère brise.',
        'Vuela con una brisa ligera.',
      ],
    ],
  },
];

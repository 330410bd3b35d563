import type { Axis, ProductType } from '../product-type.ts';
import { counted, type Words } from '../words.ts';

const BOOKS: Words = ['Books', 'Bücher', 'Livres', 'Libros'];

const pages = (...counts: number[]): Axis => ({
  attribute: 'pages',
  values: counted(['pages', 'Seiten', 'pages', 'páginas'], ...counts),
  sentence: ['It has {value}.', 'Umfang: {value}.', 'L’ouvrage compte {value}.', 'Tiene {value}.'],
});

const BINDING: Axis = {
  attribute: 'binding',
  values: [
    ['paperback', 'Taschenbuch', 'broché', 'tapa blanda'],
    ['hardcover', 'gebunden', 'relié', 'tapa dura'],
  ],
  sentence: ['Binding: {value}.', 'Einband: {value}.', 'Reliure : {value}.', 'Encuadernación: {value}.'],
  choices: 2,
  priceStep: 0.5,
};

/** Things to read. */
export const BOOK_TYPES: readonly ProductType[] = [
  {
    id: 'novel',
    noun: ['novel', 'Roman:m', 'roman:m', 'novela:f'],
    leaf: ['Novels', 'Romane', 'Romans', 'Novelas'],
    group: BOOKS,
    priceUsd: [9, 28],
    count: 20,
    titles: [
      [
        'A Winter in {model}: a Novel',
        'Ein Winter in {model}: Roman',
        'Un hiver à {model} : roman',
        'Un invierno en {model}: novela',
      ],
      [
        'The Lighthouse of {model}: a Novel',
        'Der Leuchtturm von {model}: Roman',
        'Le phare de {model} : roman',
        'El faro de {model}: novela',
      ],
      [
        'Letters to {model}: a Novel',
        'Briefe nach {model}: Roman',
        'Lettres à {model} : roman',
        'Cartas a {model}: novela',
      ],
      [
        'The Road to {model}: a Novel',
        'Der Weg nach {model}: Roman',
        'La route de {model} : roman',
        'El camino de {model}: novela',
      ],
    ],
    axes: [
      {
        attribute: 'genre',
        values: [
          ['crime', 'Krimi', 'policier', 'policíaca'],
          ['family saga', 'Familiensaga', 'saga familiale', 'saga familiar'],
          ['historical', 'historisch', 'historique', 'histórica'],
          ['science fiction', 'Science-Fiction', 'science-fiction', 'ciencia ficción'],
          ['love story', 'Liebesgeschichte', 'histoire d’amour', 'historia de amor'],
        ],
        sentence: [
          'The genre: {value}.',
          'Das Genre: {value}.',
          'Le genre : {value}.',
          'El género: {value}.',
        ],
      },
      pages(220, 310, 420, 560),
      BINDING,
    ],
    uses: [
      [
        'A book for one long weekend.',
        'Ein Buch für ein langes Wochenende.',
        'Un livre pour un long week-end.',
        'Un libro para un fin de semana largo.',
      ],
      [
        'The story is complete in one volume.',
        'Die Geschichte ist in einem Band abgeschlossen.',
        'L’histoire tient en un seul volume.',
        'La historia se cierra en un solo tomo.',
      ],
    ],
  },
  {
    id: 'cookbook',
    noun: ['cookbook', 'Kochbuch:n', 'livre de cuisine:m', 'libro de cocina:m'],
    leaf: ['Cookbooks', 'Kochbücher', 'Livres de cuisine', 'Libros de cocina'],
    group: BOOKS,
    priceUsd: [15, 49],
    count: 16,
    titles: [
      [
        'At Home with {model}: a Cookbook',
        'Zu Gast bei {model}: Kochbuch',
        'À la table de {model} : livre de cuisine',
        'En la mesa de {model}: libro de cocina',
      ],
      [
        '{model} Cooks: a Cookbook',
        '{model} kocht: Kochbuch',
        '{model} cuisine : livre de cuisine',
        '{model} cocina: libro de cocina',
      ],
    ],
    axes: [
      {
        attribute: 'cuisine',
        values: [
          ['vegetarian', 'vegetarisch', 'végétarienne', 'vegetariana'],
          ['Mediterranean', 'mediterran', 'méditerranéenne', 'mediterránea'],
          ['Nordic', 'nordisch', 'nordique', 'nórdica'],
          ['baking', 'Backen', 'pâtisserie', 'repostería'],
          ['Asian', 'asiatisch', 'asiatique', 'asiática'],
        ],
        sentence: [
          'The kitchen: {value}.',
          'Die Küche: {value}.',
          'La cuisine : {value}.',
          'La cocina: {value}.',
        ],
      },
      {
        attribute: 'recipes',
        values: counted(['recipes', 'Rezepte', 'recettes', 'recetas'], 60, 80, 120),
        sentence: ['Inside: {value}.', 'Darin: {value}.', 'À l’intérieur : {value}.', 'Dentro: {value}.'],
      },
      pages(160, 208, 256),
    ],
    uses: [
      [
        'Every recipe stands on one double page.',
        'Jedes Rezept steht auf einer Doppelseite.',
        'Chaque recette tient sur une double page.',
        'Cada receta ocupa una doble página.',
      ],
      [
        'The quantities are given for four.',
        'Die Mengen gelten für vier.',
        'Les quantités sont prévues pour quatre.',
        'Las cantidades son para cuatro.',
      ],
    ],
  },
  {
    id: 'picture-book',
    noun: ['picture book', 'Bilderbuch:n', 'album illustré:m', 'álbum ilustrado:m'],
    leaf: ['Picture books', 'Bilderbücher', 'Albums illustrés', 'Álbumes ilustrados'],
    group: BOOKS,
    priceUsd: [9, 25],
    titles: [
      [
        '{model} Cannot Sleep: a Picture Book',
        '{model} kann nicht schlafen: Bilderbuch',
        '{model} ne dort pas : album illustré',
        '{model} no puede dormir: álbum ilustrado',
      ],
      [
        '{model} and the Lost Hat: a Picture Book',
        '{model} und der verlorene Hut: Bilderbuch',
        '{model} et le chapeau perdu : album illustré',
        '{model} y el sombrero perdido: álbum ilustrado',
      ],
    ],
    axes: [
      {
        attribute: 'age',
        values: [2, 3, 4].map(
          (from): Words => [
            `from ${from} years`,
            `ab ${from} Jahren`,
            `dès ${from} ans`,
            `desde ${from} años`,
          ],
        ),
        sentence: [
          'For reading aloud, {value}.',
          'Zum Vorlesen, {value}.',
          'À lire à voix haute, {value}.',
          'Para leer en voz alta, {value}.',
        ],
      },
      pages(24, 32, 40),
    ],
    uses: [
      [
        'The pages are thick and the corners round.',
        'Die Seiten sind dick, die Ecken rund.',
        'Les pages sont épaisses et les coins arrondis.',
        'Las páginas son gruesas y las esquinas redondas.',
      ],
      [
        'Few words, large pictures.',
        'Wenige Worte, große Bilder.',
        'Peu de mots, de grandes images.',
        'Pocas palabras, imágenes grandes.',
      ],
    ],
  },
];

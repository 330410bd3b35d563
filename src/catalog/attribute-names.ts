import { normalise } from '../text/analyze.ts';

/** The names shops give to an attribute, in the languages we speak, normalised. The key is ours. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  color: [
    'colour',
    'farbe',
    'farben',
    'couleur',
    'couleurs',
    'colores',
    'base colour',
    'base color',
    'basecolour',
    'basecolor',
    'color name',
    'colour name',
    'farbton',
    'coloris',
    'colors',
    'colours',
  ],
  size: [
    'grosse',
    'grossen',
    'groesse',
    'taille',
    'talla',
    'tamano',
    'sizes',
    'pointure',
    'schuhgrosse',
    'shoe size',
    'kleidergrosse',
  ],
  material: [
    'materials',
    'materialien',
    'matiere',
    'materiau',
    'materiaux',
    'matieres',
    'materiales',
    'fabric',
    'stoff',
    'tejido',
  ],
  pattern: ['muster', 'motif', 'patron', 'estampado', 'patterns', 'print'],
  gender: [
    'geschlecht',
    'genre',
    'genero',
    'sexe',
    'sexo',
    'sex',
    'target gender',
    'gender affinity',
    'department gender',
  ],
  'age-group': ['age group', 'agegroup', 'altersgruppe', 'tranche d age', 'grupo de edad'],
  style: ['stil', 'estilo', 'styles'],
  season: ['saison', 'temporada', 'jahreszeit'],
  length: ['lange', 'laenge', 'longueur', 'largo', 'longitud'],
  width: ['breite', 'largeur', 'ancho', 'anchura'],
  height: ['hohe', 'hoehe', 'hauteur', 'alto', 'altura'],
  depth: ['tiefe', 'profondeur', 'profundidad'],
  weight: ['gewicht', 'poids', 'peso'],
  scent: ['duft', 'parfum', 'aroma', 'fragrance'],
  rating: [
    'ratings',
    'average rating',
    'avg rating',
    'rating average',
    'rating value',
    'ratingvalue',
    'star rating',
    'stars',
    'customer rating',
    'review rating',
    'reviews rating',
    'review average',
    'aggregate rating',
    'bewertung',
    'durchschnittsbewertung',
    'kundenbewertung',
    'note moyenne',
    'note clients',
    'valoracion',
    'valoracion media',
    'valutazione',
    'valutazione media',
    'avaliacao',
    'avaliacao media',
    'beoordeling',
    'gemiddelde beoordeling',
    '評価',
    '平均評価',
  ],
  'rating-count': [
    'rating count',
    'ratingcount',
    'ratings count',
    'number of ratings',
    'no of ratings',
    'review count',
    'reviewcount',
    'reviews count',
    'number of reviews',
    'anzahl bewertungen',
    'nombre d avis',
    'numero de valoraciones',
    'numero de opiniones',
    'numero recensioni',
    'numero de avaliacoes',
    'aantal beoordelingen',
    'レビュー数',
    '評価数',
  ],
  flavor: ['flavour', 'geschmack', 'saveur', 'gout', 'sabor'],
};

const CANONICAL = new Map(
  Object.entries(SPELLINGS).flatMap(([name, spellings]) =>
    [name, ...spellings].map((spelling) => [spelling, name]),
  ),
);

const MAX_ATTRIBUTE_NAME = 60;

/**
 * The catalogue's name for an attribute: "Colour", "couleur" and "Farbe" are `color`; an unknown name is kept in
 * lower case with hyphens ("Screen Size" is `screen-size`).
 *
 * @returns undefined when nothing is left to call it by.
 */
export function canonicalAttributeName(name: string): string | undefined {
  const words = normalise(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, MAX_ATTRIBUTE_NAME)
    .trim();
  if (words === '') return undefined;
  return CANONICAL.get(words) ?? words.replaceAll(' ', '-');
}

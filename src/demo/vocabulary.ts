import { everywhere, type Words } from './words.ts';

/** Styles: the label; German takes the ending "en" in "im klassischen Stil". */
export const STYLES: Readonly<Record<string, Words>> = {
  classic: ['classic', 'klassisch', 'classique', 'clásico'],
  modern: ['modern', 'modern', 'moderne', 'moderno'],
  minimalist: ['minimalist', 'minimalistisch', 'minimaliste', 'minimalista'],
  rustic: ['rustic', 'rustikal', 'rustique', 'rústico'],
  elegant: ['elegant', 'elegant', 'élégant', 'elegante'],
  playful: ['playful', 'verspielt', 'ludique', 'divertido'],
  sporty: ['sporty', 'sportlich', 'sportif', 'deportivo'],
  romantic: ['romantic', 'romantisch', 'romantique', 'romántico'],
};

/** Patterns: the label, and how a title ends with them. */
export const PATTERNS: Readonly<Record<string, { readonly label: Words; readonly title: Words }>> = {
  plain: { label: ['plain', 'einfarbig', 'uni', 'liso'], title: everywhere('') },
  striped: {
    label: ['striped', 'gestreift', 'à rayures', 'de rayas'],
    title: ['with stripes', 'mit Streifen', 'à rayures', 'con rayas'],
  },
  checked: {
    label: ['checked', 'kariert', 'à carreaux', 'de cuadros'],
    title: ['with checks', 'mit Karomuster', 'à carreaux', 'con cuadros'],
  },
  dotted: {
    label: ['dotted', 'gepunktet', 'à pois', 'de lunares'],
    title: ['with dots', 'mit Punkten', 'à pois', 'con lunares'],
  },
  floral: {
    label: ['floral', 'geblümt', 'à fleurs', 'de flores'],
    title: ['with flowers', 'mit Blumenmuster', 'à fleurs', 'con flores'],
  },
};

/** Whom a thing is made for: the label, and how a title ends with it. */
export const GENDERS: Readonly<Record<string, { readonly label: Words; readonly title: Words }>> = {
  women: {
    label: ['women', 'Damen', 'femme', 'mujer'],
    title: ['for women', 'für Damen', 'pour femme', 'para mujer'],
  },
  men: {
    label: ['men', 'Herren', 'homme', 'hombre'],
    title: ['for men', 'für Herren', 'pour homme', 'para hombre'],
  },
  kids: {
    label: ['kids', 'Kinder', 'enfant', 'niños'],
    title: ['for kids', 'für Kinder', 'pour enfant', 'para niños'],
  },
  unisex: { label: ['unisex', 'unisex', 'unisexe', 'unisex'], title: everywhere('') },
};

/** Care: label as an attribute value, and the sentence. */
export const CARE: Readonly<Record<string, { readonly label: Words; readonly sentence: Words }>> = {
  'hand wash': {
    label: ['hand wash', 'Handwäsche', 'lavage à la main', 'lavado a mano'],
    sentence: [
      'Hand wash in cool water.',
      'Handwäsche in kühlem Wasser.',
      'Lavage à la main à l’eau fraîche.',
      'Lavar a mano con agua fría.',
    ],
  },
  'machine wash 30 °C': {
    label: [
      'machine wash 30 °C',
      'Maschinenwäsche 30 °C',
      'lavage en machine 30 °C',
      'lavado a máquina 30 °C',
    ],
    sentence: [
      'Machine wash at 30 °C.',
      'Waschbar in der Maschine bei 30 °C.',
      '[Lavable|Lavables] en machine à 30 °C.',
      'Se [puede|pueden] lavar a máquina a 30 °C.',
    ],
  },
  'machine wash 60 °C': {
    label: [
      'machine wash 60 °C',
      'Maschinenwäsche 60 °C',
      'lavage en machine 60 °C',
      'lavado a máquina 60 °C',
    ],
    sentence: [
      'Machine wash at up to 60 °C.',
      'Waschbar in der Maschine bis 60 °C.',
      '[Lavable|Lavables] en machine jusqu’à 60 °C.',
      'Se [puede|pueden] lavar a máquina hasta 60 °C.',
    ],
  },
  'wipe clean': {
    label: ['wipe clean', 'feucht abwischen', 'nettoyage au chiffon', 'limpiar con un paño'],
    sentence: [
      'Wipe clean with a damp cloth.',
      'Mit einem feuchten Tuch abwischen.',
      'Se [nettoie|nettoient] avec un chiffon humide.',
      'Se [limpia|limpian] con un paño húmedo.',
    ],
  },
  'dry brush': {
    label: ['dry brush', 'trocken abbürsten', 'brossage à sec', 'cepillado en seco'],
    sentence: [
      'Brush off dry, then waterproof again.',
      'Trocken abbürsten, dann neu imprägnieren.',
      'Brosser à sec, puis imperméabiliser de nouveau.',
      'Cepillar en seco e impermeabilizar de nuevo.',
    ],
  },
  'oil now and then': {
    label: ['oil now and then', 'gelegentlich ölen', 'huiler de temps en temps', 'aceitar de vez en cuando'],
    sentence: [
      'Rinse by hand and rub in a little oil now and then.',
      'Von Hand spülen und ab und zu etwas Öl einreiben.',
      'Rincer à la main et huiler légèrement de temps en temps.',
      'Enjuagar a mano y aplicar un poco de aceite de vez en cuando.',
    ],
  },
  'professional cleaning': {
    label: [
      'professional cleaning',
      'professionelle Reinigung',
      'nettoyage professionnel',
      'limpieza profesional',
    ],
    sentence: [
      'Leave deep cleaning to a professional.',
      'Gründliche Reinigung gehört in die Hände eines Fachbetriebs.',
      'Confier le nettoyage en profondeur à un professionnel.',
      'Para una limpieza a fondo, acudir a un profesional.',
    ],
  },
};

export const TEXTILE_CARE: Readonly<Record<string, string>> = {
  wool: 'hand wash',
  merino: 'hand wash',
  cashmere: 'hand wash',
  silk: 'hand wash',
  leather: 'wipe clean',
  suede: 'dry brush',
  '*': 'machine wash 30 °C',
};

/** Countries of origin: label, and the place with its preposition. */
export const ORIGINS: Readonly<Record<string, { readonly label: Words; readonly place: Words }>> = {
  Portugal: origin(everywhere('Portugal'), ['in Portugal', 'in Portugal', 'au Portugal', 'en Portugal']),
  Italy: origin(
    ['Italy', 'Italien', 'Italie', 'Italia'],
    ['in Italy', 'in Italien', 'en Italie', 'en Italia'],
  ),
  Spain: origin(
    ['Spain', 'Spanien', 'Espagne', 'España'],
    ['in Spain', 'in Spanien', 'en Espagne', 'en España'],
  ),
  Germany: origin(
    ['Germany', 'Deutschland', 'Allemagne', 'Alemania'],
    ['in Germany', 'in Deutschland', 'en Allemagne', 'en Alemania'],
  ),
  France: origin(
    ['France', 'Frankreich', 'France', 'Francia'],
    ['in France', 'in Frankreich', 'en France', 'en Francia'],
  ),
  Sweden: origin(
    ['Sweden', 'Schweden', 'Suède', 'Suecia'],
    ['in Sweden', 'in Schweden', 'en Suède', 'en Suecia'],
  ),
  Poland: origin(
    ['Poland', 'Polen', 'Pologne', 'Polonia'],
    ['in Poland', 'in Polen', 'en Pologne', 'en Polonia'],
  ),
  Japan: origin(['Japan', 'Japan', 'Japon', 'Japón'], ['in Japan', 'in Japan', 'au Japon', 'en Japón']),
  India: origin(['India', 'Indien', 'Inde', 'India'], ['in India', 'in Indien', 'en Inde', 'en la India']),
  Vietnam: origin(everywhere('Vietnam'), ['in Vietnam', 'in Vietnam', 'au Vietnam', 'en Vietnam']),
  Türkiye: origin(
    ['Türkiye', 'Türkei', 'Turquie', 'Turquía'],
    ['in Türkiye', 'in der Türkei', 'en Turquie', 'en Turquía'],
  ),
};

function origin(label: Words, place: Words): { label: Words; place: Words } {
  return { label, place };
}

/** Invented model names; many are place-like, so that they can also name where a book plays. */
export const MODEL_NAMES: readonly string[] = (
  'Alva Brisa Calder Dovina Elmsby Fenna Galen Harrow Isolde Jarrow Kelda Lorne Maris Nerissa Orla Pennard Quilla ' +
  'Rosalba Sorrel Talla Ulva Verano Wyndel Ysolde Zephyra Arlen Bellis Corvo Dunmore Esker Faro Greta Hollin Ilva ' +
  'Juno Kirrin Lindal Morwen Nolan Odette Perrin Runa Selby Tarn Umber Vesper Willa Yarrow'
).split(' ');

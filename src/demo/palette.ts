import type { Words } from './words.ts';

/** A colour of the demo shop. Its key is the canonical attribute value. */
export interface Color {
  /** Adjective in the notation of `agree`, for titles. */
  readonly adjective: Words;
  /** Label as an attribute value. */
  readonly label: Words;
  readonly hex: string;
}

const color = (hex: string, label: Words, adjective: Words = label): Color => ({ hex, label, adjective });

export const PALETTE: Readonly<Record<string, Color>> = {
  red: color('#b8322f', ['red', 'rot', 'rouge', 'rojo'], ['red', 'rot', 'rouge/rouge', 'rojo']),
  burgundy: color(
    '#6d1f33',
    ['burgundy', 'bordeaux', 'bordeaux', 'burdeos'],
    ['burgundy', 'bordeauxrot', '=bordeaux', '=burdeos'],
  ),
  pink: color('#df9aa9', ['pink', 'rosa', 'rose', 'rosa'], ['pink', 'rosafarben', 'rose/rose', '=rosa']),
  orange: color(
    '#d97b3a',
    ['orange', 'orange', 'orange', 'naranja'],
    ['orange', 'orangefarben', '=orange', '=naranja'],
  ),
  yellow: color(
    '#e2b93f',
    ['yellow', 'gelb', 'jaune', 'amarillo'],
    ['yellow', 'gelb', 'jaune/jaune', 'amarillo'],
  ),
  green: color('#5f8a5e', ['green', 'grün', 'vert', 'verde'], ['green', 'grün', 'vert/verte', 'verde']),
  olive: color(
    '#77793f',
    ['olive', 'olivgrün', 'olive', 'verde oliva'],
    ['olive', 'olivgrün', '=olive', '=verde oliva'],
  ),
  turquoise: color(
    '#3f9c9b',
    ['turquoise', 'türkis', 'turquoise', 'turquesa'],
    ['turquoise', 'türkisfarben', '=turquoise', '=turquesa'],
  ),
  blue: color('#4674ad', ['blue', 'blau', 'bleu', 'azul'], ['blue', 'blau', 'bleu/bleue', 'azul']),
  navy: color(
    '#26375c',
    ['navy', 'marineblau', 'bleu marine', 'azul marino'],
    ['navy', 'marineblau', '=bleu marine', '=azul marino'],
  ),
  purple: color(
    '#77558f',
    ['purple', 'lila', 'violet', 'morado'],
    ['purple', 'violett', 'violet/violette', 'morado'],
  ),
  brown: color(
    '#7c5a42',
    ['brown', 'braun', 'marron', 'marrón'],
    ['brown', 'braun', '=marron', 'marrón/marrón/marrones/marrones'],
  ),
  beige: color(
    '#cdb593',
    ['beige', 'beige', 'beige', 'beige'],
    ['beige', 'beigefarben', 'beige/beige', '=beige'],
  ),
  'off-white': color(
    '#eee4cf',
    ['off-white', 'cremeweiß', 'crème', 'crema'],
    ['cream', 'cremeweiß', '=crème', '=crema'],
  ),
  white: color('#f7f6f2', ['white', 'weiß', 'blanc', 'blanco'], ['white', 'weiß', 'blanc/blanche', 'blanco']),
  grey: color('#94989c', ['grey', 'grau', 'gris', 'gris'], ['grey', 'grau', 'gris/grise', 'gris']),
  black: color('#2f3033', ['black', 'schwarz', 'noir', 'negro'], ['black', 'schwarz', 'noir/noire', 'negro']),
  silver: color(
    '#b9bec4',
    ['silver', 'silber', 'argenté', 'plateado'],
    ['silver', 'silberfarben', 'argenté/argentée', 'plateado'],
  ),
  gold: color('#c9a24b', ['gold', 'gold', 'doré', 'dorado'], ['gold', 'goldfarben', 'doré/dorée', 'dorado']),
};

/** Colours that go with everything. */
export const CALM_COLORS: readonly string[] = ['black', 'navy', 'grey', 'beige', 'olive', 'white', 'brown'];

/** Colours that are chosen for themselves. */
export const BRIGHT_COLORS: readonly string[] = [
  'red',
  'blue',
  'green',
  'pink',
  'yellow',
  'turquoise',
  'purple',
  'burgundy',
];

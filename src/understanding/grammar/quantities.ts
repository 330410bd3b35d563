import type { SpokenLanguage } from '../../text/languages.ts';
import { phrases } from './grammar.ts';

/** How one language says which amount is meant, and compares amounts; the bounds of prices are said of amounts as well. */
export interface QuantityWords {
  /** Words beside an amount that say of what it is, by measure; several words in a row by spaces. */
  readonly measures: Readonly<Record<string, readonly string[]>>;
  /** Comparisons that say of what, by measure, before an amount: those that mean less, those that mean more. `any`: of nothing certain. */
  readonly comparatives: Readonly<Record<string, readonly [less: string, more: string]>>;
  /** Bounds with the name in them, as a slot `{name}`: "maximum height of 45 cm". */
  readonly named: Readonly<Record<'lte' | 'gte', readonly string[]>>;
  /** Words before a comparison that turn it round: "no heavier than". */
  readonly denials: string;
  /** Words between an amount and what it is of: "16 GB of memory". */
  readonly links: readonly string[];
}

const words = (written: string): string[] => phrases(written);

/** The keys are our names of attributes; a shop's own name that holds one of the words, in any language, is of that measure. */
export const QUANTITY_WORDS: Readonly<Record<SpokenLanguage, QuantityWords>> = {
  en: {
    measures: {
      weight: words('weight; heavy; weigh; weighs; weighing'),
      width: words('width; wide'),
      height: words('height; high; tall'),
      length: words('length; long'),
      depth: words('depth; deep'),
      thickness: words('thickness; thick'),
      diameter: words('diameter; across'),
      memory: words('memory; ram; main memory; working memory'),
      storage: words('storage; storage space; ssd; hdd; hard drive; hard disk; disk; disk space'),
      capacity: words('capacity; volume; holds; holding; hold; content'),
      power: words('power; wattage'),
      'battery-life': words('battery; battery life; runtime'),
      'screen-size': words('screen; screen size; display; diagonal'),
      pages: words('pages'),
    },
    comparatives: {
      weight: ['lighter', 'heavier'],
      width: ['narrower|slimmer', 'wider|broader'],
      height: ['lower', 'taller|higher'],
      length: ['shorter', 'longer'],
      depth: ['shallower', 'deeper'],
      thickness: ['thinner', 'thicker'],
      any: ['smaller|fewer', 'bigger|larger|greater'],
    },
    named: {
      lte: words('max|maximum|maximal .? {name} of|is|:? {money}'),
      gte: words('min|minimum|minimal .? {name} of|is|:? {money}'),
    },
    denials: 'not|no',
    links: words('of; in'),
  },
  de: {
    measures: {
      weight: words('gewicht; schwer; wiegt; wiegen; wiegend'),
      width: words('breite; breit; breites; breiter'),
      height: words('höhe; hoch; hohes'),
      length: words('länge; lang; langes; langer'),
      depth: words('tiefe; tief'),
      thickness: words('dicke; dick'),
      diameter: words('durchmesser'),
      memory: words('arbeitsspeicher; ram; hauptspeicher'),
      storage: words('speicher; speicherplatz; festplatte; ssd; festspeicher'),
      capacity: words('fassungsvermögen; volumen; inhalt; kapazität; füllmenge; fasst'),
      power: words('leistung'),
      'battery-life': words('akkulaufzeit; laufzeit; akku'),
      'screen-size': words('bildschirm; bildschirmgröße; bildschirmdiagonale; display; diagonale'),
      pages: words('seiten'),
    },
    comparatives: {
      weight: ['leichter', 'schwerer'],
      width: ['schmaler|schmäler', 'breiter'],
      height: ['niedriger', 'höher'],
      length: ['kürzer', 'länger'],
      depth: ['flacher', 'tiefer'],
      thickness: ['dünner', 'dicker'],
      any: ['kleiner', 'größer'],
    },
    named: {
      lte: words(
        'max|maximale|maximaler|maximalen .? {name} von|:? {money}; {name} von? maximal|höchstens {money}',
      ),
      gte: words('min|mindest|minimale|minimaler|minimalen .? {name} von|:? {money}'),
    },
    denials: 'nicht',
    links: words('an; in; am'),
  },
  fr: {
    measures: {
      weight: words('poids; pèse; pèsent; pesant; peser; lourd; lourde'),
      width: words('largeur; large; larges'),
      height: words('hauteur; haut; haute'),
      length: words('longueur; long; longue'),
      depth: words('profondeur; profond; profonde'),
      thickness: words('épaisseur; épais; épaisse'),
      diameter: words('diamètre'),
      memory: words('mémoire; ram; mémoire vive; mémoire ram'),
      storage: words('stockage; disque; disque dur; ssd'),
      capacity: words('capacité; contenance; volume; contient; contenant'),
      power: words('puissance'),
      'battery-life': words('autonomie; batterie'),
      'screen-size': words('écran; diagonale'),
      pages: words('pages'),
    },
    comparatives: {
      weight: ['plus léger|légère|légers|légères', 'plus lourd|lourde|lourds|lourdes'],
      width: ['plus étroit|étroite', 'plus large|larges'],
      height: ['plus bas|basse', 'plus haut|haute'],
      length: ['plus court|courte|courts', 'plus long|longue|longs'],
      depth: ['moins profond|profonde', 'plus profond|profonde'],
      thickness: ['plus fin|fine|mince', 'plus épais|épaisse'],
      any: ['plus petit|petite', 'plus grand|grande|gros|grosse'],
    },
    named: {
      lte: words('{name} maximale|maximal|maximum|max|maxi .? de|:? {money}'),
      gte: words('{name} minimale|minimal|minimum|min|mini .? de|:? {money}'),
    },
    denials: 'pas|non',
    links: words('de; d; en'),
  },
  es: {
    measures: {
      weight: words('peso; pesa; pesan; pese; pesen; pesar'),
      width: words('ancho; anchura; ancha'),
      height: words('altura; alto; alta'),
      length: words('longitud; largo; larga'),
      depth: words('profundidad; fondo; profundo'),
      thickness: words('grosor; espesor; grueso'),
      diameter: words('diámetro'),
      memory: words('memoria; ram; memoria ram'),
      storage: words('almacenamiento; disco; disco duro; ssd'),
      capacity: words('capacidad; volumen'),
      power: words('potencia'),
      'battery-life': words('autonomía; batería'),
      'screen-size': words('pantalla; diagonal'),
      pages: words('páginas'),
    },
    comparatives: {
      weight: ['más ligero|ligera|ligeros|ligeras', 'más pesado|pesada|pesados|pesadas'],
      width: ['más estrecho|estrecha', 'más ancho|ancha'],
      height: ['más bajo|baja', 'más alto|alta'],
      length: ['más corto|corta', 'más largo|larga|largos|largas'],
      depth: ['menos profundo|profunda', 'más profundo|profunda'],
      thickness: ['más fino|fina|delgado', 'más grueso|gruesa'],
      any: ['más pequeño|pequeña', 'más grande|grandes'],
    },
    named: {
      lte: words('{name} máxima|máximo|máx .? de|:? {money}'),
      gte: words('{name} mínima|mínimo|mín .? de|:? {money}'),
    },
    denials: 'no',
    links: words('de; en'),
  },
};

/** What stands between a comparison and the amount. */
export const THAN: Readonly<Record<SpokenLanguage, string>> = {
  en: 'than',
  de: 'als',
  fr: 'que|de',
  es: 'que|de',
};

/** Words that bound prices, and no amounts, when nothing else stands before the number: "à 20 cm", "budget 20 l". */
export const PRICE_ONLY: ReadonlySet<string> = new Set(
  'a au budget preis prix presupuesto precio'.split(' '),
);

/** Base units in which a measure is told; `''` for bare numbers. Beside another unit its words mean something else: "2 kg high quality". */
export const UNITS_OF_MEASURES: Readonly<Record<string, readonly string[]>> = {
  weight: ['g', 'oz'],
  width: ['mm', 'in'],
  height: ['mm', 'in'],
  length: ['mm', 'in'],
  depth: ['mm', 'in'],
  thickness: ['mm', 'in'],
  diameter: ['mm', 'in'],
  'screen-size': ['mm', 'in'],
  memory: ['gb'],
  storage: ['gb'],
  capacity: ['ml', 'floz'],
  power: ['w', 'hp'],
  'battery-life': ['h', 'mah'],
  pages: [''],
};

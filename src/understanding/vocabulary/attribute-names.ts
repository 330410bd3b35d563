import type { Language } from '../../domain/locale.ts';
import { normalise } from '../../text/analyze.ts';
import { isSpoken, SPOKEN_LANGUAGES, type SpokenLanguage } from '../../text/languages.ts';

/** What shoppers call an attribute: the label first, then other words for it. */
type Names = Readonly<Record<SpokenLanguage, readonly string[]>>;

const names = (en: string, de: string, fr: string, es: string): Names => ({
  en: en.split(', '),
  de: de.split(', '),
  fr: fr.split(', '),
  es: es.split(', '),
});

const ATTRIBUTE_NAMES: Readonly<Record<string, Names>> = {
  color: names(
    'Color, colour, colors, colours, shade',
    'Farbe, Farben, Farbton',
    'Couleur, couleurs, coloris, teinte',
    'Color, colores, tono',
  ),
  size: names('Size, sizes, sizing', 'Größe, Größen', 'Taille, tailles, pointure', 'Talla, tallas, tamaño'),
  material: names(
    'Material, materials, fabric',
    'Material, Materialien, Stoff',
    'Matière, matières, matériau, tissu',
    'Material, materiales, tejido',
  ),
  pattern: names('Pattern, print', 'Muster', 'Motif, motifs', 'Estampado, patrón, dibujo'),
  gender: names('Gender', 'Geschlecht', 'Genre', 'Género, sexo'),
  brand: names(
    'Brand, make, brands, manufacturer',
    'Marke, Hersteller, Marken',
    'Marque, marques, fabricant',
    'Marca, marcas, fabricante',
  ),
  category: names('Category, department', 'Kategorie, Abteilung', 'Catégorie, rayon', 'Categoría, sección'),
  type: names('Kind, type', 'Art, Typ', 'Type, sorte', 'Tipo, clase'),
  price: names(
    'Price, budget, cost',
    'Preis, Budget, Kosten',
    'Prix, budget, coût',
    'Precio, presupuesto, coste',
  ),
  style: names('Style', 'Stil', 'Style', 'Estilo'),
  season: names('Season', 'Saison, Jahreszeit', 'Saison', 'Temporada'),
  fit: names('Fit, cut', 'Passform, Schnitt', 'Coupe', 'Corte, ajuste'),
  'age-group': names('Age, age group', 'Alter, Altersgruppe', "Tranche d'âge, âge", 'Edad, grupo de edad'),
  length: names('Length', 'Länge', 'Longueur', 'Largo, longitud'),
  width: names('Width', 'Breite', 'Largeur', 'Ancho, anchura'),
  height: names('Height', 'Höhe', 'Hauteur', 'Alto, altura'),
  depth: names('Depth', 'Tiefe', 'Profondeur', 'Profundidad, fondo'),
  weight: names('Weight', 'Gewicht', 'Poids', 'Peso'),
  scent: names('Scent, fragrance', 'Duft', 'Parfum, senteur', 'Aroma, fragancia'),
  flavor: names('Flavor, flavour, taste', 'Geschmack', 'Saveur, goût', 'Sabor'),
  power: names('Power', 'Leistung', 'Puissance', 'Potencia'),
  capacity: names('Capacity, volume', 'Fassungsvermögen, Volumen', 'Capacité, contenance', 'Capacidad'),
  care: names('Care', 'Pflege', 'Entretien', 'Cuidado, lavado'),
  warmth: names('Warmth', 'Wärme', 'Chaleur', 'Calidez, abrigo'),
  origin: names('Origin', 'Herkunft', 'Origine', 'Origen'),
  availability: names('Availability', 'Verfügbarkeit', 'Disponibilité', 'Disponibilidad'),
  occasion: names('Occasion', 'Anlass', 'Occasion', 'Ocasión'),
  diameter: names('Diameter', 'Durchmesser', 'Diamètre', 'Diámetro'),
  thickness: names('Thickness', 'Dicke, Stärke', 'Épaisseur', 'Grosor, espesor'),
  wattage: names('Wattage, watts', 'Wattzahl, Watt', 'Puissance en watts', 'Potencia en vatios, vatios'),
  memory: names('Memory', 'Arbeitsspeicher', 'Mémoire', 'Memoria'),
  storage: names('Storage', 'Speicherplatz', 'Stockage', 'Almacenamiento'),
  volume: names('Volume', 'Volumen', 'Volume', 'Volumen'),
  fragrance: names('Fragrance', 'Duftnote', 'Fragrance', 'Fragancia'),
  'battery life': names('Battery life', 'Akkulaufzeit', 'Autonomie', 'Autonomía, duración de la batería'),
  'screen size': names('Screen size', 'Bildschirmgröße', "Taille d'écran", 'Tamaño de pantalla'),
  'water rating': names('Water resistance', 'Wasserschutz', "Résistance à l'eau", 'Resistencia al agua'),
  'skin type': names('Skin type', 'Hauttyp', 'Type de peau', 'Tipo de piel'),
  socket: names('Bulb socket', 'Fassung, Lampenfassung', 'Culot', 'Casquillo'),
  closure: names('Closure', 'Verschluss', 'Fermeture', 'Cierre'),
  sleeves: names('Sleeves', 'Ärmel', 'Manches', 'Mangas'),
  theme: names('Theme', 'Thema', 'Thème', 'Tema'),
  age: names('Age', 'Alter', 'Âge', 'Edad'),
  pages: names('Pages', 'Seiten', 'Pages', 'Páginas'),
  pieces: names('Pieces', 'Teile', 'Pièces', 'Piezas'),
  pack: names('Pack', 'Packung', 'Lot', 'Paquete'),
  recipient: names('For', 'Für', 'Pour', 'Para'),
  feature: names('Feature', 'Eigenschaft', 'Caractéristique', 'Característica'),
};

/** "color" is "Farbe" in German; a name we do not know is made readable: "screen-size" is "Screen size". */
export function attributeLabel(attribute: string, language: Language): string {
  const known = Object.hasOwn(ATTRIBUTE_NAMES, attribute) ? ATTRIBUTE_NAMES[attribute] : undefined;
  const label = known?.[isSpoken(language) ? language : 'en'][0];
  if (label !== undefined) return label;
  const words = attribute.replaceAll(/[-_]+/g, ' ').trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Every name of the attributes in a language, normalised, to the attribute; what the catalogue has comes first. */
export function attributesByName(
  attributes: Iterable<string>,
  language: Language,
): ReadonlyMap<string, string> {
  const byName = new Map<string, string>();
  const spoken = isSpoken(language) ? language : 'en';
  const name = (words: string, attribute: string) => {
    const key = normalise(words);
    if (!byName.has(key)) byName.set(key, attribute);
  };
  const own = new Set(attributes);
  for (const attribute of own) {
    const label = attributeLabel(attribute, language);
    if (!TOO_COMMON.has(normalise(label))) name(label, attribute);
  }
  for (const [attribute, known] of Object.entries(ATTRIBUTE_NAMES)) {
    if (PARTS_OF_NAMES.has(attribute) && !own.has(attribute)) continue;
    for (const words of [...known[spoken], ...SPOKEN_LANGUAGES.map((other) => known[other][0] ?? '')]) {
      if (!TOO_COMMON.has(normalise(words))) name(words, attribute);
    }
  }
  return byName;
}

/** Attributes whose names are words of things where the shop has no such attribute: "memory foam", "storage box". */
const PARTS_OF_NAMES: ReadonlySet<string> = new Set(['memory', 'storage']);

/** Names that are ordinary words of a sentence. */
const TOO_COMMON: ReadonlySet<string> = new Set([
  'for',
  'fur',
  'pour',
  'para',
  'pack',
  'lot',
  'age',
  'theme',
  'thema',
  'tema',
  'art',
  'make',
  'cut',
  'alto',
  'largo',
  'fondo',
  'abrigo',
  'power',
]);

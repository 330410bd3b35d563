import type { Words } from './words.ts';

/**
 * Materials by canonical value: the label, which is also the noun after "made of". German names it in the dative, which
 * differs from the label only where an adjective stands before the noun.
 */
export interface Material {
  readonly label: Words;
  readonly germanDative?: string;
  /** Factor on the price against the usual material of the type. */
  readonly worth: number;
}

const material = (worth: number, label: Words, germanDative?: string): Material => ({
  worth,
  label,
  ...(germanDative === undefined ? {} : { germanDative }),
});

export const MATERIALS: Readonly<Record<string, Material>> = {
  wool: material(1.1, ['wool', 'Wolle', 'laine', 'lana']),
  merino: material(1.3, ['merino wool', 'Merinowolle', 'laine mérinos', 'lana merino']),
  cashmere: material(1.9, ['cashmere', 'Kaschmir', 'cachemire', 'cachemira']),
  silk: material(1.5, ['silk', 'Seide', 'soie', 'seda']),
  cotton: material(0.8, ['cotton', 'Baumwolle', 'coton', 'algodón']),
  'organic cotton': material(0.95, [
    'organic cotton',
    'Bio-Baumwolle',
    'coton biologique',
    'algodón ecológico',
  ]),
  linen: material(1.1, ['linen', 'Leinen', 'lin', 'lino']),
  denim: material(1, ['denim', 'Denim', 'denim', 'tela vaquera']),
  canvas: material(0.8, ['canvas', 'Segeltuch', 'toile', 'lona']),
  fleece: material(0.75, ['fleece', 'Fleece', 'polaire', 'forro polar']),
  velvet: material(1.15, ['velvet', 'Samt', 'velours', 'terciopelo']),
  down: material(1.6, ['down', 'Daunen', 'duvet', 'plumón']),
  polyester: material(0.75, ['polyester', 'Polyester', 'polyester', 'poliéster']),
  'recycled polyester': material(
    0.9,
    ['recycled polyester', 'recyceltes Polyester', 'polyester recyclé', 'poliéster reciclado'],
    'recyceltem Polyester',
  ),
  nylon: material(0.9, ['nylon', 'Nylon', 'nylon', 'nailon']),
  leather: material(1.5, ['leather', 'Leder', 'cuir', 'cuero']),
  suede: material(1.35, ['suede', 'Wildleder', 'daim', 'ante']),
  felt: material(0.8, ['felt', 'Filz', 'feutre', 'fieltro']),
  rubber: material(0.8, ['rubber', 'Gummi', 'caoutchouc', 'caucho']),
  cork: material(1, ['cork', 'Kork', 'liège', 'corcho']),
  oak: material(1.3, ['oak', 'Eichenholz', 'chêne', 'roble']),
  walnut: material(1.5, ['walnut', 'Nussbaumholz', 'noyer', 'nogal']),
  beech: material(1.05, ['beech', 'Buchenholz', 'hêtre', 'haya']),
  bamboo: material(0.85, ['bamboo', 'Bambus', 'bambou', 'bambú']),
  rattan: material(1.1, ['rattan', 'Rattan', 'rotin', 'ratán']),
  glass: material(0.9, ['glass', 'Glas', 'verre', 'vidrio']),
  ceramic: material(1, ['ceramic', 'Keramik', 'céramique', 'cerámica']),
  porcelain: material(1.25, ['porcelain', 'Porzellan', 'porcelaine', 'porcelana']),
  enamel: material(0.9, ['enamel', 'Emaille', 'métal émaillé', 'metal esmaltado']),
  marble: material(1.7, ['marble', 'Marmor', 'marbre', 'mármol']),
  brass: material(1.35, ['brass', 'Messing', 'laiton', 'latón']),
  steel: material(0.95, ['steel', 'Stahl', 'acier', 'acero']),
  'stainless steel': material(1.1, ['stainless steel', 'Edelstahl', 'acier inoxydable', 'acero inoxidable']),
  iron: material(1.2, ['cast iron', 'Gusseisen', 'fonte', 'hierro fundido']),
  aluminium: material(1, ['aluminium', 'Aluminium', 'aluminium', 'aluminio']),
  titanium: material(1.8, ['titanium', 'Titan', 'titane', 'titanio']),
  plastic: material(0.75, ['plastic', 'Kunststoff', 'plastique', 'plástico']),
  silicone: material(0.85, ['silicone', 'Silikon', 'silicone', 'silicona']),
  paper: material(0.8, ['paper', 'Papier', 'papier', 'papel']),
  cardboard: material(0.7, ['cardboard', 'Karton', 'carton', 'cartón']),
  beeswax: material(1.3, ['beeswax', 'Bienenwachs', 'cire d’abeille', 'cera de abejas']),
  'soy wax': material(1, ['soy wax', 'Sojawachs', 'cire de soja', 'cera de soja']),
};

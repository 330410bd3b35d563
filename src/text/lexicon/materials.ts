import { readConcepts } from './read-table.ts';

export const MATERIALS = readConcepts(
  'material',
  `
  wool, woolen, woollen, woolly | Wolle, wollen, aus wolle | laine, lainage     | lana
  merino, merino wool | Merino, Merinowolle   | mérinos, laine mérinos          | merino, lana merino    | wool
  cashmere  | Kaschmir, Cashmere              | cachemire                       | cachemira, cachemir    | wool
  alpaca    | Alpaka                          | alpaga                          | alpaca                 | wool
  mohair    | Mohair                          | mohair                          | mohair                 | wool
  cotton    | Baumwolle, baumwollen           | coton                           | algodón
  organic cotton | Biobaumwolle, Bio-Baumwolle | coton biologique, coton bio    | algodón orgánico       | cotton
  linen, flax | Leinen                        | lin                             | lino
  silk, silken | Seide, seiden                | soie                            | seda
  satin     | Satin                           | satin                           | satén, raso
  velvet    | Samt                            | velours                         | terciopelo
  corduroy  | Cord, Kord                      | velours côtelé                  | pana
  denim, jean fabric | Denim, Jeansstoff      | denim, toile de jean            | tela vaquera, denim
  fleece    | Fleece, Vlies                   | polaire                         | forro polar, polar
  flannel   | Flanell                         | flanelle                        | franela
  tweed     | Tweed                           | tweed                           | tweed
  leather   | Leder, ledern                   | cuir                            | cuero, piel
  suede     | Wildleder, Veloursleder         | daim, suède                     | ante, gamuza           | leather
  faux leather, vegan leather, imitation leather | Kunstleder, veganes Leder | simili cuir, similicuir, cuir végétal | cuero sintético, polipiel, piel sintética
  fur       | Pelz                            | fourrure                        | pelo
  faux fur, fake fur | Kunstpelz, Kunstfell   | fausse fourrure                 | pelo sintético
  down, goose down | Daunen, Gänsedaunen      | duvet, plumes d'oie             | plumón, plumas
  lace      | Spitze                          | dentelle                        | encaje
  polyester | Polyester                       | polyester                       | poliéster
  nylon     | Nylon                           | nylon                           | nailon, nylon
  viscose, rayon | Viskose                    | viscose                         | viscosa
  acrylic   | Acryl                           | acrylique                       | acrílico, acrílica
  elastane, spandex, lycra | Elasthan, Elastan | élasthanne                     | elastano
  canvas    | Canvas, Segeltuch               | toile                           | lona
  jute      | Jute                            | jute                            | yute
  felt      | Filz                            | feutre                          | fieltro
  wood, wooden | Holz, hölzern, aus holz      | bois                            | madera
  oak       | Eiche, Eichenholz               | chêne                           | roble                  | wood
  walnut    | Nussbaum, Walnussholz           | noyer                           | nogal                  | wood
  pine      | Kiefer, Kiefernholz             | pin                             | pino                   | wood
  beech     | Buche, Buchenholz               | hêtre                           | haya                   | wood
  bamboo    | Bambus                          | bambou                          | bambú
  rattan, wicker | Rattan, Korbgeflecht       | rotin, osier                    | ratán, mimbre
  cork      | Kork                            | liège                           | corcho
  metal, metallic | Metall                    | métal                           | metal, metálico
  steel     | Stahl                           | acier                           | acero                  | metal
  stainless steel | Edelstahl                 | acier inoxydable, inox          | acero inoxidable       | steel, metal
  iron, cast iron | Eisen, Gusseisen          | fer, fonte                      | hierro, hierro fundido | metal
  aluminium, aluminum | Aluminium, Alu        | aluminium                       | aluminio               | metal
  titanium  | Titan                           | titane                          | titanio                | metal
  brass     | Messing                         | laiton                          | latón                  | metal
  sterling silver | Sterlingsilber            | argent sterling, argent massif  | plata de ley           | metal
  glass     | Glas                            | verre                           | vidrio, cristal
  crystal   | Kristall                        | cristal                         | cristal tallado
  ceramic, ceramics, stoneware, earthenware | Keramik, Steingut | céramique, grès | cerámica, gres
  porcelain, china | Porzellan                | porcelaine                      | porcelana              | ceramic
  marble    | Marmor                          | marbre                          | mármol
  stone     | Stein                           | pierre                          | piedra
  granite   | Granit                          | granit                          | granito                | stone
  concrete  | Beton                           | béton                           | hormigón
  plastic   | Kunststoff, Plastik             | plastique                       | plástico
  silicone  | Silikon                         | silicone                        | silicona
  rubber    | Gummi, Kautschuk                | caoutchouc                      | goma, caucho
  foam, memory foam | Schaumstoff, Memory-Schaum | mousse, mousse à mémoire     | espuma, espuma viscoelástica
  paper     | Papier                          | papier                          | papel
  cardboard | Pappe, Karton                   | carton                          | cartón
  pearl, pearls | Perle, Perlen               | perle                           | perla
  diamond   | Diamant                         | diamant                         | diamante
  recycled  | recycelt, aus recyceltem material | recyclé, recyclée             | reciclado, reciclada
  `,
);

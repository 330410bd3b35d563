import { readConcepts } from './read-table.ts';

/** Colours and their shades; a shade is also its wider colour. */
export const COLORS = readConcepts(
  'color',
  `
  red        | rot, rötlich                  | rouge, rouges                | rojo, roja
  blue       | blau, bläulich                | bleu, bleue                  | azul, azules
  green      | grün, grünlich                | vert, verte                  | verde
  yellow     | gelb                          | jaune                        | amarillo, amarilla
  orange     | orange, orangefarben          | orange, orangé               | naranja, anaranjado
  purple     | lila, violett                 | violet, violette             | morado, morada, púrpura
  pink       | rosa, pink, rosafarben        | rose, roses                  | rosa, rosado, rosada
  brown      | braun                         | marron, brun, brune          | marrón, marrones, castaño
  black      | schwarz                       | noir, noire                  | negro, negra
  white      | weiß                          | blanc, blanche, blanches     | blanco, blanca
  grey, gray | grau                          | gris, grise                  | gris, grises
  beige      | beige, sandfarben             | beige                        | beis, beige
  gold, golden | gold, golden, goldfarben    | doré, dorée, or              | dorado, dorada, oro
  silver, silvery | silber, silbern, silberfarben | argenté, argentée, argent | plateado, plateada, plata
  turquoise  | türkis                        | turquoise                    | turquesa                      | blue, green
  multicolored, multicoloured, multicolor, multi-color, multi-colored, rainbow | bunt, mehrfarbig, regenbogenfarben | multicolore, arc-en-ciel | multicolor
  transparent, clear, see-through | transparent, durchsichtig | transparent, transparente | transparente
  navy, navy blue, dark blue | dunkelblau, marineblau, marine | bleu marine, bleu foncé, marine | azul marino, azul oscuro | blue
  light blue, sky blue, baby blue | hellblau, himmelblau | bleu clair, bleu ciel    | azul claro, celeste, azul cielo | blue
  royal blue, cobalt, cobalt blue | königsblau, kobaltblau | bleu roi, bleu cobalt | azul real, azul cobalto | blue
  indigo     | indigo                        | indigo                       | índigo, añil                  | blue
  teal, petrol | petrol, blaugrün            | bleu canard, bleu pétrole    | verde azulado, petróleo       | blue, green
  aqua, cyan | aqua, cyan                    | aqua, cyan                   | aguamarina, cian              | blue
  crimson, scarlet | karmesinrot, scharlachrot, purpurrot | cramoisi, cramoisie, écarlate | carmesí, escarlata | red
  burgundy, wine red, maroon, bordeaux | weinrot, bordeaux, bordeauxrot, burgunderrot | bordeaux, lie de vin | burdeos, granate, vino tinto | red
  dark red   | dunkelrot                     | rouge foncé, rouge sombre    | rojo oscuro                   | red
  cherry red | kirschrot                     | rouge cerise                 | rojo cereza                   | red
  coral      | korallenrot, koralle          | corail                       | coral                         | orange, pink
  salmon     | lachsfarben, lachs            | saumon                       | salmón                        | pink, orange
  fuchsia, magenta, hot pink | fuchsia, magenta | fuchsia, magenta          | fucsia, magenta               | pink
  rose gold  | roségold, rosegold            | or rose                      | oro rosa                      | gold, pink
  lavender, lilac, mauve | lavendel, flieder, mauve | lavande, lilas, mauve | lavanda, lila, malva          | purple
  plum, aubergine | pflaume, aubergine       | prune, aubergine             | ciruela, berenjena            | purple
  dark green, forest green, bottle green | dunkelgrün, tannengrün, waldgrün | vert foncé, vert sapin, vert bouteille | verde oscuro, verde botella | green
  light green, lime green | hellgrün, limettengrün | vert clair, vert citron  | verde claro, verde lima       | green
  olive, olive green, khaki | oliv, olivgrün, khaki | olive, kaki            | oliva, verde oliva, caqui     | green
  mint, mint green | mint, mintgrün          | menthe, vert menthe          | menta, verde menta            | green
  emerald    | smaragdgrün, smaragd          | émeraude                     | esmeralda                     | green
  sage       | salbeigrün                    | vert sauge                   | verde salvia                  | green
  mustard, mustard yellow | senfgelb, senffarben | moutarde, jaune moutarde  | mostaza                       | yellow
  lemon yellow, bright yellow | zitronengelb, knallgelb | jaune citron, jaune vif | amarillo limón             | yellow
  rust, terracotta | rostrot, rostfarben, terracotta | rouille, terracotta    | teja, terracota, óxido        | orange, brown
  camel, tan, cognac | camel, cognac, hellbraun | camel, cognac, fauve       | camel, coñac, marrón claro    | brown
  chocolate brown, dark brown | dunkelbraun, schokobraun | marron foncé, chocolat | marrón oscuro, chocolate   | brown
  charcoal, anthracite, dark grey, dark gray | anthrazit, dunkelgrau, schiefergrau | anthracite, gris foncé | antracita, gris oscuro | grey
  light grey, light gray | hellgrau          | gris clair                   | gris claro                    | grey
  off-white, cream, ivory, ecru | cremeweiß, creme, elfenbein, wollweiß, ecru | crème, ivoire, écru, blanc cassé | crema, marfil, crudo, blanco roto | white, beige
  taupe      | taupe, schlammfarben          | taupe                        | topo, taupe                   | grey, brown
  bronze, copper | bronze, kupfer, kupferfarben | bronze, cuivré            | bronce, cobre                 | brown
  `,
);

import { readConcepts } from './read-table.ts';

export const PATTERNS = readConcepts(
  'pattern',
  `
  striped, stripes, stripe, pinstripe | gestreift, Streifen, streifenmuster | rayé, rayée, à rayures, rayures | a rayas, rayado, rayada, rayas
  checked, plaid, tartan, gingham, checkered, chequered | kariert, Karo, Karomuster | à carreaux, carreaux, écossais | a cuadros, cuadros, de cuadros
  dotted, polka dot, polka dots, spotted | gepunktet, Punkte, getupft | à pois, pois | de lunares, lunares, a topos
  floral, flowery, flower print | geblümt, blumig, Blumenmuster, floral | à fleurs, fleuri, fleurie, floral | floral, de flores, floreado, floreada
  plain, solid color, solid colour, unpatterned | einfarbig, uni, ungemustert | uni, unie, sans motif | liso, lisa
  camouflage, camo | Camouflage, Tarnmuster | camouflage | camuflaje
  animal print, leopard, leopard print, zebra print, snakeskin | Animalprint, Leopardenmuster, Leo-Muster | imprimé animal, léopard | estampado animal, leopardo
  printed, patterned, print | bedruckt, gemustert | imprimé, imprimée, à motifs | estampado, estampada
  embroidered, embroidery | bestickt | brodé, brodée | bordado, bordada
  paisley | Paisley, Paisleymuster | cachemire imprimé, paisley | paisley
  herringbone | Fischgrat, Fischgrätmuster | à chevrons, chevrons | espiga, espiguilla
  tie-dye | Batik, Batikmuster | tie-dye | tie-dye
  `,
);

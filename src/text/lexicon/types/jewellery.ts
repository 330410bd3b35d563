import { readConcepts } from '../read-table.ts';

export const JEWELLERY = readConcepts(
  'type',
  `
  jewellery, jewelry, jewel | Schmuck, Schmuckstück | bijoux, bijou | joyas, joyería, joya, bisutería
  ring | Ring, Fingerring | bague, anneau | anillo, sortija | jewellery
  engagement ring, wedding ring, wedding band | Verlobungsring, Ehering, Trauring | bague de fiançailles, alliance | anillo de compromiso, alianza, anillo de boda | ring
  necklace, chain, choker | Halskette, Kette, Collier | collier, chaîne | collar, cadena, gargantilla | jewellery
  pendant | Anhänger, Kettenanhänger | pendentif | colgante, dije | jewellery
  bracelet, bangle | Armband, Armbänder, Armreif, Armkette | bracelet, jonc | pulsera, brazalete | jewellery
  earrings, earring, studs, hoops | Ohrringe, Ohrring, Ohrstecker, Creolen | boucles d'oreilles, boucle d'oreille, créoles | pendientes, aretes, zarcillos, pendiente | jewellery
  brooch | Brosche | broche | broche | jewellery
  anklet | Fußkettchen, Fußkette | bracelet de cheville | tobillera | jewellery
  cufflinks, cuff links | Manschettenknöpfe | boutons de manchette | gemelos | jewellery
  piercing | Piercing | piercing | piercing | jewellery
  jewellery box, jewelry box | Schmuckkästchen, Schmuckkasten | boîte à bijoux | joyero
  watch, wristwatch, timepiece | Armbanduhr, Uhr, Uhren | montre | reloj, reloj de pulsera
  watch strap, watch band | Uhrenarmband, Uhrband | bracelet de montre | correa de reloj
  sunglasses | Sonnenbrille, Sonnenbrillen | lunettes de soleil | gafas de sol, lentes de sol
  eyeglasses, glasses, spectacles, reading glasses | Brille, Brillen, Lesebrille | lunettes, lunettes de vue, lunettes de lecture | gafas, lentes, gafas de lectura
  hair clip, barrette, hair tie, scrunchie, hair accessory | Haarspange, Haargummi, Haarklammer, Haarschmuck | barrette, chouchou, élastique à cheveux | horquilla, pinza de pelo, coletero, goma de pelo
  `,
);

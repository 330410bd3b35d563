import { readConcepts } from '../read-table.ts';

export const GARDEN_AND_TOOLS = readConcepts(
  'type',
  `
  plant, houseplant, potted plant, indoor plant | Pflanze, Zimmerpflanze, Topfpflanze | plante, plante verte, plante d'intérieur | planta, planta de interior
  flowers, flower, bouquet, flower bouquet, flower arrangement | Blumen, Blume, Blumenstrauß, Strauß | fleurs, fleur, bouquet, bouquet de fleurs | flores, flor, ramo de flores, ramo
  rose, roses | Rosen, Rosenstrauß | roses rouges, bouquet de roses | rosas rojas, ramo de rosas | flowers
  succulent, cactus | Sukkulente, Kaktus, Kakteen | plante grasse, succulente, cactus | suculenta, cactus | plant
  tree, shrub | Baum, Strauch | arbre, arbuste | árbol, arbusto | plant
  seeds, seed | Samen, Saatgut | graines, semences | semillas
  soil, potting soil, fertilizer, compost | Blumenerde, Erde, Dünger | terreau, engrais | tierra para macetas, abono, fertilizante
  plant pot, flower pot, planter, flowerpot | Blumentopf, Übertopf, Pflanzkübel | pot de fleurs, cache-pot, jardinière | maceta, macetero, jardinera
  watering can | Gießkanne | arrosoir | regadera
  garden hose, hose, sprinkler | Gartenschlauch, Schlauch, Rasensprenger | tuyau d'arrosage, arroseur | manguera, aspersor
  lawn mower, lawnmower, mower | Rasenmäher, Mähroboter | tondeuse à gazon | cortacésped
  hedge trimmer, pruning shears, secateurs, garden shears | Heckenschere, Gartenschere, Astschere | taille-haie, sécateur, cisaille | cortasetos, tijeras de podar
  shovel, spade, rake, garden tool, garden tools | Schaufel, Spaten, Rechen, Harke, Gartengerät, Gartenwerkzeug | pelle, bêche, râteau, outil de jardin, outils de jardin | pala, rastrillo, herramienta de jardín, herramientas de jardín
  wheelbarrow | Schubkarre | brouette | carretilla
  gardening gloves, work gloves | Gartenhandschuhe, Arbeitshandschuhe | gants de jardinage, gants de travail | guantes de jardín, guantes de trabajo
  greenhouse, shed | Gewächshaus, Gartenhaus | serre, abri de jardin | invernadero, caseta de jardín
  bird feeder, birdhouse | Vogelhaus, Futterhaus, Nistkasten | mangeoire à oiseaux, nichoir | comedero de pájaros, casita de pájaros
  grill, barbecue grill, bbq, charcoal grill | Grill, Gasgrill, Holzkohlegrill | barbecue | barbacoa de carbón, parrilla
  fire pit, fireplace | Feuerschale, Kamin | brasero, cheminée | brasero, chimenea
  swimming pool, pool, hot tub | Pool, Planschbecken, Whirlpool | piscine, spa gonflable | piscina, jacuzzi
  tool, tools, hand tool | Werkzeug, Werkzeuge | outil, outils, outillage | herramienta, herramientas
  tool set, toolbox, tool kit | Werkzeugset, Werkzeugkoffer, Werkzeugkasten | coffret d'outils, boîte à outils, caisse à outils | juego de herramientas, caja de herramientas | tool
  drill, cordless drill, power drill | Bohrmaschine, Akkubohrer, Bohrer | perceuse, visseuse, foret | taladro, broca | tool
  screwdriver | Schraubendreher, Schraubenzieher, Akkuschrauber | tournevis | destornillador | tool
  hammer, mallet | Hammer | marteau, maillet | martillo, mazo | tool
  wrench, spanner | Schraubenschlüssel | clé anglaise, clé à molette | llave inglesa | tool
  pliers, plier | Zange | pince, pinces, tenailles | alicates, tenazas | tool
  saw, handsaw, chainsaw, circular saw | Säge, Kettensäge, Kreissäge, Handsäge | scie, tronçonneuse, scie circulaire | sierra, motosierra, serrucho | tool
  axe, hatchet | Axt, Beil | hache | hacha | tool
  sander, grinder, sandpaper | Schleifmaschine, Winkelschleifer, Schleifpapier | ponceuse, meuleuse, papier de verre | lijadora, amoladora, papel de lija | tool
  tape measure, measuring tape, spirit level | Maßband, Zollstock, Wasserwaage | mètre ruban, niveau à bulle | cinta métrica, nivel de burbuja | tool
  ladder, step ladder | Leiter, Trittleiter | échelle, escabeau | escalera de mano, escalera plegable
  screws, nails, bolts | Schrauben, Nägel, Dübel | vis, clous, chevilles | tornillos, clavos, tacos
  paint, wall paint, varnish | Wandfarbe, Farbe zum streichen, Lack | peinture, vernis | pintura, barniz
  paintbrush, paint roller | Malerpinsel, Farbrolle, Pinsel | pinceau, rouleau de peinture | brocha, rodillo de pintura, pincel
  glue, adhesive, duct tape, tape | Kleber, Klebstoff, Klebeband | colle, ruban adhésif, scotch | pegamento, cinta adhesiva
  lock, padlock | Vorhängeschloss, Tresor, Türschloss | cadenas, serrure, coffre-fort | candado, cerradura, caja fuerte
  car accessory, car accessories | Autozubehör | accessoires auto, accessoire voiture | accesorios de coche
  tire, tyre, tires | Reifen, Autoreifen | pneu | neumático
  motorcycle helmet | Motorradhelm | casque de moto | casco de moto
  `,
);

import { readConcepts } from '../read-table.ts';

export const FURNITURE = readConcepts(
  'type',
  `
  furniture | Möbel, Möbelstück, Mobiliar | meubles, meuble, mobilier | muebles, mueble, mobiliario
  sofa, couch, settee, sofas, loveseat, sectional | Sofa, Sofas, Couch | canapé, divan | sofá | furniture
  sofa bed, sleeper sofa, futon | Schlafsofa, Schlafcouch, Futon | canapé-lit, clic-clac, futon | sofá cama, futón | sofa
  armchair, recliner, lounge chair | Sessel, Ohrensessel, Fernsehsessel | fauteuil | sillón, butaca | chair
  chair | Stuhl, Stühle | chaise | silla | furniture
  office chair, desk chair, gaming chair | Bürostuhl, Schreibtischstuhl, Gamingstuhl, Drehstuhl | chaise de bureau, fauteuil de bureau, chaise gamer | silla de oficina, silla de escritorio, silla gaming | chair
  dining chair | Esszimmerstuhl, Küchenstuhl | chaise de salle à manger | silla de comedor | chair
  rocking chair | Schaukelstuhl | fauteuil à bascule, rocking-chair | mecedora | chair
  high chair, highchair | Hochstuhl, Kinderhochstuhl | chaise haute | trona | chair
  bar stool, barstool, counter stool | Barhocker | tabouret de bar | taburete de bar | stool
  stool | Hocker, Schemel | tabouret | taburete | furniture
  ottoman, pouf, footstool | Sitzpouf, Fußhocker, Polsterhocker, Pouf | pouf, repose-pieds, ottomane | puf, reposapiés, otomana | furniture
  bench | Bank, Sitzbank | banc, banquette | banco, banqueta | furniture
  bean bag | Sitzsack | pouf poire | puf pera | furniture
  table | Tisch | table | mesa | furniture
  dining table, kitchen table | Esstisch, Küchentisch, Esszimmertisch | table à manger, table de salle à manger | mesa de comedor, mesa de cocina | table
  coffee table, cocktail table | Couchtisch, Wohnzimmertisch | table basse | mesa de centro, mesa de café | table
  side table, end table, nightstand, bedside table, night table | Beistelltisch, Nachttisch, Nachtschrank | table d'appoint, table de chevet, bout de canapé | mesita, mesa auxiliar, mesita de noche, mesilla | table
  console table | Konsolentisch, Konsole zum hinstellen | console table, table console | mesa consola, consola de entrada | table
  desk, writing desk | Schreibtisch | bureau | escritorio, mesa de escritorio | table
  bed, bed frame | Bett, Betten, Bettgestell | lit, cadre de lit | cama, estructura de cama | furniture
  bunk bed | Etagenbett, Hochbett, Stockbett | lit superposé, lits superposés, lit mezzanine | litera | bed
  cot, crib, baby bed | Babybett, Kinderbett, Gitterbett | lit bébé, berceau | cuna | bed
  headboard | Kopfteil, Betthaupt | tête de lit | cabecero | furniture
  mattress | Matratze | matelas | colchón
  mattress topper | Topper, Matratzenauflage | surmatelas | topper, sobrecolchón
  wardrobe, closet, armoire | Kleiderschrank, Schrank | armoire, penderie, dressing | armario, ropero | furniture
  dresser, chest of drawers, drawers | Kommode, Schubladenschrank | commode | cómoda, cajonera | furniture
  sideboard, buffet, credenza | Sideboard, Anrichte | buffet, enfilade, bahut | aparador | furniture
  cabinet, cupboard | Vitrine, Hängeschrank, Schränkchen | vitrine, placard, meuble de rangement | vitrina, armarito, gabinete | furniture
  bookcase, bookshelf, bookshelves | Bücherregal, Bücherschrank | bibliothèque, étagère à livres | librería, estantería de libros | shelf
  shelf, shelves, shelving unit, rack | Regal, Regale, Wandregal, Ablage | étagère, étagères, rayonnage | estantería, estante, balda | furniture
  tv stand, tv unit, media console, tv cabinet | TV-Möbel, Fernsehtisch, TV-Schrank, Lowboard | meuble TV, meuble télé | mueble de TV, mueble para televisión | furniture
  shoe rack, shoe cabinet | Schuhregal, Schuhschrank | meuble à chaussures, étagère à chaussures | zapatero | furniture
  coat rack, coat stand, hooks, coat hook | Garderobe, Garderobenständer, Kleiderhaken | portemanteau, patère | perchero, colgador
  vanity, dressing table | Schminktisch, Frisiertisch | coiffeuse | tocador | furniture
  room divider, folding screen | Raumteiler, Paravent | paravent, cloison | biombo, separador de ambientes
  mirror | Spiegel | miroir, glace murale | espejo
  garden furniture, patio furniture, outdoor furniture | Gartenmöbel, Terrassenmöbel | salon de jardin, meubles de jardin, mobilier de jardin | muebles de jardín, muebles de terraza | furniture
  sun lounger, deck chair, sunbed, lounger | Liegestuhl, Sonnenliege, Gartenliege | transat, chaise longue, bain de soleil | tumbona, hamaca de playa
  hammock | Hängematte | hamac | hamaca
  parasol, sunshade, garden umbrella | Sonnenschirm | parasol | sombrilla, parasol
  `,
);

import { readConcepts } from '../read-table.ts';

export const TOYS_AND_BOOKS = readConcepts(
  'type',
  `
  toy, toys | Spielzeug, Spielsachen | jouet, jouets | juguete, juguetes
  plush toy, stuffed animal, soft toy, teddy bear, teddy, cuddly toy | Kuscheltier, Plüschtier, Teddy, Teddybär, Stofftier | peluche, doudou, ours en peluche | peluche, osito de peluche | toy
  doll, dolls | Puppe | poupée | muñeca | toy
  dollhouse, doll house | Puppenhaus | maison de poupée | casa de muñecas | toy
  action figure | Actionfigur, Spielfigur | figurine d'action | figura de acción | toy
  building blocks, lego, building bricks, construction set | Bausteine, Bauklötze, Lego | blocs de construction, lego, jeu de construction | bloques de construcción, lego | toy
  puzzle, jigsaw puzzle, jigsaw | Puzzle | puzzle | puzle, rompecabezas | toy
  board game | Brettspiel, Gesellschaftsspiel | jeu de société, jeu de plateau | juego de mesa | toy
  card game, playing cards | Kartenspiel, Spielkarten | jeu de cartes, cartes à jouer | juego de cartas, baraja, naipes | toy
  chess set, chess | Schachspiel, Schach | jeu d'échecs, échiquier | ajedrez, juego de ajedrez | board game
  toy car, toy train, model car | Spielzeugauto, Spielzeugeisenbahn, Modellauto | petite voiture, train miniature, voiture miniature | coche de juguete, tren de juguete | toy
  remote control car, rc car | ferngesteuertes Auto | voiture télécommandée | coche teledirigido | toy
  wooden toy, educational toy, montessori toy | Holzspielzeug, Lernspielzeug | jouet en bois, jouet éducatif | juguete de madera, juguete educativo | toy
  baby toy, rattle, teether | Babyspielzeug, Rassel, Beißring | jouet bébé, hochet, anneau de dentition | juguete de bebé, sonajero, mordedor | toy
  craft kit, craft supplies, modelling clay | Bastelset, Bastelbedarf, Knete | loisirs créatifs, kit créatif, pâte à modeler | manualidades, kit de manualidades, plastilina
  swing, slide, playhouse, sandbox | Schaukel, Rutsche, Spielhaus, Sandkasten | balançoire, toboggan, cabane de jardin, bac à sable | columpio, tobogán, casita infantil, arenero | toy
  tricycle, balance bike | Dreirad, Laufrad | tricycle, draisienne | triciclo, bicicleta sin pedales | toy
  kite | Drachen zum steigen, Lenkdrachen | cerf-volant | cometa | toy
  stroller, pram, pushchair, buggy | Kinderwagen, Buggy | poussette, landau | cochecito, carrito de bebé, silla de paseo
  car seat, child seat | Kindersitz, Autositz, Babyschale | siège auto, siège enfant | silla de coche, silla infantil de coche
  baby carrier, baby sling | Babytrage, Tragetuch | porte-bébé, écharpe de portage | portabebés, mochila portabebés
  baby bottle, pacifier, dummy | Babyflasche, Schnuller | biberon, tétine | biberón, chupete
  diapers, nappies, diaper | Windeln, Windel | couches, couche | pañales, pañal
  changing mat, changing table, diaper bag | Wickeltisch, Wickelunterlage, Wickeltasche | table à langer, matelas à langer, sac à langer | cambiador, bolsa de pañales
  baby monitor | Babyphone | babyphone, écoute-bébé | vigilabebés
  book, books, paperback, hardcover | Buch, Bücher, Taschenbuch | livre, livres, bouquin | libro, libros
  novel, fiction book, thriller, crime novel | Roman, Krimi, Thriller | roman, polar, thriller | novela, novela negra | book
  children's book, picture book, kids book | Kinderbuch, Bilderbuch | livre pour enfants, album jeunesse | libro infantil, cuento, libro de cuentos | book
  cookbook, cook book, recipe book | Kochbuch, Backbuch | livre de cuisine, livre de recettes | libro de cocina, libro de recetas | book
  travel guide, guidebook, travel book | Reiseführer, Reisebuch | guide de voyage | guía de viaje, libro de viajes | book
  comic, comic book, manga, graphic novel | Comic, Comics, Manga | bande dessinée, bd, manga | cómic, manga, tebeo | book
  dictionary, textbook | Wörterbuch, Lehrbuch, Schulbuch | dictionnaire, manuel scolaire | diccionario, libro de texto | book
  audiobook | Hörbuch | livre audio | audiolibro
  magazine | Zeitschrift, Magazin | magazine, revue | revista
  map, atlas, globe | Landkarte, Atlas, Globus | carte routière, atlas, globe terrestre | mapa, atlas, globo terráqueo
  cd, music album, vinyl, vinyl record, lp | CD, Musikalbum, Schallplatte, Vinyl | cd, album de musique, vinyle, disque vinyle | cd, disco de música, vinilo, disco
  dvd, blu-ray, movie, film | DVD, Blu-ray, Film | dvd, blu-ray, film | dvd, blu-ray, película
  `,
);

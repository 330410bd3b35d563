import { readConcepts } from '../read-table.ts';

export const MUSIC_PETS_OFFICE = readConcepts(
  'type',
  `
  musical instrument, instrument, instruments | Musikinstrument, Instrument | instrument de musique, instrument | instrumento musical, instrumento
  guitar, acoustic guitar, electric guitar | Gitarre, E-Gitarre, Akustikgitarre | guitare, guitare électrique | guitarra, guitarra eléctrica | musical instrument
  bass guitar, bass | Bassgitarre, E-Bass | guitare basse, basse | bajo eléctrico, bajo | guitar, musical instrument
  ukulele, banjo, mandolin | Ukulele, Banjo, Mandoline | ukulélé, banjo, mandoline | ukelele, banjo, mandolina | musical instrument
  violin, viola, cello, fiddle | Geige, Violine, Bratsche, Cello | violon, alto, violoncelle | violín, viola, violonchelo | musical instrument
  piano, digital piano, grand piano, upright piano | Klavier, Digitalpiano, Flügel, Piano | piano, piano numérique | piano, piano digital | musical instrument
  synthesizer, midi keyboard, electronic keyboard, music keyboard | Synthesizer, MIDI-Keyboard, Keyboard | synthétiseur, clavier midi, clavier musical | sintetizador, teclado midi, teclado musical | musical instrument
  drum, drums, drum kit, drum set, snare drum, bongos | Schlagzeug, Trommel, Bongos | batterie musicale, tambour, batterie acoustique | batería musical, tambor | musical instrument
  cymbals, tambourine, percussion, xylophone | Becken instrument, Tamburin, Xylophon, Percussion | cymbales, tambourin, percussions, xylophone | platillos, pandereta, percusión, xilófono | musical instrument
  flute, recorder | Flöte, Querflöte, Blockflöte | flûte, flûte à bec | flauta | musical instrument
  saxophone, clarinet, oboe | Saxophon, Klarinette, Oboe | saxophone, clarinette, hautbois | saxofón, clarinete, oboe | musical instrument
  trumpet, trombone, tuba, french horn | Trompete, Posaune, Tuba, Waldhorn | trompette, trombone, tuba instrument | trompeta, trombón, tuba | musical instrument
  harmonica, accordion | Mundharmonika, Akkordeon | harmonica, accordéon | armónica, acordeón | musical instrument
  microphone, mic | Mikrofon, Mikro | microphone, micro | micrófono
  amplifier, guitar amp | Verstärker, Gitarrenverstärker | amplificateur, ampli | amplificador
  guitar strings, guitar pick, music stand, drumsticks | Gitarrensaiten, Plektrum, Notenständer, Drumsticks | cordes de guitare, médiator, pupitre, baguettes de batterie | cuerdas de guitarra, púa, atril, baquetas
  pet supplies, pet accessory | Haustierbedarf, Tierbedarf | accessoires pour animaux, animalerie | artículos para mascotas, accesorios para mascotas
  dog food, cat food, pet food | Hundefutter, Katzenfutter, Tierfutter | croquettes, nourriture pour chien, nourriture pour chat, pâtée | pienso, comida para perros, comida para gatos
  dog bed, cat bed, pet bed | Hundebett, Katzenbett, Hundekorb | panier pour chien, coussin pour chien, panier pour chat | cama para perros, cama para gatos
  dog leash, dog collar, leash, harness for dogs | Hundeleine, Hundehalsband, Hundegeschirr, Leine | laisse, collier pour chien, harnais pour chien | correa de perro, collar de perro, arnés para perros
  dog toy, cat toy, pet toy, scratching post, cat tree | Hundespielzeug, Katzenspielzeug, Kratzbaum | jouet pour chien, jouet pour chat, arbre à chat, griffoir | juguete para perros, juguete para gatos, rascador
  cat litter, litter box | Katzenstreu, Katzenklo | litière, bac à litière | arena para gatos, arenero para gatos
  pet carrier, dog crate | Transportbox, Hundebox, Katzentransportbox | caisse de transport, sac de transport pour chien | transportín
  aquarium, fish tank | Aquarium | aquarium | acuario, pecera
  office supplies, stationery | Büromaterial, Bürobedarf, Schreibwaren | fournitures de bureau, papeterie | material de oficina, papelería
  notebook, journal, diary, notepad | Notizbuch, Tagebuch, Notizblock, Heft | carnet, cahier, journal intime, bloc-notes | cuaderno, libreta, diario, bloc de notas
  planner, calendar, agenda | Kalender, Terminplaner, Wandkalender | agenda, calendrier, organiseur | agenda, calendario, planificador
  pen, ballpoint pen, fountain pen | Kugelschreiber, Füller, Stift | stylo, stylo plume, stylo bille | bolígrafo, pluma estilográfica, boli
  pencil, colored pencils, crayons, markers | Bleistift, Buntstifte, Filzstifte, Wachsmalstifte | crayon, crayons de couleur, feutres | lápiz, lápices de colores, rotuladores
  pencil case | Federmappe, Federmäppchen, Mäppchen | trousse, trousse d'école | estuche
  scissors | Schere | ciseaux | tijeras
  stapler, hole punch, paper clip | Tacker, Locher, Büroklammer, Hefter | agrafeuse, perforatrice, trombone de bureau | grapadora, perforadora, clip
  binder, folder, file folder | Ordner, Aktenordner, Ringbuch, Mappe | classeur, chemise cartonnée, dossier | archivador, carpeta
  sticky notes, post-its | Haftnotizen, Klebezettel | notes adhésives, post-it | notas adhesivas
  whiteboard, pinboard, bulletin board | Whiteboard, Pinnwand | tableau blanc, tableau d'affichage | pizarra, tablón de corcho
  desk organizer, pen holder, document tray | Stifthalter, Schreibtisch-Organizer, Stiftebecher | pot à crayons, organiseur de bureau | portalápices, organizador de escritorio
  envelope, postage box | Briefumschlag, Umschlag | enveloppe | sobre de carta
  art supplies, paint set, watercolor paint, acrylic paint, easel | Malset, Künstlerbedarf, Aquarellfarben, Staffelei | matériel de dessin, boîte de peinture, aquarelle, chevalet | material de dibujo, set de pintura, acuarelas, caballete
  yarn, knitting needles, sewing kit, fabric, sewing thread | Garn, Stricknadeln, Nähset, Stoff | laine à tricoter, aiguilles à tricoter, kit de couture, tissu | ovillo, agujas de punto, kit de costura, tela
  sewing machine | Nähmaschine | machine à coudre | máquina de coser
  `,
);

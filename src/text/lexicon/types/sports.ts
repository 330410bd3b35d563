import { readConcepts } from '../read-table.ts';

export const SPORTS = readConcepts(
  'type',
  `
  sports equipment, sporting goods, fitness equipment | Sportgeräte, Sportausrüstung, Sportartikel, Fitnessgerät | équipement de sport, matériel de sport, articles de sport | equipamiento deportivo, material deportivo
  bicycle, bike, cycle | Fahrrad, Fahrräder, Rad, Velo | vélo, bicyclette | bicicleta, bici
  mountain bike | Mountainbike | vtt, vélo tout terrain | bicicleta de montaña | bicycle
  e-bike, electric bike | E-Bike, Elektrofahrrad, Pedelec | vélo électrique | bicicleta eléctrica | bicycle
  bike helmet, bicycle helmet, helmet | Fahrradhelm, Helm | casque de vélo | casco de bicicleta, casco de bici
  bike lock | Fahrradschloss | antivol, antivol vélo | candado de bicicleta, antirrobo
  bike light | Fahrradlicht, Fahrradlampe | éclairage vélo | luz de bicicleta
  scooter, kick scooter, electric scooter, e-scooter | Roller, Tretroller, E-Scooter | trottinette, trottinette électrique | patinete, patinete eléctrico
  skateboard, longboard | Skateboard, Longboard | skateboard, planche à roulettes | monopatín, skateboard
  roller skates, inline skates, rollerblades | Inliner, Inlineskates, Rollschuhe | rollers, patins à roulettes | patines, patines en línea
  ice skates | Schlittschuhe | patins à glace | patines de hielo
  ski, skis | Ski, Skier | skis, ski alpin | esquís
  snowboard | Snowboard | snowboard | tabla de snowboard, snowboard
  ski goggles, goggles | Skibrille | masque de ski | gafas de esquí
  sled, sledge, toboggan | Schlitten | luge | trineo
  swim goggles, swimming goggles | Schwimmbrille | lunettes de natation, lunettes de piscine | gafas de natación
  surfboard, paddle board, sup board | Surfbrett, SUP-Board | planche de surf, paddle | tabla de surf, tabla de paddle surf
  kayak, canoe | Kajak, Kanu | kayak, canoë | kayak, canoa, piragua
  paddle, oar | Paddel, Ruder | pagaie, rame | remo, pala de kayak
  life jacket, life vest | Schwimmweste, Rettungsweste | gilet de sauvetage | chaleco salvavidas
  snorkel, diving mask, fins | Schnorchel, Taucherbrille, Schwimmflossen, Taucherflossen | tuba, masque de plongée, palmes | tubo de buceo, gafas de buceo, aletas
  fishing rod, fishing pole | Angelrute, Angel | canne à pêche | caña de pescar
  fishing reel, reel | Angelrolle | moulinet | carrete de pesca
  fishing lure, fishing gear, fishing tackle, bait, tackle box | Angelköder, Köder, Angelzubehör | leurre, appât, matériel de pêche | señuelo, cebo, aparejos de pesca
  tent, camping tent | Zelt | tente | tienda de campaña, carpa
  sleeping bag | Schlafsack | sac de couchage, duvet de camping | saco de dormir
  sleeping pad, air mattress, camping mat | Isomatte, Luftmatratze | tapis de sol, matelas gonflable | esterilla de camping, colchón inflable
  camping stove, camp stove | Campingkocher | réchaud | hornillo, camping gas
  camping chair, folding chair | Campingstuhl, Klappstuhl | chaise de camping, chaise pliante | silla de camping, silla plegable | chair
  camping gear, camping equipment | Campingausrüstung, Campingzubehör | matériel de camping | material de camping, equipo de acampada
  cooler, cool box, ice chest | Kühlbox, Kühltasche | glacière | nevera portátil
  hiking poles, trekking poles | Wanderstöcke, Trekkingstöcke | bâtons de randonnée | bastones de senderismo
  compass | Kompass | boussole | brújula
  binoculars | Fernglas | jumelles | prismáticos, binoculares
  pocket knife, multitool, swiss army knife | Taschenmesser, Multitool | couteau de poche, couteau suisse, outil multifonction | navaja, multiherramienta | knife
  climbing gear, climbing harness, carabiner, climbing rope | Kletterausrüstung, Klettergurt, Karabiner, Kletterseil | matériel d'escalade, baudrier, mousqueton, corde d'escalade | material de escalada, arnés, mosquetón, cuerda de escalada
  yoga mat, exercise mat | Yogamatte, Gymnastikmatte, Sportmatte | tapis de yoga, tapis de gym | esterilla de yoga, esterilla
  dumbbell, dumbbells, weights, kettlebell, barbell | Hantel, Hanteln, Gewichte, Kettlebell | haltère, haltères, kettlebell, poids de musculation | mancuerna, mancuernas, pesas, pesa rusa
  resistance band, exercise band | Fitnessband, Widerstandsband, Theraband | bande élastique, élastique de fitness | banda elástica, banda de resistencia
  treadmill | Laufband | tapis de course, tapis roulant | cinta de correr
  exercise bike, spin bike, rowing machine | Heimtrainer, Ergometer, Rudergerät | vélo d'appartement, rameur | bicicleta estática, máquina de remo
  jump rope, skipping rope | Springseil | corde à sauter | comba, cuerda de saltar
  ball | Ball, Bälle | ballon, balle | pelota, balón
  football, soccer ball | Fußball | ballon de foot, ballon de football | balón de fútbol | ball
  basketball | Basketball | ballon de basket | balón de baloncesto | ball
  volleyball | Volleyball | ballon de volley | balón de voleibol | ball
  tennis racket, racket, racquet, badminton racket | Tennisschläger, Schläger, Badmintonschläger | raquette, raquette de tennis | raqueta, raqueta de tenis
  tennis ball | Tennisball | balle de tennis | pelota de tenis | ball
  table tennis set, ping pong paddle | Tischtennisschläger, Tischtennisset | raquette de ping-pong | pala de ping pong
  golf club, golf ball, golf bag | Golfschläger, Golfball | club de golf, balle de golf | palo de golf, pelota de golf
  boxing gloves, punching bag | Boxhandschuhe, Boxsack | gants de boxe, sac de frappe | guantes de boxeo, saco de boxeo
  protein powder, protein bar, sports nutrition | Proteinpulver, Eiweißpulver, Proteinriegel | protéine en poudre, barre protéinée | proteína en polvo, barrita de proteínas
  darts, dartboard | Dartscheibe, Dartpfeile | jeu de fléchettes, fléchettes, cible | diana, dardos
  trampoline | Trampolin | trampoline | cama elástica
  `,
);

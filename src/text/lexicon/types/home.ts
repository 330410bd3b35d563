import { readConcepts } from '../read-table.ts';

export const HOME = readConcepts(
  'type',
  `
  lamp, lamps, light fixture, lighting | Lampe, Leuchte, Beleuchtung | lampe, luminaire, éclairage | lámpara, iluminación
  table lamp, desk lamp, bedside lamp | Tischlampe, Schreibtischlampe, Nachttischlampe | lampe de table, lampe de bureau, lampe de chevet | lámpara de mesa, lámpara de escritorio, flexo | lamp
  floor lamp, standing lamp | Stehlampe, Standleuchte | lampadaire, lampe sur pied | lámpara de pie | lamp
  ceiling lamp, ceiling light, pendant light, pendant lamp, chandelier | Deckenlampe, Deckenleuchte, Hängelampe, Pendelleuchte, Kronleuchter | plafonnier, suspension, lustre | lámpara de techo, lámpara colgante, araña de luces | lamp
  wall lamp, wall light, sconce | Wandlampe, Wandleuchte | applique, applique murale | aplique, lámpara de pared | lamp
  light bulb, bulb, led bulb | Glühbirne, Leuchtmittel, LED-Lampe | ampoule | bombilla, foco led
  string lights, fairy lights | Lichterkette | guirlande lumineuse | guirnalda de luces, luces de navidad | lamp
  lampshade | Lampenschirm | abat-jour | pantalla de lámpara
  candle, candles, scented candle | Kerze, Duftkerze | bougie, bougie parfumée | vela, vela perfumada
  candle holder, candlestick, candleholder | Kerzenständer, Kerzenhalter, Kerzenleuchter | bougeoir, chandelier de table, photophore | portavelas, candelabro, candelero
  lantern | Laterne, Windlicht | lanterne | farol, farolillo
  diffuser, aroma diffuser, room fragrance | Diffuser, Raumduft, Duftspender | diffuseur, parfum d'intérieur | difusor, ambientador
  incense | Räucherstäbchen | encens | incienso
  vase | Vase | vase | jarrón, florero
  picture frame, photo frame | Bilderrahmen, Fotorahmen | cadre photo, cadre | marco de fotos, marco
  picture, wall art, painting, art print, canvas print | Wandbild, Gemälde, Kunstdruck, Leinwandbild | tableau, toile murale, peinture murale | cuadro, pintura mural, lienzo decorativo
  poster | Poster, Plakat | affiche, poster | póster, cartel
  wall sticker, wall decal | Wandtattoo, Wandaufkleber | sticker mural, autocollant mural | vinilo decorativo, pegatina de pared
  wallpaper | Tapete | papier peint | papel pintado
  clock, wall clock | Wanduhr, Standuhr, Tischuhr | horloge, pendule | reloj de pared, reloj de mesa
  alarm clock | Wecker, Radiowecker | réveil, radio-réveil | despertador
  rug, carpet | Teppich, Läufer | tapis, moquette | alfombra, moqueta
  doormat | Fußmatte, Türmatte | paillasson | felpudo
  bath mat | Badematte, Badvorleger, Badteppich | tapis de bain | alfombrilla de baño
  curtain, curtains, drapes | Vorhang, Vorhänge, Gardine | rideau, voilage | cortina
  blind, blinds, roller blind, shades for windows | Rollo, Jalousie, Plissee | store, store enrouleur | persiana, estor
  cushion, throw pillow | Kissen, Zierkissen, Sofakissen, Dekokissen | coussin | cojín
  cushion cover, pillow cover | Kissenbezug, Kissenhülle | housse de coussin, taie de coussin | funda de cojín
  pillow | Kopfkissen, Schlafkissen | oreiller | almohada
  blanket, throw | Decke, Wolldecke, Kuscheldecke, Tagesdecke, Plaid | couverture, plaid | manta
  duvet, comforter, quilt | Bettdecke, Steppdecke, Daunendecke | couette | edredón, nórdico
  bedding, duvet cover, bed linen, bedding set, pillowcase | Bettwäsche, Bettbezug, Kopfkissenbezug | linge de lit, housse de couette, parure de lit, taie d'oreiller | ropa de cama, funda nórdica, juego de cama, funda de almohada
  bed sheet, fitted sheet, sheets | Bettlaken, Spannbettlaken, Laken | drap, drap-housse | sábana, sábana bajera
  towel, bath towel, hand towel | Handtuch, Badetuch, Duschtuch, Handtücher | serviette de bain, serviette de toilette, drap de bain | toalla
  beach towel | Strandtuch, Strandhandtuch | serviette de plage, drap de plage | toalla de playa | towel
  shower curtain | Duschvorhang | rideau de douche | cortina de ducha
  shower head | Duschkopf, Brausekopf | pommeau de douche | alcachofa de ducha
  soap dispenser | Seifenspender | distributeur de savon | dispensador de jabón
  toilet brush | Klobürste, WC-Bürste | brosse de toilette, brosse wc | escobilla de baño
  toilet paper | Toilettenpapier, Klopapier | papier toilette | papel higiénico
  laundry basket, hamper | Wäschekorb | panier à linge | cesto de ropa
  basket, storage basket | Korb, Körbe, Aufbewahrungskorb | panier, corbeille | cesta, canasta
  storage box, box, organizer | Aufbewahrungsbox, Kiste, Box, Boxen | boîte de rangement, boîte, caisse | caja de almacenaje, caja, organizador
  trash can, waste bin, bin, garbage can | Mülleimer, Abfalleimer, Papierkorb | poubelle, corbeille à papier | cubo de basura, papelera
  hanger, clothes hanger | Kleiderbügel | cintre | percha
  ironing board | Bügelbrett | table à repasser | tabla de planchar
  drying rack, clothes airer | Wäscheständer | étendoir, séchoir à linge | tendedero
  vacuum cleaner, vacuum, hoover | Staubsauger | aspirateur | aspiradora, aspirador
  robot vacuum, robot vacuum cleaner | Saugroboter, Staubsaugerroboter | aspirateur robot, robot aspirateur | robot aspirador | vacuum cleaner
  broom, mop, duster | Besen, Wischmopp, Mopp, Staubwedel | balai, serpillière, plumeau | escoba, fregona, mopa
  cleaning product, cleaner, detergent | Reinigungsmittel, Putzmittel, Reiniger | produit d'entretien, nettoyant | producto de limpieza, limpiador
  laundry detergent, washing powder | Waschmittel | lessive | detergente de ropa
  dish soap, dishwashing liquid | Spülmittel | liquide vaisselle | lavavajillas líquido
  fan | Ventilator | ventilateur | ventilador
  heater, space heater, radiator | Heizgerät, Heizlüfter, Heizkörper | radiateur, chauffage | calefactor, radiador, estufa
  air conditioner | Klimaanlage, Klimagerät | climatiseur | aire acondicionado
  humidifier | Luftbefeuchter | humidificateur | humidificador
  air purifier | Luftreiniger | purificateur d'air | purificador de aire
  hot water bottle | Wärmflasche | bouillotte | bolsa de agua caliente
  statue, sculpture, figurine, ornament | Statue, Skulptur, Figur, Dekofigur | statue, sculpture, figurine | estatua, escultura, figura decorativa
  decoration, decor, home decor | Dekoration, Deko, Wohndeko | décoration, déco | decoración, adorno
  christmas tree | Weihnachtsbaum, Christbaum, Tannenbaum | sapin de noël, sapin | árbol de navidad
  christmas decoration, christmas ornament, bauble, tree topper | Weihnachtsdeko, Christbaumkugel, Weihnachtskugel, Weihnachtsschmuck | décoration de noël, boule de noël | decoración navideña, adorno de navidad, bola de navidad | decoration
  wreath | Kranz, Kränze, Türkranz | couronne de fleurs, couronne de porte | corona de flores, corona navideña
  gift wrap, wrapping paper, gift bag | Geschenkpapier, Geschenktüte | papier cadeau, sac cadeau | papel de regalo, bolsa de regalo
  greeting card, card for birthday | Grußkarte, Geburtstagskarte | carte de vœux, carte d'anniversaire | tarjeta de felicitación
  gift card, voucher, gift voucher | Geschenkgutschein, Gutschein, Geschenkkarte | carte cadeau, chèque-cadeau | tarjeta regalo, cheque regalo
  balloon, party supplies | Luftballon, Partyzubehör | ballon de baudruche, ballons de fête | globo, artículos de fiesta
  smoke detector, smoke alarm | Rauchmelder | détecteur de fumée | detector de humo
  `,
);

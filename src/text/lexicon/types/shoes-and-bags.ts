import { readConcepts } from '../read-table.ts';

export const SHOES_AND_BAGS = readConcepts(
  'type',
  `
  shoe, shoes, footwear | Schuh, Schuhe, Schuhwerk | chaussures, chaussure, souliers | zapatos, zapato, calzado
  sneaker, sneakers, trainers, tennis shoes | Sneaker, Sneakers, Turnschuhe, Freizeitschuhe | baskets, basket, sneakers, tennis chaussures | zapatillas, zapatilla, deportivas, tenis, bambas | shoe
  running shoe, running shoes | Laufschuh, Laufschuhe, Joggingschuhe | chaussures de course, chaussures de running | zapatillas de correr, zapatillas de running | sneaker, shoe
  sports shoe, sports shoes, athletic shoes | Sportschuhe, Sportschuh | chaussures de sport | zapatillas deportivas, zapatos deportivos | shoe
  boot, boots | Stiefel | bottes, botte | botas, bota | shoe
  ankle boot, ankle boots, bootie, booties, chelsea boot, chelsea boots | Stiefelette, Stiefeletten, Chelsea-Boots | bottines, bottine, boots | botines, botín | boot
  hiking boot, hiking boots, hiking shoes, walking boots | Wanderschuhe, Wanderstiefel, Wanderschuh, Trekkingschuhe | chaussures de randonnée, chaussures de marche | botas de montaña, botas de senderismo, zapatillas de senderismo | boot, shoe
  winter boot, winter boots, snow boots | Winterstiefel, Schneestiefel, Winterschuhe | bottes d'hiver, bottes de neige, après-ski | botas de invierno, botas de nieve | boot
  rubber boot, rubber boots, rain boots, wellies, wellington boots | Gummistiefel | bottes de pluie, bottes en caoutchouc | botas de agua, botas de lluvia | boot
  sandal, sandals | Sandalen, Sandale | sandales, sandale | sandalias, sandalia | shoe
  flip-flops, flip flops, thongs, slides | Flip-Flops, Zehentrenner, Badelatschen, Badeschuhe | tongs, claquettes | chanclas, chancletas | sandal
  slippers, slipper, house shoes | Hausschuhe, Pantoffeln, Puschen, Hausschuh | pantoufles, chaussons, pantoufle | zapatillas de casa, pantuflas, zapatillas de estar por casa | shoe
  clogs, mules | Clogs, Pantoletten | sabots, mules | zuecos | shoe
  high heels, heels, pumps, stilettos | High Heels, Pumps, Stöckelschuhe, Absatzschuhe | escarpins, talons hauts, chaussures à talons | tacones, zapatos de tacón, stilettos | shoe
  ballet flats, flats, ballerinas, ballerina | Ballerinas, flache Schuhe | ballerines, ballerine | bailarinas, manoletinas | shoe
  loafers, loafer, moccasins | Loafer, Slipper-Schuhe, Mokassins | mocassins, mocassin | mocasines, mocasín | shoe
  dress shoes, oxfords, oxford shoes, brogues, formal shoes, derby shoes | Halbschuhe, Businessschuhe, Anzugschuhe, Oxford-Schuhe, Schnürschuhe | chaussures de ville, richelieus, derbies, chaussures habillées | zapatos de vestir, zapatos oxford | shoe
  espadrilles | Espadrilles | espadrilles | alpargatas, esparteñas | shoe
  football boots, soccer cleats, cleats | Fußballschuhe | chaussures de foot, crampons | botas de fútbol | shoe
  insoles, shoe insoles | Einlegesohlen, Schuheinlagen | semelles | plantillas
  shoelaces, laces | Schnürsenkel | lacets | cordones
  shoe care, shoe polish | Schuhpflege, Schuhcreme | cirage | betún, cuidado del calzado
  bag | Tasche, Taschen | sac | bolsa, bolso, bolsos
  handbag, purse, clutch | Handtasche, Clutch, Abendtasche | sac à main, pochette de soirée | bolso de mano, cartera de mano, clutch | bag
  shoulder bag, crossbody bag, crossbody, messenger bag | Umhängetasche, Schultertasche, Crossbody-Tasche | sac bandoulière, besace | bandolera, bolso bandolera, bolso cruzado | bag
  tote bag, tote, shopper | Tragetasche, Shopper, Stoffbeutel, Jutebeutel | cabas, tote bag, sac cabas | bolsa de tela, tote, capazo | bag
  backpack, rucksack, daypack, knapsack | Rucksack, Rucksäcke | sac à dos | mochila | bag
  school bag, satchel | Schulranzen, Schultasche, Ranzen | cartable, sac d'école | mochila escolar, cartera escolar | bag
  laptop bag, briefcase, laptop case | Laptoptasche, Aktentasche, Notebooktasche | sacoche, sacoche d'ordinateur, porte-documents, mallette | maletín, funda de portátil, bolso para portátil | bag
  travel bag, duffel bag, duffle bag, weekender, holdall | Reisetasche, Weekender | sac de voyage | bolsa de viaje | bag
  gym bag, sports bag | Sporttasche, Turnbeutel | sac de sport | bolsa de deporte, bolsa de gimnasio | bag
  belt bag, fanny pack, bum bag, waist bag | Bauchtasche, Gürteltasche | banane, sac banane | riñonera | bag
  suitcase, luggage, trolley case, carry-on | Koffer, Reisekoffer, Trolley, Handgepäck, Gepäck | valise, bagage, bagages | maleta, equipaje
  wallet, billfold, card holder, cardholder | Geldbörse, Portemonnaie, Brieftasche, Geldbeutel, Kartenetui | portefeuille, porte-monnaie, porte-cartes | cartera, billetera, monedero, tarjetero
  toiletry bag, wash bag, cosmetic bag, makeup bag | Kulturbeutel, Kulturtasche, Kosmetiktasche, Waschbeutel | trousse de toilette, trousse de maquillage, vanity | neceser, bolsa de aseo
  umbrella | Regenschirm, Schirm | parapluie | paraguas
  key ring, keychain, key chain, key holder | Schlüsselanhänger, Schlüsselbund, Schlüsseletui | porte-clés | llavero
  `,
);

import { readConcepts } from '../read-table.ts';

export const KITCHEN = readConcepts(
  'type',
  `
  cookware, pots and pans | Kochgeschirr, Topfset | batterie de cuisine, casseroles et poêles | batería de cocina
  pot, saucepan, stockpot | Topf, Kochtopf | casserole, marmite, faitout | olla, cacerola, cazo | cookware
  frying pan, skillet, pan | Pfanne, Bratpfanne | poêle | sartén | cookware
  wok | Wok | wok | wok | cookware
  dutch oven, casserole, roasting pan | Bräter, Schmortopf | cocotte | cocotte, olla de hierro | cookware
  pressure cooker | Schnellkochtopf | autocuiseur, cocotte-minute | olla a presión, olla exprés | cookware
  baking tray, baking pan, cake tin, baking mold, bakeware | Backform, Backblech, Kuchenform | moule à gâteau, plaque de cuisson, moule | molde de horno, bandeja de horno, molde
  knife, knives, kitchen knife, chef's knife | Messer, Küchenmesser, Kochmesser | couteau, couteau de cuisine, couteau de chef | cuchillo, cuchillo de cocina
  knife block, knife set | Messerblock, Messerset | bloc à couteaux, set de couteaux | bloque de cuchillos, juego de cuchillos | knife
  cutting board, chopping board | Schneidebrett, Schneidbrett | planche à découper | tabla de cortar
  grater, peeler | Reibe, Sparschäler, Schäler | râpe, éplucheur, économe | rallador, pelador
  spatula, turner, whisk, ladle, kitchen utensil, kitchen utensils | Pfannenwender, Schneebesen, Kochlöffel, Schöpfkelle, Küchenhelfer | spatule, fouet, louche, ustensile de cuisine, ustensiles | espátula, batidor, cucharón, utensilio de cocina, utensilios
  tongs, kitchen tongs | Küchenzange, Grillzange | pince de cuisine | pinzas de cocina
  can opener, bottle opener, corkscrew | Dosenöffner, Flaschenöffner, Korkenzieher | ouvre-boîte, décapsuleur, tire-bouchon | abrelatas, abrebotellas, sacacorchos
  colander, strainer, sieve | Sieb, Nudelsieb | passoire, tamis | colador, escurridor
  mixing bowl | Rührschüssel | saladier, bol mélangeur | bol de mezclar | bowl
  bowl | Schüssel, Schale, Schälchen | bol | cuenco, bol, tazón
  plate, plates, dinner plate | Teller | assiette | plato
  dinnerware, tableware, crockery, dinner set | Geschirr, Geschirrset, Tafelgeschirr, Essgeschirr | vaisselle, service de table | vajilla
  cutlery, flatware, silverware, fork, spoon | Besteck, Gabel, Löffel, Besteckset | couverts, fourchette, cuillère, ménagère | cubertería, cubiertos, tenedor, cuchara
  mug, cup, teacup, coffee mug | Tasse, Becher, Kaffeetasse, Kaffeebecher | tasse, mug | taza
  drinking glass, glass, glasses, tumbler, glassware | Trinkglas, Glas, Gläser, Wasserglas | verre, verres à eau | vaso, vasos
  wine glass, champagne glass, champagne flute | Weinglas, Sektglas, Champagnerglas | verre à vin, flûte à champagne | copa de vino, copa, copa de champán | drinking glass
  beer glass | Bierglas, Bierkrug | verre à bière, chope | vaso de cerveza, jarra de cerveza | drinking glass
  carafe, pitcher, jug, decanter | Karaffe, Krug, Kanne | carafe, pichet, cruche | jarra, decantador
  water bottle, drinking bottle, bottle, flask | Trinkflasche, Wasserflasche, Flasche | gourde, bouteille, bouteille d'eau | botella, botella de agua, cantimplora
  thermos, vacuum flask, travel mug | Thermoskanne, Isolierflasche, Thermosflasche, Thermobecher | thermos, bouteille isotherme, mug isotherme | termo, taza térmica | water bottle
  lunch box, lunchbox, bento box | Brotdose, Lunchbox, Brotbox | lunch box, boîte à goûter, boîte repas | fiambrera, táper, tartera
  food container, food storage, storage jar, jar | Frischhaltedose, Vorratsdose, Vorratsglas | boîte hermétique, boîte de conservation, bocal | recipiente hermético, tarro, bote de cocina
  tablecloth, table runner | Tischdecke, Tischläufer | nappe, chemin de table | mantel, camino de mesa
  placemat | Tischset, Platzset | set de table | mantel individual
  napkin, napkins | Serviette, Servietten | serviette en papier, serviettes de table | servilleta
  tea towel, dish towel, kitchen towel | Geschirrtuch, Küchentuch | torchon | paño de cocina, trapo de cocina
  oven mitt, oven gloves, potholder | Ofenhandschuh, Topflappen, Topfhandschuh | gant de cuisine, manique | manopla de horno, agarrador
  teapot | Teekanne | théière | tetera
  french press, coffee press, moka pot | French Press, Stempelkanne, Espressokocher | cafetière à piston, cafetière italienne | cafetera de émbolo, cafetera italiana | coffee maker
  coffee maker, coffee machine, espresso machine | Kaffeemaschine, Espressomaschine, Kaffeevollautomat | cafetière, machine à café, machine à expresso | cafetera, máquina de café
  coffee grinder | Kaffeemühle | moulin à café | molinillo de café
  kettle, electric kettle | Wasserkocher, Wasserkessel | bouilloire | hervidor
  toaster | Toaster | grille-pain | tostadora
  blender, smoothie maker | Mixer, Standmixer, Smoothiemaker | blender, mixeur | batidora, licuadora
  hand blender, hand mixer, mixer, stand mixer | Stabmixer, Handmixer, Rührgerät | mixeur plongeant, batteur électrique | batidora de mano, amasadora | blender
  food processor | Küchenmaschine | robot de cuisine, robot culinaire | robot de cocina, procesador de alimentos
  juicer | Entsafter, Saftpresse | presse-agrumes, extracteur de jus, centrifugeuse | exprimidor, extractor de zumo
  air fryer, deep fryer | Heißluftfritteuse, Fritteuse, Airfryer | friteuse, friteuse à air | freidora, freidora de aire
  microwave, microwave oven | Mikrowelle | micro-ondes | microondas
  oven, stove, cooker, hob | Backofen, Herd, Kochfeld | four, cuisinière, plaque à induction | horno, cocina eléctrica, placa de inducción
  refrigerator, fridge, freezer | Kühlschrank, Gefrierschrank, Kühltruhe | réfrigérateur, frigo, congélateur | frigorífico, nevera, congelador
  dishwasher | Spülmaschine, Geschirrspüler | lave-vaisselle | lavavajillas
  washing machine, washer | Waschmaschine | lave-linge, machine à laver | lavadora
  tumble dryer, dryer | Wäschetrockner, Trockner | sèche-linge | secadora
  iron, clothes iron, steam iron | Bügeleisen, Dampfbügeleisen | fer à repasser | plancha de ropa, plancha de vapor
  rice cooker, slow cooker | Reiskocher, Schongarer | cuiseur à riz, mijoteuse | arrocera, olla de cocción lenta
  waffle maker, waffle iron, sandwich maker | Waffeleisen, Sandwichmaker | gaufrier, appareil à croque-monsieur | gofrera, sandwichera
  raclette, fondue, fondue set | Raclette, Fondue, Raclettegrill | appareil à raclette, fondue | raclette, fondue
  kitchen scale, scales | Küchenwaage | balance de cuisine | báscula de cocina, balanza de cocina
  spice rack, salt and pepper mill, pepper mill, salt shaker | Gewürzregal, Pfeffermühle, Salzstreuer | étagère à épices, moulin à poivre, salière | especiero, molinillo de pimienta, salero
  cake stand, serving tray, tray, serving platter | Tortenplatte, Tablett, Servierplatte | plateau, présentoir à gâteau, plat de service | bandeja, fuente para servir
  coaster, coasters | Untersetzer | dessous de verre | posavasos
  kitchenware, kitchen accessory | Küchenzubehör, Küchenutensilien | accessoires de cuisine | menaje de cocina, accesorios de cocina
  `,
);

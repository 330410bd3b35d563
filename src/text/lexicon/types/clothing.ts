import { readConcepts } from '../read-table.ts';

export const CLOTHING = readConcepts(
  'type',
  `
  clothing, clothes, apparel, garment, outfit | Kleidung, Bekleidung, Klamotten, Kleidungsstück | vêtements, vêtement, habits | ropa, prenda, prendas de vestir
  jacket | Jacke | veste, blouson | chaqueta, cazadora | clothing
  coat, overcoat | Mantel, Mäntel | manteau, pardessus | abrigo | clothing
  parka | Parka, Parkas | parka | parka | jacket
  anorak | Anorak | anorak | anorak | jacket
  raincoat, rain jacket, mac | Regenjacke, Regenmantel | imperméable de pluie, veste de pluie, ciré | chubasquero, impermeable de lluvia | jacket
  blazer, sport coat, suit jacket | Blazer, Sakko, Jackett | blazer, veste de costume | blazer, americana | jacket
  puffer jacket, down jacket, puffer | Daunenjacke, Steppjacke, Pufferjacke | doudoune | plumífero, chaqueta acolchada | jacket
  leather jacket, biker jacket | Lederjacke, Bikerjacke | veste en cuir, blouson en cuir, perfecto | chaqueta de cuero, cazadora de cuero, chaqueta de piel | jacket
  denim jacket, jean jacket | Jeansjacke | veste en jean | chaqueta vaquera, cazadora vaquera | jacket
  fleece jacket | Fleecejacke | veste polaire | chaqueta polar | jacket
  windbreaker | Windjacke, Windbreaker | coupe-vent veste | cortavientos chaqueta | jacket
  bomber jacket, bomber | Bomberjacke | bomber | chaqueta bomber, bomber | jacket
  trench coat, trench | Trenchcoat | trench, trench-coat | gabardina, trench | coat
  poncho, cape | Poncho, Umhang | poncho, cape | poncho, capa | clothing
  vest, gilet, waistcoat | Weste | gilet sans manches, gilet de costume | chaleco | clothing
  shirt | Hemd | chemise | camisa | clothing
  t-shirt, tee, tee shirt, tshirt | T-Shirt, Shirt, Shirts | t-shirt, tee-shirt | camiseta, playera, remera | shirt
  blouse | Bluse | blouse, chemisier | blusa | shirt
  polo shirt, polo | Poloshirt, Polohemd | polo | polo | shirt
  tank top, camisole, singlet | Tanktop, Trägertop | débardeur, caraco | camiseta de tirantes, top de tirantes | shirt
  top, crop top | Oberteil, Crop-Top | haut, crop top | top, parte de arriba | clothing
  sweater, jumper, pullover | Pullover, Pulli, Pullis, Strickpullover | pull, pull-over, chandail, tricot | jersey, suéter, pulóver | clothing
  cardigan | Strickjacke, Cardigan | cardigan, gilet en maille | cárdigan, rebeca, chaqueta de punto | sweater
  hoodie, hooded sweatshirt, hoody | Hoodie, Kapuzenpullover, Kapuzenjacke | sweat à capuche, hoodie | sudadera con capucha, hoodie | sweatshirt
  sweatshirt | Sweatshirt | sweat-shirt, sweat | sudadera | clothing
  turtleneck, roll neck | Rollkragenpullover, Rolli | col roulé, pull à col roulé | jersey de cuello alto, cuello vuelto | sweater
  dress | Kleid, Kleider | robe | vestido | clothing
  evening dress, evening gown, gown | Abendkleid | robe de soirée | vestido de noche, vestido de fiesta | dress
  summer dress, sundress | Sommerkleid | robe d'été | vestido de verano | dress
  wedding dress | Brautkleid, Hochzeitskleid | robe de mariée | vestido de novia | dress
  skirt | Rock, Röcke | jupe | falda | clothing
  trousers, pants, slacks | Hose, Hosen | pantalon | pantalón, pantalones | clothing
  jeans, jean | Jeans, Jeanshose | jean, jeans | vaqueros, jeans, tejanos, pantalón vaquero | trousers
  chinos, chino | Chinohose, Chinos, Chino | chino, pantalon chino | pantalón chino, chinos | trousers
  cargo pants | Cargohose | pantalon cargo | pantalón cargo | trousers
  shorts, short pants, bermuda shorts | Shorts, kurze Hose, Bermudas | short, bermuda | pantalón corto, pantalones cortos, bermudas | trousers
  leggings, tights for sport | Leggings, Leggins | legging, leggings | leggings, mallas | trousers
  sweatpants, joggers, jogging pants, tracksuit bottoms | Jogginghose, Sweathose, Trainingshose | pantalon de jogging, bas de survêtement | pantalón de chándal, joggers | trousers
  tracksuit | Trainingsanzug, Jogginganzug | survêtement | chándal | clothing
  jumpsuit, romper, overalls, dungarees | Jumpsuit, Overall, Latzhose, Einteiler | combinaison, salopette | mono, peto, enterizo | clothing
  suit | Anzug, Anzüge | costume, tailleur | traje | clothing
  tuxedo, dinner jacket | Smoking | smoking | esmoquin | suit
  underwear, briefs, boxers, boxer shorts, panties, knickers | Unterwäsche, Unterhose, Boxershorts, Slip, Slips | sous-vêtement, sous-vêtements, culotte, caleçon, boxer, slip | ropa interior, calzoncillos, bragas, bóxer | clothing
  bra, brassiere, sports bra | BH, Büstenhalter, Sport-BH | soutien-gorge, brassière | sujetador, sostén, sujetador deportivo | underwear
  lingerie | Dessous, Reizwäsche | lingerie | lencería | underwear
  thermal underwear, long johns, base layer | Thermounterwäsche, lange Unterhose, Funktionsunterwäsche | sous-vêtement thermique | ropa interior térmica | underwear
  socks, sock | Socken, Socke, Strümpfe, Strumpf | chaussettes, chaussette | calcetines, calcetín | clothing
  tights, pantyhose, stockings | Strumpfhose, Strumpfhosen | collants, collant, bas collants | medias, pantis | clothing
  pyjamas, pajamas, pyjama, pajama, sleepwear, nightwear | Schlafanzug, Pyjama, Nachtwäsche | pyjama | pijama, ropa de dormir | clothing
  nightgown, nightdress | Nachthemd | chemise de nuit, nuisette | camisón | clothing
  bathrobe, robe, dressing gown | Bademantel, Morgenmantel | peignoir, robe de chambre | albornoz, bata | clothing
  swimwear, swimsuit, bathing suit | Badeanzug, Bademode, Badebekleidung | maillot de bain, maillot | bañador, traje de baño | clothing
  bikini | Bikini | bikini, maillot deux pièces | bikini | swimwear
  swim trunks, swim shorts, board shorts | Badehose, Badeshorts | short de bain | bañador de hombre, bañador corto | swimwear
  scarf, scarves, shawl, wrap | Schal, Schals, Halstuch, Tuch, Tücher | écharpe, foulard, châle | bufanda, fular, pañuelo, pañuelo de cuello, chal | clothing
  gloves, glove, mittens, mitten | Handschuhe, Handschuh, Fäustlinge | gants, gant, moufles | guantes, guante, manoplas | clothing
  hat | Hut, Hüte, Kopfbedeckung | chapeau | sombrero, gorro | clothing
  beanie, knit hat, woolly hat, winter hat | Mütze, Wollmütze, Strickmütze, Beanie | bonnet | gorro de lana, gorro de punto | hat
  cap, baseball cap | Kappe, Cap, Basecap, Schirmmütze, Baseballkappe | casquette | gorra | hat
  headband, hairband | Stirnband, Haarband | bandeau, serre-tête | cinta para el pelo, diadema | clothing
  belt | Gürtel | ceinture | cinturón | clothing
  tie, necktie | Krawatte, Schlips | cravate | corbata | clothing
  bow tie | Fliege als krawatte, Querbinder | nœud papillon | pajarita | clothing
  suspenders, braces | Hosenträger | bretelles | tirantes | clothing
  pocket square, handkerchief | Einstecktuch, Taschentuch | pochette de costume, mouchoir | pañuelo de bolsillo | clothing
  costume, fancy dress, halloween costume | Kostüm, Faschingskostüm, Verkleidung | déguisement | disfraz, disfraces | clothing
  baby clothes, onesie, bodysuit, romper suit | Babykleidung, Strampler, Babybody, Body | vêtements bébé, grenouillère, body | ropa de bebé, body, pelele | clothing
  apron | Schürze | tablier | delantal, mandil
  uniform, workwear, scrubs | Uniform, Arbeitskleidung | uniforme, vêtement de travail | uniforme, ropa de trabajo | clothing
  sportswear, activewear, gym clothes | Sportbekleidung, Sportkleidung | vêtements de sport, tenue de sport | ropa deportiva | clothing
  jersey shirt, football shirt, soccer jersey | Trikot | maillot de foot | camiseta de fútbol | shirt
  ski suit, ski pants, ski jacket, snow suit | Skianzug, Skihose, Skijacke, Schneeanzug | combinaison de ski, pantalon de ski, veste de ski | traje de esquí, pantalón de esquí, chaqueta de esquí | clothing
  `,
);

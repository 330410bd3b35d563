import { readConcepts } from '../read-table.ts';

export const GROCERIES = readConcepts(
  'type',
  `
  food, groceries, grocery | Lebensmittel, Essen | alimentation, nourriture, épicerie | comida, alimentos, comestibles
  fruit, fruits | Obst, Früchte, Frucht | fruit, fruits | fruta, frutas | food
  apple | Apfel, Äpfel | pomme | manzana | fruit
  banana | Banane | banane | plátano, banana | fruit
  orange fruit, oranges, mandarin | Apfelsine, Orangen, Mandarine | oranges, mandarine, clémentine | naranjas, mandarina | fruit
  lemon, lime | Zitrone, Limette | citron, citron jaune | limón, lima fruta | fruit
  grapes | Weintrauben, Trauben | raisin, raisins | uvas | fruit
  berries, strawberries, strawberry, blueberries, raspberries | Beeren, Erdbeeren, Heidelbeeren, Himbeeren | fruits rouges, fraises, myrtilles, framboises | frutos rojos, fresas, arándanos, frambuesas | fruit
  pear, peach, cherry, cherries, mango, pineapple, melon, avocado | Birne, Pfirsich, Kirschen, Mango, Ananas, Melone, Avocado | poire, pêche fruit, cerises, mangue, ananas, avocat | pera, melocotón, cerezas, mango, piña, melón, aguacate | fruit
  vegetables, vegetable, veggies | Gemüse | légumes, légume | verduras, verdura, hortalizas, vegetales | food
  tomato, tomatoes | Tomate | tomate | tomate | vegetables
  potato, potatoes | Kartoffel, Kartoffeln | pomme de terre, pommes de terre | patata, patatas, papa comestible | vegetables
  onion, garlic | Zwiebel, Knoblauch | oignon, ail | cebolla, ajo | vegetables
  carrot, pepper vegetable, cucumber, broccoli, cabbage, spinach, eggplant | Karotte, Möhre, Paprika, Gurke, Brokkoli, Kohl, Spinat | carotte, poivron, concombre, brocoli, chou, épinards | zanahoria, pimiento, pepino, brócoli, col, espinacas | vegetables
  lettuce, salad | Salat, Kopfsalat | salade, laitue | lechuga, ensalada | vegetables
  mushrooms, mushroom | Pilze, Champignons | champignons, champignon | setas, champiñones | vegetables
  meat | Fleisch | viande | carne | food
  beef, steak, ground beef | Rindfleisch, Steak, Rind | bœuf, steak | carne de vacuno, ternera, bistec | meat
  chicken meat, chicken, turkey | Hähnchen, Hühnchen, Geflügel, Pute | poulet, dinde, volaille | pollo, pavo | meat
  pork, ham, bacon, sausage | Schweinefleisch, Schinken, Speck, Wurst, Würstchen | porc, jambon, bacon, saucisse | cerdo, jamón, beicon, salchicha | meat
  fish, seafood, salmon fillet, tuna, shrimp, prawns | Fisch, Meeresfrüchte, Thunfisch, Garnelen | poisson, fruits de mer, thon, crevettes | pescado, marisco, atún, gambas | food
  eggs, egg | Eier, Ei | œufs, œuf | huevos, huevo | food
  milk | Milch | lait | leche | dairy
  dairy, dairy products | Milchprodukte | produits laitiers | lácteos, productos lácteos | food
  cheese | Käse | fromage | queso | dairy
  yogurt, yoghurt | Joghurt | yaourt | yogur | dairy
  butter, margarine | Butter, Margarine | beurre, margarine | mantequilla, margarina | dairy
  ice cream | Eis, Eiscreme, Speiseeis | glace, crème glacée | helado | food
  bread, loaf, baguette, bagel | Brot, Brötchen, Baguette | pain, baguette | pan, barra de pan | food
  bakery, pastry, pastries, croissant, muffin | Backwaren, Gebäck, Croissant, Muffin | viennoiserie, pâtisserie, croissant | bollería, pastelería, cruasán, magdalena | food
  cake, pie, cupcake | Kuchen, Torte | gâteau, tarte, cupcake | tarta, pastel, bizcocho | bakery
  cookies, biscuits, cookie | Kekse, Plätzchen | biscuits, cookies, gâteaux secs | galletas, galleta | food
  chocolate, chocolates, pralines | Schokolade, Pralinen | chocolats, tablette de chocolat, pralines | chocolates, bombones, tableta de chocolate | food
  candy, sweets, gummy bears | Süßigkeiten, Bonbons, Gummibärchen | bonbons, confiserie, friandises | caramelos, chuches, golosinas | food
  snacks, chips, crisps, popcorn, crackers | Snacks, Chips, Popcorn, Knabberzeug | snacks, chips apéritif, biscuits apéritifs, pop-corn | aperitivos, patatas fritas, palomitas | food
  nuts, almonds, peanuts, cashews | Nüsse, Mandeln, Erdnüsse | noix, amandes, cacahuètes, noisettes | frutos secos, almendras, cacahuetes, nueces | food
  pasta, spaghetti, noodles | Nudeln, Pasta, Spaghetti | pâtes, spaghetti, nouilles | pasta, espaguetis, fideos | food
  rice | Reis | riz | arroz | food
  cereal, muesli, granola, oatmeal | Müsli, Cornflakes, Haferflocken | céréales, muesli, flocons d'avoine | cereales, muesli, copos de avena | food
  flour, baking ingredients | Mehl, Backzutaten | farine | harina | food
  sugar | Zucker | sucre | azúcar | food
  oil, olive oil, vinegar | Öl, Olivenöl, Essig, Speiseöl | huile, huile d'olive, vinaigre | aceite, aceite de oliva, vinagre | food
  spices, spice, herbs, salt, seasoning | Gewürze, Gewürz, Kräuter, Salz | épices, herbes, sel | especias, hierbas, sal | food
  sauce, ketchup, mayonnaise, mustard sauce | Soße, Sauce, Ketchup, Senf | sauce, ketchup, mayonnaise | salsa, kétchup, mayonesa | food
  jam, honey, spread, peanut butter | Marmelade, Honig, Aufstrich, Konfitüre | confiture, miel, pâte à tartiner | mermelada, miel, crema para untar | food
  soup | Suppe | soupe | sopa | food
  pizza, sandwich, ready meal | Pizza, Sandwich, Fertiggericht | pizza, sandwich, plat préparé | pizza, bocadillo, plato preparado | food
  coffee, coffee beans | Kaffee, Kaffeebohnen | café, café en grains | café en grano, café molido, café | drinks
  tea, tea bags, green tea, herbal tea | Tee, Teebeutel, Kräutertee, Grüntee | thé, infusion, tisane | té, infusión
  drinks, beverage, beverages, drink | Getränke, Getränk | boissons, boisson | bebidas, bebida
  juice, lemonade, smoothie | Saft, Limonade, Smoothie | jus, jus de fruits, limonade | zumo, jugo, limonada, batido | drinks
  water, mineral water, sparkling water | Mineralwasser, Sprudel | eau minérale, eau gazeuse | agua mineral, agua con gas | drinks
  soda, soft drink, cola | Limo, Cola, Softdrink | soda, cola | refresco, gaseosa | drinks
  wine, red wine, white wine | Wein, Rotwein, Weißwein | vin, vin rouge, vin blanc | vino, vino tinto de mesa, vino blanco | drinks
  champagne, sparkling wine, prosecco | Sekt, Champagner, Prosecco | champagne, vin mousseux, prosecco | champán, cava, prosecco | wine
  beer | Bier | bière | cerveza | drinks
  spirits, whisky, whiskey, gin, rum, vodka, liquor | Spirituosen, Whisky, Gin, Rum, Wodka, Likör | spiritueux, whisky, gin, rhum, vodka, liqueur | licores, whisky, ginebra, ron, vodka, licor | drinks
  baby food, infant formula | Babynahrung, Babybrei | aliments pour bébé, lait infantile | comida para bebés, leche infantil | food
  gift basket, hamper basket, gift set | Geschenkkorb, Präsentkorb, Geschenkset | panier garni, coffret cadeau, panier cadeau | cesta de regalo, set de regalo
  `,
);

import { readConcepts } from './read-table.ts';

/** What a thing is like or good for: wishes rather than facts, matched against texts. */
export const QUALITIES = readConcepts(
  'quality',
  `
  warm, cozy, cosy, snug | warm, kuschelig, mollig | chaud, chaude, douillet, douillette | cálido, cálida, abrigado, calentito, abrigada, caliente
  cool, cooling | kühl, kühlend | frais, fraîche | fresco, fresca
  light, lightweight | leicht, federleicht | léger, légère | ligero, ligera, liviano
  heavy, heavyweight | schwer | lourd, lourde | pesado, pesada
  soft, fluffy, plush | weich, flauschig | doux, douce, moelleux | suave, blando, mullido
  hard, firm | hart, fest | dur, ferme | duro, firme
  thick, chunky | dick | épais, épaisse | grueso, gruesa
  thin, slim | dünn, schmal | fin, fine, mince | fino, fina, delgado
  long | lang | long, longue | largo, larga
  short | kurz | court, courte | corto, corta
  big, large, spacious, roomy | groß, geräumig | grand, grande, spacieux | grande, amplio, espacioso
  small, compact, little, tiny, mini | klein, kompakt, winzig | petit, petite, compact | pequeño, pequeña, compacto
  wide | breit, weit | large | ancho, ancha
  narrow | eng, schmal geschnitten | étroit, étroite | estrecho, estrecha
  waterproof, water resistant, watertight, rainproof | wasserdicht, wasserfest, wasserabweisend, regenfest | imperméable, étanche, résistant à l'eau | impermeable, resistente al agua, sumergible
  windproof | winddicht | coupe-vent | cortavientos
  breathable | atmungsaktiv | respirant, respirante | transpirable
  insulated, thermal | isoliert, thermo, gefüttert | isolé, isotherme, thermique | térmico, térmica, aislante
  stretchy, elastic, stretch | dehnbar, elastisch, stretch | extensible, élastique | elástico, elástica
  comfortable, comfy | bequem, komfortabel, gemütlich | confortable | cómodo, cómoda
  durable, sturdy, robust, long-lasting, hard-wearing | robust, langlebig, strapazierfähig, stabil | durable, robuste, solide | resistente, duradero, robusto, duradera
  elegant, chic, classy | elegant, schick, edel | élégant, élégante, chic | elegante
  stylish, fashionable, trendy | stylisch, modisch, stilvoll | tendance, à la mode, stylé | moderno, de moda, con estilo
  casual | lässig, leger | décontracté, décontractée | informal, casual
  formal, dressy, smart | förmlich, festlich, schick gekleidet | habillé, formel, formelle | formal, de vestir
  classic, timeless | klassisch, zeitlos | classique, intemporel | clásico, clásica, atemporal
  modern, contemporary | modern, zeitgemäß | moderne, contemporain | moderna, contemporáneo
  vintage, retro | Vintage, retro | vintage, rétro | vintage, retro
  rustic | rustikal | rustique | rústico, rústica
  minimalist, simple | minimalistisch, schlicht, einfach | minimaliste, simple, épuré | minimalista, sencillo, sencilla
  handmade, handcrafted | handgemacht, handgefertigt | fait main, artisanal | hecho a mano, artesanal
  sustainable, eco-friendly, ecological | nachhaltig, umweltfreundlich, ökologisch | durable et écologique, écologique, écoresponsable | sostenible, ecológico, ecológica
  organic | Bio, biologisch | bio, biologique | orgánico, orgánica
  vegan | vegan | végane, vegan | vegano, vegana
  vegetarian | vegetarisch | végétarien | vegetariano
  gluten-free | glutenfrei | sans gluten | sin gluten
  sugar-free, unsweetened | zuckerfrei, ungesüßt | sans sucre, sans sucres | sin azúcar
  lactose-free, dairy-free | laktosefrei | sans lactose | sin lactosa
  fragrance-free, unscented | parfümfrei, unparfümiert | sans parfum | sin perfume, sin fragancia
  hypoallergenic | hypoallergen | hypoallergénique | hipoalergénico
  sweet | süß | sucré, sucrée | dulce
  spicy | scharf, würzig | épicé, épicée | picante
  fresh | frisch | frais | fresco
  wireless, cordless, bluetooth | kabellos, drahtlos, bluetooth | sans fil, bluetooth | inalámbrico, inalámbrica, sin cable
  noise-cancelling, noise cancelling | geräuschunterdrückend, mit Geräuschunterdrückung | à réduction de bruit, antibruit | con cancelación de ruido
  rechargeable | aufladbar, wiederaufladbar | rechargeable | recargable
  electric, battery-powered | elektrisch, akkubetrieben | électrique | eléctrico, eléctrica
  solar | solar, solarbetrieben | solaire | solar
  smart home, smart device | Smart-Home | connecté, connectée | inteligente
  quiet, silent | leise, geräuschlos | silencieux, silencieuse | silencioso, silenciosa
  fast, quick | schnell | rapide | rápido, rápida
  powerful | leistungsstark, kräftig | puissant, puissante | potente
  foldable, folding, collapsible | faltbar, klappbar, zusammenklappbar | pliable, pliant | plegable
  portable, travel-size | tragbar, transportabel | portable, transportable | portátil
  adjustable | verstellbar, einstellbar | réglable, ajustable | ajustable, regulable
  washable, machine washable | waschbar, maschinenwaschbar | lavable, lavable en machine | lavable
  dishwasher safe, dishwasher-safe | spülmaschinenfest | passe au lave-vaisselle | apto para lavavajillas
  non-stick | antihaftbeschichtet | antiadhésif, antiadhésive | antiadherente
  easy to clean | pflegeleicht, leicht zu reinigen | facile à nettoyer, facile d'entretien | fácil de limpiar
  beginner, beginners, for beginners | Anfänger, für Anfänger, Einsteiger | débutant, débutants | principiante, principiantes
  professional, pro | professionell, Profi | professionnel, professionnelle | profesional
  cheap, inexpensive, affordable, budget | günstig, billig, preiswert, preisgünstig | bon marché, pas cher, pas chère, abordable | barato, barata, económico, económica
  luxury, luxurious, high-end, premium | luxuriös, edel verarbeitet, hochwertig | luxueux, de luxe, haut de gamme | lujoso, de lujo, de alta gama
  funny, fun | lustig, witzig | drôle, amusant | divertido, divertida, gracioso
  romantic | romantisch | romantique | romántico, romántica
  cute, adorable | süß aussehend, niedlich, putzig | mignon, mignonne | bonito, mono, adorable
  beautiful, pretty, nice, lovely | schön, hübsch, nett | beau, belle, joli, jolie | bonita, lindo, linda, hermoso, hermosa
  loose, oversized, baggy, relaxed fit | locker, weit geschnitten, oversized | ample, oversize | holgado, holgada, oversize
  slim fit, tight, fitted, skinny | eng anliegend, figurbetont, tailliert, slim | ajusté, cintré, moulant, slim | ajustado, ajustada, entallado, ceñido
  sleeveless | ärmellos | sans manches | sin mangas
  long-sleeved, long sleeve, long sleeved | langärmlig, langärmelig, mit langen Ärmeln | à manches longues, manches longues | de manga larga, manga larga
  short-sleeved, short sleeve, short sleeved | kurzärmlig, mit kurzen Ärmeln | à manches courtes, manches courtes | de manga corta, manga corta
  high-waisted, high waist | hochgeschnitten, mit hohem Bund | taille haute | de talle alto, tiro alto
  with pockets | mit Taschen | avec poches, avec des poches | con bolsillos
  hooded, with hood, with a hood | mit Kapuze | à capuche, avec capuche | con capucha
  reversible | wendbar, beidseitig tragbar | réversible | reversible
  round | rund | rond, ronde | redondo, redonda
  square | quadratisch, viereckig | carré, carrée | cuadrado, cuadrada
  rectangular | rechteckig | rectangulaire | rectangular
  oval | oval | ovale | ovalado, ovalada
  bright | hell, strahlend | lumineux, vif | brillante, luminoso
  dark | dunkel, dunkle, dunkles, dunklen, dunkler | foncé, foncée, sombre | oscuro, oscura
  `,
);

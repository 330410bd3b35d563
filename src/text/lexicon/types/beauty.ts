import { readConcepts } from '../read-table.ts';

export const BEAUTY = readConcepts(
  'type',
  `
  cosmetics, beauty product, beauty products | Kosmetik, Kosmetikprodukt | cosmétique, cosmétiques, produit de beauté | cosmética, cosméticos, producto de belleza
  makeup, make-up | Make-up, Schminke | maquillage | maquillaje | cosmetics
  lipstick, lip gloss | Lippenstift, Lipgloss | rouge à lèvres, gloss | pintalabios, barra de labios, brillo de labios | makeup
  lip balm | Lippenbalsam, Lippenpflege | baume à lèvres | bálsamo labial
  mascara | Mascara, Wimperntusche | mascara | máscara de pestañas, rímel | makeup
  eyeliner, eye pencil | Eyeliner, Kajal | eye-liner, crayon yeux, khôl | delineador de ojos, lápiz de ojos | makeup
  eyeshadow, eye shadow | Lidschatten | fard à paupières, ombre à paupières | sombra de ojos | makeup
  foundation, concealer | Foundation, Concealer, Grundierung | fond de teint, anticernes | base de maquillaje, corrector | makeup
  blush, bronzer, face powder | Rouge für wangen, Bronzer, Puder | blush, fard à joues, poudre de teint | colorete, polvos bronceadores | makeup
  makeup brush, makeup brushes | Make-up-Pinsel, Schminkpinsel | pinceau de maquillage | brocha de maquillaje, pincel de maquillaje
  nail polish, nail varnish | Nagellack | vernis à ongles | esmalte de uñas, pintauñas | cosmetics
  manicure set, nail clipper, nail file | Maniküre-Set, Nagelknipser, Nagelfeile | kit de manucure, coupe-ongles, lime à ongles | set de manicura, cortaúñas, lima de uñas
  skincare, skin care | Hautpflege, Gesichtspflege | soin de la peau, soin visage | cuidado de la piel, cuidado facial | cosmetics
  face cream, moisturizer, moisturiser, day cream, night cream, cream | Gesichtscreme, Feuchtigkeitscreme, Tagescreme, Nachtcreme, Creme | crème visage, crème hydratante, crème de jour, crème de nuit | crema facial, crema hidratante, crema de día, crema de noche, crema corporal | skincare
  face serum, serum | Serum, Gesichtsserum | sérum | sérum, suero facial | skincare
  face mask, sheet mask | Gesichtsmaske | masque visage, masque de beauté | mascarilla facial | skincare
  face cleanser, cleanser, face wash, makeup remover | Gesichtsreiniger, Waschgel, Abschminktücher | nettoyant visage, démaquillant | limpiador facial, desmaquillante | skincare
  sunscreen, sun cream, sunblock | Sonnencreme, Sonnenschutz, Sonnenmilch | crème solaire | protector solar, crema solar | skincare
  body lotion, lotion, body butter, body cream | Bodylotion, Körperlotion, Körpercreme | lait corporel, crème pour le corps | loción corporal, leche corporal | skincare
  hand cream | Handcreme | crème mains, crème pour les mains | crema de manos | skincare
  body oil, massage oil, essential oil, bath oil | Körperöl, Massageöl, Badeöl, Duftöl | huile corporelle, huile de massage, huile essentielle | aceite corporal, aceite de masaje, aceite esencial
  soap, bar soap, hand soap | Seife | savon | jabón, pastilla de jabón
  shower gel, body wash | Duschgel | gel douche | gel de ducha
  bath bomb, bath salts, bubble bath | Badebombe, Badesalz, Badezusatz, Schaumbad | bombe de bain, sels de bain, bain moussant | bomba de baño, sales de baño, espuma de baño
  body scrub, scrub, exfoliator | Körperpeeling, Peeling | gommage, exfoliant | exfoliante
  shampoo | Shampoo, Haarshampoo | shampooing, shampoing | champú
  conditioner, hair conditioner | Haarspülung, Conditioner | après-shampooing | acondicionador
  hair mask, hair treatment, hair oil | Haarkur, Haarmaske, Haaröl | masque capillaire, huile capillaire | mascarilla capilar, aceite capilar
  hair dye, hair color, hair colour | Haarfarbe, Haarfärbemittel | coloration cheveux, teinture pour cheveux | tinte de pelo
  hair spray, hair gel, hair wax | Haarspray, Haargel, Haarwachs | laque, gel coiffant, cire coiffante | laca, gomina, cera para el pelo
  hair dryer, hairdryer, blow dryer | Föhn, Haartrockner, Fön | sèche-cheveux | secador de pelo, secador
  hair straightener, flat iron, curling iron | Glätteisen, Lockenstab | lisseur, fer à lisser, fer à boucler | plancha de pelo, rizador
  hairbrush, hair brush, comb | Haarbürste, Kamm | brosse à cheveux, peigne | cepillo de pelo, peine
  perfume, fragrance, eau de toilette, eau de parfum, cologne | Parfüm, Parfum, Duft, Eau de Toilette | parfum, eau de toilette, eau de parfum | perfume, fragancia, colonia
  deodorant, antiperspirant | Deo, Deodorant | déodorant | desodorante
  razor, shaver, electric shaver, shaving set | Rasierer, Elektrorasierer, Rasierset | rasoir, rasoir électrique | maquinilla de afeitar, afeitadora
  razor blades | Rasierklingen | lames de rasoir | cuchillas de afeitar
  shaving cream, shaving foam, aftershave | Rasierschaum, Rasiercreme, Aftershave | mousse à raser, après-rasage | espuma de afeitar, aftershave
  beard trimmer, trimmer, hair clipper, grooming kit, beard oil | Bartschneider, Trimmer, Haarschneidemaschine, Bartöl | tondeuse à barbe, tondeuse, huile à barbe | recortadora de barba, cortapelos, aceite para barba
  epilator | Epilierer | épilateur | depiladora
  toothbrush, electric toothbrush | Zahnbürste, elektrische Zahnbürste | brosse à dents | cepillo de dientes
  toothpaste, mouthwash, dental floss | Zahnpasta, Mundspülung, Zahnseide | dentifrice, bain de bouche, fil dentaire | pasta de dientes, enjuague bucal, hilo dental
  vitamins, dietary supplement, supplement | Vitamine, Nahrungsergänzungsmittel | vitamines, complément alimentaire | vitaminas, suplemento alimenticio
  first aid kit, plaster, bandage | Erste-Hilfe-Set, Pflaster, Verbandskasten | trousse de secours, pansement | botiquín, tirita, vendaje
  massager, massage gun | Massagegerät, Massagepistole | appareil de massage, pistolet de massage | masajeador, pistola de masaje
  contact lenses | Kontaktlinsen | lentilles de contact | lentillas
  wig, hair extensions | Perücke, Extensions | perruque, extensions de cheveux | peluca, extensiones de pelo
  `,
);

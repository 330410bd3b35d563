/** Why a sentence of a model may not be said. */
export type RemovalReason =
  | 'markup'
  | 'link'
  | 'disguise'
  | 'amount'
  | 'number'
  | 'percentage'
  | 'discount'
  | 'delivery'
  | 'stock'
  | 'policy'
  | 'superlative'
  | 'rating'
  | 'identity'
  | 'credentials'
  | 'name'
  | 'quality'
  | 'language'
  | 'too-long'
  | 'unfinished'
  | 'dangling';

export interface Rule {
  readonly reason: RemovalReason;
  /** On text in lower case without diacritics ("verfügbar" is "verfugbar"), facts taken out. */
  readonly pattern: RegExp;
  /** True when the plan may make it true; `check-claims-sentence.ts` says how. */
  readonly provable?: 'in-stock' | 'out-of-stock' | 'preorder' | 'reduced' | 'cheapest' | 'popular' | 'new';
}

const rule = (reason: RemovalReason, words: string, provable?: Rule['provable']): Rule => ({
  reason,
  pattern: new RegExp(`(?<![a-z0-9])(?:${words})(?![a-z0-9])`),
  ...(provable === undefined ? {} : { provable }),
});

/**
 * What only the shop may state, in the four languages, whatever language the reply is in. A sentence that matches is not
 * said unless the plan proves it. Wording that is harmless elsewhere is worth the loss: the template says the same safely.
 */
export const RULES: readonly Rule[] = [
  rule(
    'discount',
    'discount\\w*|coupons?|vouchers?|promos?|promotions?|promo code|bargains?|rebates?|half off|half price|half the price|on us|on the house|(?<!feel )(?<!-)free(?! of| from| to)|free of charge|free (?:shipping|gift)|(?:tax|duty|cost|shipping)-free|cashback|clearance|black friday|flash sale|special offer|deals?|best price|price match\\w*|beat any|complimentary|knock(?:ed)? (?:[a-z]+ )?(?:[a-z]+ )?off|pay nothing',
  ),
  rule(
    'discount',
    'rabatt\\w*|gutschein\\w*|gratis|kostenlos\\w*|kostenfrei\\w*|umsonst|geschenkt|\\w*sonderangebot\\w*|\\w*aktionspreis\\w*|halbe[rnm]? preis|zum halben preis|prozente|skonto|schnappchen|versandkostenfrei|portofrei|ausverkauf|bestpreis\\w*|tiefpreis\\w*',
  ),
  rule(
    'discount',
    'remises?|rabais|soldes?|promotions?|gratuit\\w*|offerte?s?|bons? (?:d.achat|de reduction)|code promo|reductions?|moitie prix|a moitie|cadeau offert|destockage|bonnes? affaires?|prix casses?',
  ),
  rule(
    'discount',
    'descuentos?|rebajas?|ofertas?|gratis|gratuit[oa]s?|cupon\\w*|mitad de precio|a mitad|promocion\\w*|regalo|chollos?|gangas?|liquidacion',
  ),
  rule(
    'discount',
    'reduced|on sale|sale price|marked down|reduziert\\w*|herabgesetzt\\w*|en solde|rebajad[oa]s?',
    'reduced',
  ),

  rule(
    'delivery',
    'ships?|shipping|shipped|shipment|deliver\\w*|dispatch\\w*|arriv\\w+|courier|express|tomorrow|overnight|next.day|same.day|click.and.collect|pick.?up|parcels?|packages?|warehouse|(?:this|tomorrow) (?:evening|afternoon)|tonight',
  ),
  rule(
    'delivery',
    'liefer\\w*|\\w+lieferung|versand\\w*|versend\\w*|verschick\\w*|zustell\\w*|ubermorgen|(?<!guten )morgen|abhol\\w*|eintreffen|paket\\w*|unser lager|heute abend',
  ),
  rule(
    'delivery',
    'livr\\w+|expedi\\w+|envoi\\w*|demain|colis|retrait|arrive\\w*|recevr\\w+|ce soir|entrepot',
  ),
  rule(
    'delivery',
    'entreg\\w+|envi[oa]s?|enviamos|enviar\\w*|llega\\w*|recib\\w+|(?<!por la )(?<!esta )manana|recogida|paquetes?|esta noche|almacen',
  ),
  rule(
    'delivery',
    '(?:in|within|after|under|binnen|innerhalb|nach|sous|dans|en|dentro de|tras)(?: [a-z]+){0,3} (?:days?|hours?|weeks?|tage?n?|stunden?|wochen?|werktage?n?|jours?|heures?|semaines?|dias?|horas?|semanas?)',
  ),
  rule(
    'delivery',
    'monday|tuesday|wednesday|thursday|friday|saturday|sunday|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonntags?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo',
  ),
  rule(
    'delivery',
    'january|february|april|june|july|september|october|november|december|januar|februar|juni|juli|oktober|dezember|janvier|fevrier|avril|juin|juillet|septembre|octobre|novembre|decembre|enero|febrero|abril|junio|julio|septiembre|octubre|noviembre|diciembre',
  ),

  rule(
    'stock',
    'only today|today only|last chance|hurry|almost gone|selling fast|sells fast|running out|while stocks? lasts?|while supplies last|last one|last pieces?|(?:few|left|remaining) in stock|(?:are|is|only|just)(?: [a-z]+){0,3} left|(?:pairs?|pieces?|units?|items?|few|couple|handful|some|one|two|three|of (?:them|these)) left|limited (?:time|stock|edition|offer)|low stock|back in stock|restock\\w*',
  ),
  rule(
    'stock',
    'nur heute|heute nur|letzte chance|beeilen|schnell sein|fast weg|fast ausverkauft|solange der vorrat|letzte[sn]? (?:stuck|exemplar\\w*|teile?)|nur noch|(?:bloss|gerade|gerade mal) noch|noch (?:ein|zwei|drei|vier|funf|sechs|ein paar|einige) (?:paar|stuck|exemplar\\w*)|noch wenige|limitiert\\w*|bald wieder',
  ),
  rule(
    'stock',
    'derniere chance|depechez|vite|bientot epuise\\w*|derniers? (?:exemplaires?|pieces?|articles?)|plus que|il n.en reste|il ne reste|edition limitee|stock limite|seulement aujourd.hui|aujourd.hui seulement',
  ),
  rule(
    'stock',
    'ultima oportunidad|dese prisa|date prisa|casi agotad\\w+|ultimas? (?:unidades|piezas)|solo quedan?|quedan? (?:solo|pocos?|pocas?|[a-z]+ (?:unidades|piezas|pares))|hasta agotar|edicion limitada|solo (?:por )?hoy',
  ),
  rule(
    'stock',
    'out of stock|sold out|unavailable|not available|ausverkauft|vergriffen|nicht (?:verfugbar|lieferbar|vorratig)|epuise\\w*|en rupture\\w*|indisponibles?|pas disponibles?|agotad[oa]s?|no disponibles?|sin existencias',
    'out-of-stock',
  ),
  rule('stock', 'pre-?orders?|vorbestell\\w*|precommand\\w+|reserva anticipada|preventa', 'preorder'),
  rule(
    'stock',
    'in stock|available|availability|verfugbar\\w*|vorratig\\w*|auf lager|en stock|disponibles?|disponibilite|disponibilidad',
    'in-stock',
  ),

  rule(
    'policy',
    'returns?|returnable|refund\\w*|money.back|exchang\\w+|warrant\\w+|guarant\\w+|polic(?:y|ies)|lifetime|no questions asked|insur\\w+|pay|send (?:it|them|this) back|bring (?:it|them) back|money if|legally|binding|contract\\w*|promise[sd]?|compensat\\w+|invoice|installments?|pay later|financing|price protection',
  ),
  rule(
    'policy',
    'ruckgabe\\w*|retour\\w*|umtausch\\w*|umtauschen|erstatt\\w*|ruckerstattung|garanti\\w*|gewahrleist\\w*|widerruf\\w*|zuruckgeben|zurucksenden|(?:schick|send|bring|nehm|gib|geb)\\w*(?: [a-z]+){1,4} zuruck|zahlen|bezahl\\w*|geld.zuruck\\w*|verbindlich\\w*|vertrag\\w*|verspr\\w+|ratenzahlung|auf rechnung|versicher\\w*|zusicher\\w*|zugesichert',
  ),
  rule(
    'policy',
    'retours?|retourn\\w+|renvoy\\w+|renvoi\\w*|rendre|payez|payer|rembours\\w+|echang\\w+|satisfait ou|contractuel\\w*|juridiquement|promet\\w*|promesse|assurance|paiement en',
  ),
  rule(
    'policy',
    'devol\\w+|devuel\\w+|devuelv\\w+|pague|pagar|paga|reembols\\w+|garanti\\w+|vinculante\\w*|contrato|promet\\w+|seguro de|a plazos|cambios? gratuito',
  ),

  rule(
    'superlative',
    'cheapest|lowest.priced?|least expensive|gunstigste[nrsm]?|billigste[nrsm]?|preiswerteste[nrsm]?|(?:le|la|les) moins chere?s?|mas barat[oa]s?|mas economic[oa]s?',
    'cheapest',
  ),
  rule(
    'superlative',
    'best.?sell\\w*|top.?sell\\w*|best(?! (?:match|fit|suit|wish|regard)\\w*)|finest|number one|no\\.? ?one|highest|lowest|greatest|dearest|most (?:popular|loved|sold|wanted|expensive|luxurious|affordable)|world.class|award\\w*|unbeatable|unrivall?ed|unique|exclusive\\w*|the only|top.rated|trending|everyone',
  ),
  rule(
    'superlative',
    '(?<!am )beste[nrsm]?|bestseller\\w*|bestverkauft\\w*|meistverkauft\\w*|meistgekauft\\w*|beliebteste[nrsm]?|teuerste[nrsm]?|hochste[nrsm]?|niedrigste[nrsm]?|nummer eins|unschlagbar\\w*|einzigartig\\w*|exklusiv\\w*|ausgezeichnet mit|preisgekront\\w*|testsieger\\w*',
  ),
  rule(
    'superlative',
    '(?:le|la|les|nos?|notre) meilleure?s?|meilleures? (?:ventes?|prix|vendeurs?)|(?:le|la|les) plus (?:vendu|populaire|cher|apprecie|aime|demande)\\w*|numero un|imbattables?|uniques?|exclusi\\w+|prime par',
  ),
  rule(
    'superlative',
    '(?:el|la|los|las|nuestr[oa]s?|su) mejor(?:es)?|mejor(?:es)? (?:precio|vendid)\\w*|mas (?:vendid|popular|car[oa]|demandad|querid|valorad)\\w*|superventas|numero uno|inmejorables?|unic[oa]s?|exclusiv\\w+|premiad[oa]s?',
  ),
  rule(
    'rating',
    '(?:popular|beliebt\\w*|populaires?|populares?|apprecie\\w*)(?: (?:with|among|bei|aupres de|entre) (?:(?:our|unseren|nos|nuestros) )?(?:customers|kunden|clients|clientes))?',
    'popular',
  ),
  // The shop speaks of its other shoppers, and of itself as "we", only where it can prove what it says.
  rule(
    'rating',
    'customers?|shoppers?|buyers?|most people|people (?:love|buy|choose)|kund(?:e|en|in|innen)|die meisten|clients?|clientes?|la plupart|la mayoria|certified|certificat\\w+|zertifiziert\\w*|certifie\\w*|certificad\\w*|tested|getestet\\w*|approved|gepruft\\w*|energy class|energieklasse|classe energetique|clase energetica',
  ),
  rule(
    'policy',
    '(?:we|wir|nous|nosotros)(?! (?:have|found|carry|sell|haben|fuhren|avons|proposons|tenemos))|(?<!(?:have|what|haben|fuhren) )wir(?! (?:haben|fuhren))|we (?:have|carry|sell) (?:plenty|lots|many)|also (?:have|carry|sell)|replac\\w+|repair\\w*|ersetz\\w*|reparier\\w*|remplac\\w+|repar\\w+|reemplaz\\w+|call us|ring us|rufen sie|appelez|llamenos',
  ),
  rule(
    'policy',
    'years?|months?|weeks?|weekend|jahre?n?|monate?n?|wochen?|wochenende|ans|annees?|mois|semaines?|week-?end|anos?|mes|meses|semanas?|fin de semana',
  ),
  rule(
    'discount',
    'at no (?:extra )?(?:charge|cost)|no extra (?:charge|cost)|checkout|ohne aufpreis|obendrauf|geschenk dazu|aufpreis|kasse|sans supplement|sans frais|sin cargo|sin coste|sin costo|prices? (?:go|goes|rise|rises|drop|fall|increase)\\w*|wird (?:[a-z]+ )?teurer|werden teurer',
  ),
  rule(
    'stock',
    'plenty|last (?:ones|few)|going (?:fast|quickly)|reichlich|genugend da|en abondance|de sobra|orders?|ordered|bestell\\w*|commandez|commander|pida|pedir|encargu?\\w+',
  ),
  rule(
    'discount',
    'newsletter\\w*|sign up|subscrib\\w+|save|saves|savings?|spar(?:en|t|pen)|anmeld\\w*|melden sie sich|inscriv\\w+|economis\\w+|suscrib\\w+|ahorr\\w+|boletin|thrown in|on top of it|leg(?:en|e) (?:[a-z]+ )?bei|ajoutee?|anadimos|prices? (?:drops?|falls?)|preis (?:sinkt|fallt|steigt)|(?:sinkt|fallt|steigt)(?: [a-z]+)? preis|prix (?:baisse|augmente|monte)|precio (?:baja|sube)',
  ),
  rule(
    'delivery',
    'depot|leaves (?:the|our)|midnight|noon|(?:in the|every) (?:morning|evening|afternoon)|mitternacht|minuit|medianoche',
  ),
  rule(
    'stock',
    'stocks? (?:is|are|runs?)|running low|stocks|vorrat\\w*|bestand|existencias|supply|supplies|demand|nachfrage|demande est|demanda',
  ),
  rule(
    'policy',
    'fortnight|trial|try it for|keep it for|zur probe|probe tragen|essayez|pruebel[oa]|never|always|forever|nie|niemals|immer|jamais|toujours|nunca|siempre|newest technology|proven|nachweislich|prouve\\w*|probad[oa]',
  ),
  rule(
    'identity',
    'i (?:bought|own|wear|tried|use) |i have (?:bought|worn|tried|used)|myself|fellow|selbst gekauft|habe ihn|habe sie getragen|j.ai achete|je (?:le|la) porte|lo compre|la compre|lo uso|la uso',
  ),
  rule(
    'superlative',
    'nothing like|on the market|auf dem markt|sur le marche|en el mercado|incomparable\\w*|unvergleichlich\\w*',
  ),
  rule(
    'superlative',
    'anywhere|elsewhere|nowhere|nirgends|nirgendwo|anderswo|ailleurs|nulle part|otro (?:sitio|lugar)|otra parte',
  ),
  rule(
    'rating',
    'new arrivals?|just in|brand.new|neu im sortiment|neuheit\\w*|nouveautes?|novedad(?:es)?|recien llegad\\w+',
    'new',
  ),
  rule(
    'rating',
    'rated|ratings?|reviews?|reviewers?|stars?|testimonials?|customers? (?:love|rave|say|like|adore)|(?:out of|in) (?:ten|five|three|every)|every second customer|bewertung\\w*|bewertet|rezension\\w*|sterne?|kunden (?:lieben|sagen|schatzen)|von (?:zehn|funf|drei|hundert)|jeder zweite|avis|notee?s?|etoiles?|clients? (?:adorent|disent)|clients? sur|sur (?:dix|cinq|trois|cent)|resenas?|valoraci\\w+|estrellas?|opiniones|clientes (?:adoran|dicen)|de cada (?:dos|tres|cinco|diez|cien)',
  ),

  rule(
    'identity',
    '(?:i am|i.m|im) (?:not |really |actually |just |only )*(?:a |an |the )?(?:real |actual |live |fellow )?(?:human|person|man|woman|employee|agent|colleague|robot|bot|ai|machine|computer)|real (?:human|person)|not (?:a |an )?(?:robot|bot|ai|machine|chatbot)|human (?:being|agent)|my name is|call me|as a human|customer (?:care|service|support)|support team',
  ),
  rule(
    'identity',
    '(?:kein|keine|bin ein|bin eine)(?: [a-z]+)? (?:mensch\\w*|person|mitarbeiter\\w*|roboter|bot|chatbot|maschine|ki|computer)|bin (?:ein |wirklich |kein )*mensch\\w*|echte[rn]? mensch\\w*|mein name ist|ich heisse|kundendienst|kundenservice|hier (?:spricht|schreibt)',
  ),
  rule(
    'identity',
    'je suis (?:un |une |bien |vraiment |vrai )*(?:humain\\w*|personne|employe\\w*|conseill\\w*|vendeu\\w*|robot|etre)|pas (?:un |une )?(?:robot|bot|machine|ia|chatbot)|vraie personne|etre humain|je m.appelle|mon nom est|service clients?',
  ),
  rule(
    'identity',
    '(?:soy|no soy) (?:un |una |realmente )*(?:human\\w*|persona|emplead\\w*|robot|bot|maquina|ia|agente|dependient\\w*)|persona (?:real|de verdad)|ser humano|me llamo|mi nombre es|atencion al cliente|le habla',
  ),

  rule(
    'credentials',
    'passwords?|passcode|credit cards?|card (?:number|details)|cvv|cvc|iban|bank (?:account|details|transfer)|social security|log ?in|sign in|verify your|one.time code|gift cards?|bitcoin|crypto\\w*|wire transfer|paypal|phone number|e-?mail address|whatsapp|telegram',
  ),
  rule(
    'credentials',
    'passwort\\w*|kennwort\\w*|kreditkarte\\w*|kartennummer\\w*|bankverbindung|uberweis\\w*|kontonummer|anmelden|telefonnummer|mot de passe|carte (?:bancaire|de credit)|numero de carte|virement|connectez.vous|contrasena\\w*|tarjeta de (?:credito|regalo)|numero de tarjeta|transferencia|inicie sesion',
  ),
  rule(
    'credentials',
    'system prompt|my prompt|(?:my|these|previous|the|all) instructions|ignore (?:all|previous|the)|developer message|anweisungen|systemprompt|mes instructions|mis instrucciones|canary\\w*|api.?key|access token|(?:dot|punto|point|punkt) (?:com|net|org|io)',
  ),
];

import type { SpokenLanguage } from '../../text/languages.ts';
import { phraseLists, phrases } from './grammar.ts';

/** What a phrase asks about everything there is, or how it wants a list ordered. */
export type QuestionCue =
  | 'count' // how many
  | 'cheapest'
  | 'dearest'
  | 'values' // which brands, which colours
  | 'prices' // what a kind of thing costs
  | 'anything' // anything at all that is so
  | 'departments' // what is sold at all
  | 'in-shop' // that the shop has
  | 'of-these' // of what is wanted already
  | 'show-asked' // to see what was just counted
  | 'sort-cheapest'
  | 'sort-dearest'
  | 'sort-best';

export interface ShopQuestions {
  readonly cues: Readonly<Record<QuestionCue, readonly string[]>>;
  /** Words for what is the shop's. */
  readonly yours: readonly string[];
  /** Words before a kind of thing that make "more cheap" behind it "the cheapest"; none where a language has a word for that. */
  readonly definite: readonly string[];
  /** Beginnings of messages that go on with the question before, word by word. */
  readonly followUps: readonly (readonly string[])[];
}

/** How each language asks about the whole shop: patterns as in `Grammar`. */
export const SHOP_QUESTIONS: Readonly<Record<SpokenLanguage, ShopQuestions>> = {
  en: {
    cues: {
      count: phrases(
        'how many different?; how many kinds|sorts|types of; number of; how large is your selection of',
      ),
      cheapest: phrases(`
        cheapest; lowest priced|price; least expensive|costly; most affordable|inexpensive; the? lowest price for|of
      `),
      dearest: phrases('dearest; priciest; most expensive|costly|luxurious; highest priced|price'),
      values: phrases(`
        what|which other|different? {attribute} of|for|in?; how many different? {attribute} of|for|in?;
        what|which kinds|range of {attribute}; list of|all|the? {attribute} of|for?;
        what other? {attribute} options
      `),
      prices: phrases(`
        price range of|for?; what|which price range; what prices; prices of|for; how expensive are|is your?;
        how much are|is do? your|the|a|an?; how much do|does your|the|a|an?; what do|does your|the|a|an;
        what is|are the? prices|price|cost of|for
      `),
      anything: phrases(`
        do|have you have|got|sell|carry|stock|offer anything; got anything; is|are there anything
      `),
      departments: phrases(`
        what do|can you|u|i sell|buy|get|offer|find here|there?; what do you|u have|carry|stock in here|store|stock|shop;
        what kind|kinds|sort|type|types of shop|store|products|things|stuff|items is|do|are? this|it|you|there? have|sell|carry|offer?;
        what|which departments|categories|sections|products|items do|are you|there? have|sell|carry|offer?;
        what is|are in? your? assortment|range|sold here?; what all do you have|sell;
        what do you have|sell|offer $; what can i buy|find|get here|from you?
      `),
      'in-shop': phrases(`
        that|which? you|u|we sell|have|carry|stock|offer|got; in your|the|this shop|store|range|assortment|catalogue; on sale here?; of your|our; come|comes|available in
      `),
      'of-these': phrases('of those|these|them|the ones?; among these|those|them; those|these ones'),
      'show-asked': phrases(`
        ^ yes|ok|okay|please? ,? show me|us? them|those|these|it all? please? $; ^ show me|us? all|the of? them|those|these? please? $;
        ^ let me see them|those|all; ^ can|may|could i see them|those; ^ which ones? are they? $; ^ list them all?
      `),
      'sort-cheapest': phrases(`
        sort|sorted|order|ordered|rank by|on the? lowest? price; price low to high; from low to high; by price;
        cheapest|lowest price? ones|products|items? first; from cheapest|lowest; starting with the cheapest; price ascending
      `),
      'sort-dearest': phrases(`
        most expensive|dearest|priciest|highest price? ones? first; price high to low; by highest price; price descending;
        sort|sorted|order|ordered by highest price; from most expensive
      `),
      'sort-best': phrases(`
        sort|order|sorted by relevance|fit|match; best match|matches|fit first; any order; unsorted
      `),
    },
    yours: phrases('your'),
    definite: [],
    followUps: phraseLists('and\nwhat about; how about'),
  },
  de: {
    cues: {
      count: phrases(
        'wie viele verschiedene?; wieviele; wieviel verschiedene?; wie viel verschiedene; anzahl der?',
      ),
      cheapest: phrases(`
        günstigst*|billigst*|preiswertest*|preisgünstigst*; am günstigsten|billigsten|wenigsten;
        niedrigster|niedrigsten|kleinster|geringster preis
      `),
      dearest: phrases('teuerst*; kostspieligst*; am teuersten|meisten; höchster|höchsten preis'),
      values: phrases(`
        in? welche|welches|welcher|welchen verschiedenen|verschiedene|anderen|andere? {attribute} von|bei|für?;
        was für {attribute} von|bei?; wie viele verschiedene? {attribute} von|bei|für?; wieviele {attribute} von|bei|für?;
        alle eure|ihre? {attribute}; liste|auswahl der|an {attribute}
      `),
      prices: phrases(`
        preisspanne von|für|der?; preisbereich; welche preisspanne; was kosten|kostet eure|ihre|die|ein|eine|so?;
        wie teuer sind|ist eure|ihre|die|ein|eine?; wie viel|wieviel kosten|kostet eure|ihre|die|ein|eine; preise von|für|der;
        welche preise haben
      `),
      anything: phrases(`
        habt|haben|führt|führen|verkauft|verkaufen|hast ihr|sie|du etwas|irgendwas|irgendetwas; gibt es|s? etwas|irgendwas|irgendetwas; gibts etwas
      `),
      departments: phrases(`
        was verkauft|verkaufen|führt|führen|bietet|bieten|habt|haben|hast ihr|sie|du hier|denn|so|alles|eigentlich?  an|alles? $;
        was gibt es|s? hier|bei|alles|zu|im euch|ihnen|kaufen|sortiment|laden|shop?; was kann|kann? man|ich hier|bei kaufen|bekommen|euch?;
        welche abteilungen|kategorien|produkte|artikel|waren gibt|habt|haben|führt|führen|verkauft? es|ihr|sie?;
        was für ein laden|shop|geschäft ist? das|dies?; was ist|habt ihr? im|euer sortiment; euer|ihr sortiment
      `),
      'in-shop': phrases(`
        das|die|den|der? ihr|sie|du habt|haben|hast|verkauft|verkaufen|führt|führen|anbietet|anbieten;
        in eurem|ihrem|im|diesem? laden|shop|geschäft|sortiment
      `),
      'of-these': phrases('davon; von denen|diesen|ihnen; darunter; unter diesen|denen'),
      'show-asked': phrases(`
        ^ ja? ,? zeig|zeige|zeigen sie? mir|uns|sie|die|diese|alle sie|die|alle|diese|mir|uns? bitte? $;
        ^ lass|lassen mich|sie sie|die sehen; ^ welche sind das|es; ^ kann ich sie|die sehen; ^ welche denn? $
      `),
      'sort-cheapest': phrases(`
        nach preis sortieren|sortiert|ordnen|aufsteigend?; sortiere|sortier|sortieren sie? nach dem? preis aufsteigend?; die|das? günstigsten|billigsten|günstigste|billigste zuerst;
        preis aufsteigend; vom günstigsten|billigsten; aufsteigend nach preis
      `),
      'sort-dearest': phrases(`
        die|das? teuersten|teuerste zuerst; preis absteigend; absteigend nach preis; nach preis absteigend;
        sortiere|sortieren nach dem? höchsten preis
      `),
      'sort-best': phrases(
        'sortiere|sortieren|sortiert nach relevanz|passung; beste treffer zuerst; nach relevanz',
      ),
    },
    yours: phrases('euer; eure; eurer; euren; eures; ihre; ihrer; ihren'),
    definite: [],
    followUps: phraseLists('und\nwas ist mit; wie ist es mit; wie sieht es mit'),
  },
  fr: {
    cues: {
      count: phrases(
        `
        combien de|d|des|en|sont; combien d'entre|parmi eux|elles|ceux|celles ci|là?;
        quel est le nombre de|d; combien avez|vendez|proposez vous? de|d?; combien y a t il de|d?; combien il y a de|d?
      `,
      ),
      cheapest: phrases(`
        le|la|les|vos|votre? moins cher|chère|chers|chères|coûteux|coûteuse; le|la|les plus abordable|abordables|économique|économiques;
        meilleur|plus bas prix; prix le plus bas
      `),
      dearest: phrases(`
        le|la|les|vos|votre plus cher|chère|chers|chères|coûteux|coûteuse|luxueux; prix le plus élevé|haut
      `),
      values: phrases(`
        quel|quelle|quels|quelles sont|autres? les|vos? {attribute} de|des|d|pour?; combien de {attribute} de|des|d|pour?; liste des {attribute};
        dans|en|de quel|quelle|quels|quelles {attribute}; toutes|tous les|vos {attribute}
      `),
      prices: phrases(`
        fourchette|gamme de prix de|des|pour?; combien coûte|coûtent|valent|vaut un|une|les|vos|des?; quel|quels est|sont le|les|vos prix de|des|d|pour un|une|vos?;
        à combien sont vos|les?; quel est le prix de|d|des un|une|vos?
      `),
      anything: phrases(`
        avez|vendez|auriez|proposez vous quelque chose; vous avez|vendez quelque chose; y a t il quelque chose; est ce que vous avez|vendez quelque chose;
        avez|vendez vous des|les articles|produits|choses
      `),
      departments: phrases(`
        que|qu vendez|proposez|avez vous ici? $; qu'est ce que vous vendez|avez|proposez ici?; vous vendez quoi ici?;
        quels|quelles sont? vos|les? rayons|catégories|produits|articles avez|vendez|proposez|y? vous|a? t? il?; que peut on|puis acheter|je? trouver|acheter? ici?;
        quel genre|type de boutique|magasin|produits|articles; qu'y a t il dans votre|la boutique
      `),
      'in-shop': phrases(`
        que vous|tu avez|as|vendez|vends|proposez; dans votre|la|cette|le boutique|magasin|catalogue; en magasin|boutique
      `),
      'of-these': phrases(
        "parmi ceux|celles|eux|elles|ces|ci|là; de ceux|celles|ces ci|là; d'entre eux|elles",
      ),
      'show-asked': phrases(`
        ^ oui? ,? montre|montrez|affiche|affichez les|le|la moi|nous? $; ^ montre|montrez moi ceux|celles|ça|les|tout ci|là? $; ^ fais|faites voir $;
        ^ je veux|voudrais|peux les voir; ^ lesquels|lesquelles $; ^ puis je les voir
      `),
      'sort-cheapest': phrases(`
        trier|triez|trie|classer|classez|classe par prix croissant?; prix croissant|croissants; les? moins chers|chères en? d'abord|abord|premier;
        par ordre de prix; du moins cher au plus cher; par prix croissant?
      `),
      'sort-dearest': phrases(`
        prix décroissant|décroissants; les? plus chers|chères en? d'abord|abord|premier; du plus cher au moins cher;
        trier|triez|trie par prix décroissant
      `),
      'sort-best': phrases(
        "trier|triez|trie par pertinence; par pertinence; les plus pertinents|pertinentes en? d'abord|abord|premier",
      ),
    },
    yours: phrases('votre; vos; tes; ton; ta'),
    definite: [],
    followUps: phraseLists('et\net pour; qu en est il'),
  },
  es: {
    cues: {
      count: phrases(
        'cuántos|cuántas diferentes|distintos|distintas?; qué cantidad de; número de; cuántos|cuántas tipos|clases de',
      ),
      cheapest: phrases(`
        el|la|los|las|lo|su|tu|vuestro|vuestra? más barato|barata|baratos|baratas|económico|económica|económicos|económicas;
        el|la|los|las menos caro|cara|caros|caras; menor precio; precio más bajo
      `),
      dearest: phrases(`
        el|la|los|las|lo|su|tu más caro|cara|caros|caras|costoso|costosa|lujoso|lujosa; mayor precio; precio más alto
      `),
      values: phrases(`
        en? qué|cuáles|cuántos|cuántas otros|otras|son? los|las|sus? {attribute} de|para|en?; lista de {attribute};
        todos|todas los|las|sus {attribute}; de qué {attribute}
      `),
      prices: phrases(`
        rango|gama de precios de?; cuánto cuestan|cuesta|valen|vale sus|tus|los|las|un|una|vuestros|vuestras?;
        qué precio|precios tienen|tiene sus|tus|los|las|un|una?; precios de; entre qué precios; a cuánto están|salen
      `),
      anything: phrases(`
        tienes|tienen|tenéis|venden|vendéis|vendes|hay algo|alguna cosa?; hay algo; tienen|tenéis|venden productos|artículos
      `),
      departments: phrases(`
        qué venden|vendéis|vendes|ofrecen|tienen|tenéis|hay aquí|ustedes|en? la? tienda? $; qué se? puedo|puede|vende comprar|encontrar? aquí;
        qué|cuáles son? sus|las? departamentos|secciones|categorías|productos|artículos tienen|venden|tenéis|hay|ofrecen?;
        qué tipo|clase de tienda|productos|artículos|cosas es|tienen|venden|tenéis?; qué más? tienen en la tienda
      `),
      'in-shop': phrases(`
        que tienen|tienes|tenéis|venden|vendes|vendéis|ofrecen|hay; en su|la|tu|esta|vuestra tienda|catálogo
      `),
      'of-these': phrases('de estos|estas|esos|esas|ellos|ellas; entre estos|estas|esos|esas'),
      'show-asked': phrases(`
        ^ sí|si? ,? muéstramelos|muéstramelas|enséñamelos|enséñamelas|muéstrelos|muéstremelos|muéstralos|enséñalos por? favor? $;
        ^ quiero|quisiera|puedo|déjame verlos|verlas; ^ cuáles son $; ^ cuáles $; ^ muéstrame|enséñame todos|todas|esos|esas|los|las $
      `),
      'sort-cheapest': phrases(`
        ordena|ordenar|ordenado|ordenados|ordene por el? precio ascendente|más? bajo?; los|las? más baratos|baratas|económicos primero; precio ascendente|creciente;
        de menor a mayor precio?; de más barato a más caro; por precio
      `),
      'sort-dearest': phrases(`
        los|las? más caros|caras primero; precio descendente|decreciente; de mayor a menor precio?; de más caro a más barato;
        ordena|ordenar por precio descendente
      `),
      'sort-best': phrases(
        'ordena|ordenar|ordene por relevancia; por relevancia; los mejores|más relevantes primero',
      ),
    },
    yours: phrases('su; sus; tu; tus; vuestro; vuestra; vuestros; vuestras'),
    definite: phrases('el; la; los; las; su; sus; tu; tus; vuestro; vuestra'),
    followUps: phraseLists('y\nqué hay de; y qué tal'),
  },
};

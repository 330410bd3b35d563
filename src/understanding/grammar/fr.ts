import { type Grammar, phraseLists, phrases } from './grammar.ts';
import { UNITS } from './units.ts';

export const FRENCH: Grammar = {
  language: 'fr',
  cues: {
    greet: phrases(`
      ^ bonjour|salut|bonsoir|coucou|hello|hey à? tous|toi|vous?; ^ bonne journée à
    `),
    thank: phrases(`
      merci beaucoup|bien|infiniment|à? vous|toi?; mille mercis; je vous remercie
    `),
    goodbye: phrases(`
      au revoir; à bientôt|plus|demain|tard; bonne journée|soirée|nuit; c'est tout; ce sera tout; ciao|adieu
    `),
    handoff: phrases(`
      parler|discuter|échanger à|avec un|une|quelqu|votre? vrai|véritable|vraie|autre? conseiller|conseillère|humain|humaine|personne|un|agent|vendeur|vendeuse|collègue|opérateur;
      un|une vrai|vraie|véritable personne|conseiller|humain|agent;
      un|une conseiller|conseillère|humain|agent; service client|clients|après; appelez moi;
      être rappelé|rappelée; mettez moi en relation; quelqu'un de réel; personne réelle|humaine;
      contacter le? service
    `),
    order: phrases(`
      où est|en ma|mon commande|colis|livraison; où en est;
      ma|mes|mon commande|commandes|colis|livraison|facture|remboursement;
      suivre|suivi ma|de|un? commande|colis|ma?; statut de? la? commande;
      annuler|modifier ma|une|la? commande; numéro de commande|suivi;
      retourner|renvoyer|rendre un|cet|mon|ma|mes|une|cette|le|la article|commande|produit|chaussures?;
      échanger mon|ma|un|cet; remboursement|rembourser|remboursé|remboursée; pas arrivé|arrivée|reçu|livré;
      j'ai commandé|acheté; retour gratuit|produit|article; politique de retour
    `),
    complaint: phrases(`
      réclamation|plainte|réclamer;
      est|arrivé|arrivée|était cassé|cassée|abîmé|abîmée|endommagé|endommagée|défectueux|défectueuse;
      mauvais|mauvaise article|taille|produit|commande reçu|livré?;
      pas content|contente|satisfait|satisfaite; mécontent|mécontente|déçu|déçue;
      c'est inadmissible|scandaleux|inacceptable|honteux; pire|mauvais service;
      ne fonctionne|marche pas|plus
    `),
    reset: phrases(`
      recommencer|recommençons|recommence; repartir|reprendre de|à|depuis zéro|début;
      oublie|oubliez|oublions ça|tout|cela; tout effacer; réinitialiser|reset; laisse|laissez tomber;
      nouvelle recherche; effacer|supprimer|enlever les|tous? filtres; à zéro
    `),
    more: phrases(`
      ^ plus|suite|suivant|suivants|encore|autres|davantage $;
      d'autres produits|articles|modèles|options|idées|propositions|choix?; d'autres;
      montre|montrez|voir|affiche|affichez moi|en? plus|autres|autre|davantage|la? suite?;
      en voir|avoir plus|davantage; la suite;
      autre|autres chose|produits|articles|modèles|options|propositions; quoi d'autre; rien d'autre; encore; montre|montrez|propose|proposez m en autres|plus;
      je|nous voudrais|veux|peux|aimerais en? voir plus|d'autres|davantage; ne me plaît|plaisent pas; aucun|aucune ne me plaît;
      les suivants|autres; plus de produits|choix|résultats|modèles|propositions|articles|options
    `),
    compare: phrases(`
      compare|comparez|comparer|comparaison; différence|différences entre|de?; quelle est la différence;
      lequel|laquelle|lesquels est|des|de le|la|les|deux? mieux|meilleur|meilleure;
      lequel|laquelle|lesquels des|de ces|les? deux|trois; lequel|laquelle est moins|plus cher|chère|grand|grande|léger|légère; versus|vs;
      par rapport à|au
    `),
    why: phrases("pourquoi; pour quelle raison|quelles raisons; qu'est ce qui vous fait"),
    similar: phrases(`
      comme|genre|façon {ref}; comme ça|cela;
      similaire|similaires|semblable|semblables|ressemblant à|au? {ref}?;
      dans le même|ce genre|style|esprit; qui ressemble|ressemblent à|au? {ref}?;
      le|la|les même|mêmes mais|en|chose|modèle; même chose|modèle|genre|style; {ref} mais|seulement|juste;
      du même genre|style|type; équivalent|alternative|alternatives à|au? {ref}?; plutôt comme {ref}
    `),
    cheaper: phrases(`
      moins cher|chère|chers|chères|coûteux|coûteuse|onéreux; meilleur marché;
      trop|très|si cher|chère|chers|chères|coûteux|onéreux; prix plus bas|inférieur|moindre;
      plus abordable|économique|bas|abordables; moins; pas si cher|chère; baisser le prix
    `),
    dearer: phrases(`
      plus cher|chère|chers|chères|luxueux|haut|qualitatif|premium de? gamme?; meilleure qualité;
      trop bon? marché; plus haut de gamme; de qualité supérieure
    `),
    drop: phrases(`
      peu importe|n'importe le|la|les|quelle|quel|l? {attribute}; {attribute} peu importe;
      {attribute} n'a|est pas d'? importance|important|importante;
      la|le {attribute} m'est|est égal|égale|indifférent|indifférente;
      oublie|oubliez|ignore|ignorez|enlève|enlevez|retire|retirez|supprime le|la|les|l? filtre? {attribute};
      toutes|tous les? {attribute}; sans filtre|limite|restriction de? {attribute};
      n'importe quel|quelle {attribute}; quelle|quel que soit le|la {attribute}; toute|tout|tous {attribute}
    `),
    only: phrases('^ seulement|uniquement|juste|rien que?; ^ que du|des|de la?'),
    find: phrases(`
      paire de; surprends|surprenez moi; des|en promotions|promotion|promo|promos|soldes|solde;
      je|nous cherche|recherche|cherchons|voudrais|voudrions|veux|souhaite|aimerais|désire|désirerais trouver|voir|acheter|avoir|offrir?;
      j'aimerais|ai|aurais trouver|voir|acheter|avoir|offrir|besoin|envie de|d?; j'ai besoin|envie de|d?;
      besoin|envie de|d; cherche|recherche|voudrais|veux; à la recherche de|d?;
      montrez|montre|trouvez|trouve|proposez|propose|donnez moi; avez|vendez|auriez|proposez vous;
      vous avez|vendez; tu as; as tu; est ce que vous avez|vendez; y a t il; il y a;
      pouvez|pourriez|peux|pourrais vous|tu me|nous? conseiller|proposer|montrer|recommander|aider|trouver?;
      conseillez|conseille|recommandez|recommande moi?; je m'intéresse à|aux?; où trouver|puis je trouver;
      aidez|aide moi à? trouver|choisir?; acheter|trouver|offrir; que proposez vous; qu'avez vous; et si on;
      il me faut|faudrait
    `),
    choose: phrases(`
      je prends {ref}; j'aime|adore|préfère bien? {ref}; {ref} me plaît;
      plus de détails|informations|infos sur {ref}; parlez|parle|dites|dis moi de|plus|en|sur? de|sur {ref};
      parlez|parle|dites|dis moi plus|tout? {ref}; en savoir plus {ref};
      détails sur|de|du {ref}; montre|montrez moi {ref}; ^ {ref} $; ^ {ref} svp; ^ et {ref};
      décris|décrivez {ref}; en savoir plus sur {ref}
    `),
    ask: phrases(`
      est ce|il|elle; sont ce|ils|elles; est ce que {ref}; est|sont|a|peut|existe t? {ref};
      {ref} est|sont|a|existe|existent elle|il|t|ils|elles|aussi? il|elle?; existe en {value};
      existe t il|elle en; disponible|dispo en {value}; l'avez vous|tu en; avez vous {ref} en;
      vous {ref} avez en; combien coûte|coûtent|vaut|mesure|pèse {ref};
      de quoi|quelle|quel|comment|en quoi est|sont|matière|taille {ref}; c'est en|imperméable|quoi;
      quel est le prix
    `),
    'off-topic': phrases(`
      quel temps fait il|fera; la? météo à|de|du|pour|demain?; temps fait il;
      écris|écrivez|rédige|rédigez|compose moi? un|une|du poème|poésie|chanson|histoire|dissertation|code|mail|lettre|programme;
      tu|vous es|êtes un|une|trop|si? nul|nulle|stupide|idiot|idiote|bête|con; t'es nul|nulle|stupide|idiot|idiote|bête|con;
      idiot|idiote|connard|merde|débile|imbécile; livrez|expédiez|envoyez vous en|à|au|vers?; frais|délai|délais|coût|coûts de livraison|port|expédition;
      livraison gratuite|offerte; moyens|modes de paiement; payer par|avec|en; horaires d'ouverture|ouverture;
      code promo|promotionnel|réduction; pour qui voter|dois;
      au|dans le|mon? panier; mon panier;
      raconte|racontez|connais|connaissez moi|tu|vous? une|un|des blague|histoire|blagues;
      qui|quand est|était|a|êtes|es; capitale de|du; traduis|traduisez|traduire; président de|du;
      calcule|calculez|résous; comment ça|allez|vas va|vous|tu; quel âge as|avez;
      comment t'appelles|vous appelez; es tu|êtes vous un? robot|humain|ia|bot|humaine; sens de la vie;
      recette de|pour; cours de la? bourse|action; score du? match;
      ignore|ignorez|oublie toutes|tes|les|vos instructions|règles|consignes; prompt système;
      tes|vos instructions|consignes|règles; actualités|dernières nouvelles; chante|chantez;
      quelle heure est; mes devoirs; réserver|réserve un vol|hôtel; racine carrée;
      comment cuisiner|aller|faire
    `),
    language: phrases(`
      en|parle|parles|parlez|parler tu|vous|de|d? français|anglais|allemand|espagnol; ^ français|anglais|allemand|espagnol $;
      ^ français|anglais|allemand|espagnol s'il vous|te plaît
    `),
    gift: phrases(`
      un|des|comme|en? cadeau|cadeaux pour?; idée|idées de? cadeau|cadeaux pour?
    `),
    filler: phrases(`
      mesure|mesurent|mesurant;
      joli|jolie|jolis|jolies|beau|belle|beaux|belles; je? préférerais|préfèrerais|préférerions|aimerais mieux?; qui aime|adore|apprécie; aime|adore; en fait|réalité; je voulais dire; mets|mettez le|la|les;
      s'il vous|te plaît|plait; il vous|te plaît|plait; svp|stp;
      d'accord|accord|ok|okay|parfait|super|bien|génial|entendu; ^ oui|ouais; ^ non ,;
      ^ hmm|euh|bon|alors|ben; quelque|quelques chose|choses;
      truc|article|articles|produit|produits|pièce|modèle|modèles; pas trop cher|chère|chers|chères;
      pas trop; peut être;
      plutôt|vraiment|très|assez|aussi|encore|maintenant|alors|donc|si|idéalement|éventuellement|surtout|finalement|bien;
      si possible; de couleur|taille; en couleur|taille;
      bon|bonne|bons|bonnes|meilleur|meilleure|nouveau|nouvelle|adapté|adaptée|idéal|idéale;
      budget|prix|dépenser|coûter|coûte|argent|fourchette|gamme; mon budget est; qui est|soit|sont|a|coûte;
      à porter|offrir; je ne sais pas; pas sûr|sûre; un peu; une sorte|paire de; magasin|boutique;
      fait|faite en|de; y; en; c'est; est ce que; avec; ça; lui; sa|son|leur; qu'il|elle soit?;
      de la|du|des|de; pour; aimerais; homme|femme ou
    `),
  },
  prices: {
    lt: phrases(`
      moins de|que {money}; < {money}; sous|dessous de? {money}; en dessous|deçà de {money};
      inférieur|inférieure à {money}; moins cher|chère que|de {money}
    `),
    lte: phrases(`
      jusqu'à|à|au {money}; < = {money}; ≤ {money}; max|maxi . {money};
      pas|sans dépenser|payer|mettre|coûter|coûte|dépasser plus? de|que? {money}; jusque {money}; maximum|max|maximal|maxi de? {money}; au maximum|plus {money};
      pas plus|supérieur|au de|que|dessus|à de? {money}; pas plus cher|chère|chers|chères que|de {money};
      ne dépasse|dépassant pas {money}; sans dépasser {money}; budget de|est|: {money}; budget|prix {money};
      pour|avec {amount}; {money} ou moins; {money} maximum|max|maxi; {money} au plus; dans la limite de {money};
      mon budget est de {money}
    `),
    gt: phrases(`
      plus de|que {money}; > {money}; au dessus|delà de {money}; supérieur|supérieure à {money}; plus cher que {money}
    `),
    gte: phrases(`
      à partir de {money}; > = {money}; ≥ {money}; au moins {money}; minimum|min|mini|minimal de? {money}; {money} ou plus;
      {money} et plus|minimum|mini; pas moins de {money}; dès {money}
    `),
    range: phrases(`
      entre {money} et|à|- {money}; de {money} à|- {money}; {money} à|- {amount}; {amount} à|-|et {money};
      prix {money} à|- {money}; {money} - {money} $
    `),
    around: phrases(`
      environ|vers|autour|alentours|approximativement|dans les|de? {money};
      aux alentours|environs de {money}; ~ {money}; à peu près {money}; dans les {money}; {money} environ;
      une? {word} d? euros environ
    `),
  },
  sizes: phrases(`
    taille|tailles|pointure|pointures :? {size}; en taille|pointure {size}; du {size};
    je fais|porte|mets du? taille|un? {size}; en {size} $
  `),
  brands: phrases(`
    de la marque {word}; marque : {word}; marque {word}; de chez {word}; chez {word}
  `),
  references: {
    ordinal: phrases(`
      le|la|les|du|au {ordinal} produit|article|modèle|proposition|option?;
      numéro|n|no|option|article|produit {number}; le|la {number}; numéro|option|article|produit {count}; # {number};
      le|la {ordinal} {type}; ^ {ordinal} $; et {ordinal}; ^ {number} $; n° {number}
    `),
    last: phrases(`
      le|la|les|du|au dernier|dernière produit|article|modèle|proposition?; ^ dernier|dernière $
    `),
    cheapest: phrases(`
      le|la moins cher|chère|coûteux|coûteuse; le|la plus abordable|économique; le meilleur marché
    `),
    dearest: phrases('le|la plus cher|chère|coûteux|coûteuse'),
    attribute: phrases(`
      celui|celle en|de|à {value}; le|la {value}; le|la {type} {value}; le|la en {value};
      le|la modèle|version {value}
    `),
    focus: phrases(`
      celui|celle|ceux ci|là; ce|cet|cette|ces produit|article|modèle ci|là?;
      ce|cet|cette|ces {type} ci|là?; ça|cela|ceci; il|elle; le produit; cet article; ils|elles; celui|celle
    `),
    all: phrases(`
      les deux|trois; tous les deux; toutes les deux; eux|elles|tous|toutes; ces deux; les
    `),
    leading: phrases('les {count} premiers|premières; les premiers|premières {count}'),
    bare: phrases('{number}'),
  },
  ordinals: phraseLists(`
    premier; première; 1er; 1re; 1ere
    deuxième; second; seconde; 2e; 2eme; 2ème
    troisième; 3e; 3ème
    quatrième; 4e; 4ème
    cinquième; 5e; 5ème
    sixième; 6e
    septième; 7e
    huitième; 8e
    neuvième; 9e
    dixième; 10e
  `),
  counts: phraseLists(`
    deux; 2
    trois; 3
    quatre; 4
  `),
  negations: phrases(`
    pas de|du|en|d|la|le|les?; non pas?; sans; sauf; excepté; hormis; tout|toute|toutes couleur|couleurs? sauf; n'importe quelle|quel couleur|marque sauf; ni; plutôt|au que|lieu de?;
    aucun|aucune; jamais de?; à part; rien en|de; ne veux|voudrais|veut|souhaite pas de?;
    n'aime pas le|la|les?; éviter|évitez
  `),
  trailingNegations: phrases('exclu; exclue'),
  coordinators: phrases('ou; et; ni; &; /'),
  contrasts: phrases('mais; plutôt; cependant; svp'),
  prepositions: phrases('pour; avec; à; au; aux; contre; sur; dans; de; sous'),
  possessives: phrases('mon; ma; mes; notre; nos; pour; son; sa; ses'),
  questions: {
    material: phrases(`
      en quoi|quelle|quel est|matière|matériau?; de quoi;
      quelle|quelles|quel matière|matières|matériau|tissu; la|sa matière; fait|faite en quoi; composition
    `),
    price: phrases(`
      combien coûte|coûtent|vaut|ça|il|elle|est? coûte?; combien; quel est le|son prix; à quel prix;
      le|son prix
    `),
    size: phrases(`
      quelle|quelles taille|tailles|pointures|pointure|dimensions; quelles sont les dimensions|tailles;
      dimensions|mesures; autre|autres taille|tailles; la|sa taille; taille grand|petit|normalement
    `),
    color: phrases(`
      quelle|quelles couleur|couleurs|coloris; autre|autres couleur|couleurs|coloris; la|sa couleur;
      quels coloris
    `),
    availability: phrases(`
      en stock; encore|toujours? disponible|disponibles|dispo; épuisé|épuisée; disponible $
    `),
    brand: phrases(`
      qui fabrique; quelle|de marque; la|sa marque; quelle est la marque; fabricant
    `),
    weight: phrases('combien pèse; quel poids; le|son poids'),
    care: phrases('lavable; laver|lave; en machine; entretien|nettoyer; passe en machine'),
    pattern: phrases('quel motif'),
  },
  interrogatives: phrases(`
    est; sont; a; peut; que; quoi; quel; quelle; quels; quelles; combien; comment; qui; où; quand; existe;
    avez; de; y
  `),
  units: [...UNITS, 'go', 'mo', 'to'],
};

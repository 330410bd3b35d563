/**
 * How a language addresses somebody politely: pronouns, and where it does without them, the verbs of the message files in that person.
 * A text that matches speaks formally. English makes no difference; in Japanese the honorific and humble forms are meant.
 */
export const POLITE: Readonly<Record<string, RegExp>> = {
  de: /\b(?:Sie|Ihnen|Ihr|Ihre[mnrs]?)\b/u,
  fr: /(?<![\p{L}-])(?:vous|votre|vos)(?!\p{L})|(?<!\p{L})(?:dites|êtes|faites)(?!\p{L})|\p{L}{2,}(?<!(?<!\p{L})(?:ch|ass|n))ez(?!\p{L})/iu,
  es: /(?<!\p{L})(?:usted|dígame|pregúnteme|utilice|escriba|consulte|diga|dígalo|vaya a|pague|elija|espere|inténtelo|empiece|compruébela|hable|diríjase|llame|inicie|verle|ayudarle|atenderle|mostrarle|decirle|decírselo|informarle|ponerle|tóquelo|miró|permitió|dijo|compró|añadió)(?!\p{L})|(?<!se )pidió(?!\p{L})|¿(?:Qué |A cuál se )?(?:busca|desea|quiere|necesita|refiere|tiene)(?!\p{L})|(?<!\p{L})(?:para|a|de) usted(?!\p{L})|(?<!\p{L})(?:en|de|a) su(?:s)? (?:cesta|visita|cuenta|consentimiento|presupuesto)(?!\p{L})|(?<!\p{L})su (?:cesta|visita|historial|cuenta)(?!\p{L})/iu,
  it: /(?<=\p{L} )(?:Lei|Le|La|Suo|Sua|Suoi|Sue)(?!\p{L})|\p{Ll}(?:Le|La)(?!\p{L})|(?<!\p{L})(?:mi dica|dica|usi|chieda|scriva|scelga|riprovi|attenda|inizi|controlli|acceda|vada|paghi|parli|si rivolga|veda|apra|chiami|intende|Le serve|(?:[Hh]a|voleva) (?:chiesto|guardato|descritto|detto|messo|acquistato|più vederlo))(?!\p{L})|(?<!\p{L})cosa cerca(?!\p{L})/u,
  pt: /(?<!\p{L})(?:(?<!por )si|lhe|seu|seus|sua|suas|diga|use|escreva|(?<!à )escolha|tente|aguarde|comece|consulte|vá|pague|veja|dirija-se|pergunte|inicie|fale|ligue|toque|abra|(?<!Isto )precisa|(?<!se )deseja|procura|quer|quiser|viu|pediu|comprou|permitiu|descreveu|prefira|(?<!isto )se refere|refere-se)(?!\p{L})/iu,
  nl: /(?<!\p{L})(?:u|uw)(?!\p{L})/iu,
  ja: /(?<!どう)いたし|いただ|(?<!ありがとう)ござい|なさい|くださいま|お越し|かしこまり|承り|承る|承知|拝見|ご覧|ております|ておりま|お(?:探し|伝え|聞かせ|声がけ|見せ|買い|答え|手伝い|役に|つなぎ|呼び|選び|尋ね|求め|持ち|試し|申し付け|知らせ|許し|書きください|会い|手続き|困り|進み|待ち)|ご(?:希望|利用|用意|確認|連絡|質問|要望|訪問|来店|不便|注文|判断|自身|本人|予算|住所|返事|用)|どなた|当店|申し訳|存じ|よろしい|おっしゃ|いらっしゃ|お客様|お支払い|お届け/u,
};

/** Keys of what a shopper says: they address the assistant as they like. */
export const SAID_BY_SHOPPERS = /^chip-/;

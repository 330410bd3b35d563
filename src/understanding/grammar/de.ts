import { type Grammar, phraseLists, phrases } from './grammar.ts';
import { UNITS } from './units.ts';

export const GERMAN: Grammar = {
  language: 'de',
  cues: {
    greet: phrases(`
      ^ hallo|hi|hey|moin|servus|grüezi|hallöchen|grüß zusammen|gott?;
      ^ guten|schönen morgen|tag|abend|nachmittag; ^ guten tag
    `),
    thank: phrases(`
      danke schön|sehr|dir|ihnen|vielmals|euch?; vielen|besten|herzlichen|tausend dank; dankeschön;
      merci vielmals?
    `),
    goodbye: phrases(`
      tschüss|tschüs|ciao|ade; auf wiedersehen; bis bald|später|dann; gute nacht;
      das war|wars|ist alles|schon?; schönen tag|abend noch; machs gut
    `),
    handoff: phrases(`
      mit einem|einer|jemandem|nem|dem echten|richtigen|menschlichen|realen? menschen|mitarbeiter|mitarbeiterin|person|berater|beraterin|kundenberater|kollegen sprechen|reden|verbinden|chatten?;
      menschen|mitarbeiter|berater|person|mensch sprechen|bitte|reden;
      echte|echten|echter|richtigen|richtiger|menschlichen mensch|menschen|person|mitarbeiter|ansprechpartner|berater;
      mit jemandem sprechen|reden; kundenservice|kundendienst|kundenberater|kundenbetreuung;
      ruft|rufen|ruf mich|sie mich? an; ansprechpartner; menschlicher support
    `),
    order: phrases(`
      wo ist|bleibt|sind meine|mein bestellung|paket|lieferung|bestellungen|sendung;
      meine|meiner|mein|meinem bestellung|lieferung|paket|sendung|rechnung|bestellungen;
      bestellung|sendung|paket verfolgen|stornieren|ändern;
      bestellstatus|bestellnummer|lieferstatus|sendungsnummer|sendungsverfolgung|lieferadresse;
      zurückgeben|zurücksenden|zurückschicken|umtauschen|retournieren|reklamieren;
      retoure|rückgabe|rücksendung|rückerstattung|umtausch|storno|widerruf; geld zurück;
      nicht angekommen|geliefert; ich habe {any}? {any}? bestellt|gekauft; wann kommt mein|meine; stornieren
    `),
    complaint: phrases(`
      beschwerde|reklamation|beschweren; ist|war|kam|kamen|sind kaputt|beschädigt|defekt|zerrissen;
      kaputt|beschädigt|defekt angekommen|geliefert;
      falsche|falscher|falsches|falschen artikel|größe|ware|produkt geliefert|bekommen|erhalten;
      nicht|gar zufrieden; unzufrieden|enttäuscht;
      das ist|war unverschämt|unmöglich|schrecklich|eine? frechheit;
      schlechter|schlechtester|miserabler service; funktioniert nicht mehr?
    `),
    reset: phrases(`
      von vorne|vorn anfangen|beginnen?; vergiss|vergessen sie? es|das|alles; neu anfangen|beginnen|starten;
      nochmal von vorn|vorne; neustart|zurücksetzen|reset; alles löschen|zurücksetzen|vergessen; neue suche;
      filter löschen|zurücksetzen|entfernen
    `),
    more: phrases(`
      ^ mehr|weitere|weiter|andere $;
      mehr|weitere|andere|noch davon|produkte|artikel|vorschläge|optionen|ergebnisse|anzeigen|zeigen|ideen|modelle;
      zeig|zeige|zeigen sie? mir? mehr|weitere|andere; noch|sonst mehr|andere|weitere|welche;
      was|gibt gibt|habt|haben|es sie|ihr|es? noch|sonst; noch was|etwas|mehr $; was sonst;
      sonst noch was|etwas?; ich|wir möchte|will|würde|möchten gern|gerne? mehr|weitere|andere sehen?;
      gefällt|gefallen mir|uns alle? nicht; nichts dabei; etwas|was anderes; ^ anderes $; zeig|zeige|zeigen sie? mir? was|etwas anderes; nächste|nächsten seite|produkte?; die nächsten; nicht diese|die
    `),
    compare: phrases(`
      vergleich|vergleiche|vergleichen|gegenüberstellen; unterschied|unterschiede zwischen|von?;
      was ist der unterschied;
      welche|welcher|welches von|ist|der|davon|dieser besser|beste|günstiger|wärmer|leichter|beiden;
      versus|vs; im vergleich zu?
    `),
    why: phrases('warum|wieso|weshalb; aus welchem grund; wie kommst|kommen du|sie darauf'),
    similar: phrases(`
      wie {ref}; so|sowas|etwas wie {ref};
      ähnlich|ähnliche|ähnliches|ähnlicher|vergleichbar* wie|zu? {ref}?; etwas|was ähnliches wie? {ref}?;
      so|das|den|die|dasselbe|gleiche|gleichen ein|eine|einen|gleiche|gleichen|selbe|selben aber|nur|in|wie;
      so etwas; sowas; so eine|einen|ein; dasselbe|derselbe|dieselbe aber|nur|in; {ref} aber|nur|jedoch;
      im stil von {ref}; in der art von? {ref}?; alternative|alternativen zu? {ref}?
    `),
    cheaper: phrases(`
      günstiger|billiger|preiswerter|preisgünstiger;
      günstigere|günstigeres|günstigeren|billigere|billigeres|billigeren|preiswertere|günstigerer alternative|variante|modelle?;
      weniger teuer|kosten|ausgeben|geld; zu|so|sehr teuer; niedrigerer|geringerer|tieferer preis;
      nicht so teuer; zu hoher preis; etwas|was günstigeres|billigeres
    `),
    dearer: phrases(`
      teurer|teurere|teureres|exklusiver|hochwertiger|hochwertigeres|hochwertigere|edler; zu billig;
      bessere|besserer|höhere qualität; luxuriöser
    `),
    drop: phrases(`
      {attribute} ist|sind? mir|uns? egal|unwichtig|gleich|wurscht;
      egal welche|welcher|welches|welchem|in? {attribute};
      alle|jede|jeder|jedes|beliebige|beliebiger {attribute}; {attribute} spielt keine rolle;
      vergiss|ignoriere|entferne|lösche|streich|vergessen|ignorieren sie? den|die|das? {attribute};
      {attribute} spielen keine rolle; ohne {attribute} limit|beschränkung|filter; {attribute} beliebig;
      unabhängig von|vom der? {attribute}; {attribute} kann beliebig sein;
      den|die|das? {attribute} weglassen|entfernen
    `),
    only: phrases('^ nur|bloß|ausschließlich'),
    find: phrases(`
      ein paar; überrasch|überrasche|überraschen sie? mich; im angebot;
      ich|wir suche|suchen|brauche|brauchen|benötige|möchte|will|hätte|wünsche|bräuchte gern|gerne?;
      suche|suchen|gesucht; brauche|benötige|möchte|will|wünsche mir? gern|gerne?; auf der suche nach;
      zeig|zeige|zeigen|zeigt sie|du? mir|uns? bitte?;
      habt|haben|führt|führen|verkauft|verkaufen|bietet ihr|sie; haben|hätten sie; gibt|gäbe es; gibts;
      können|könnt|kannst|könnten|könntest sie|ihr|du mir? empfehlen|zeigen|helfen?;
      empfehlen|empfiehl|empfehle|empfehlt sie? mir?; ich interessiere mich für; interessiere mich für;
      kaufen|finden|sehen|haben; wo finde|gibt ich|es; hast du; was habt|haben|hast ihr|sie|du;
      hilf|helfen|helft sie? mir; wie wäre es mit; wie wärs mit; gerne|gern
    `),
    choose: phrases(`
      ich nehme {ref}; {ref} gefällt mir; ich mag {ref}; {ref} finde ich gut|schön|toll;
      mehr|details|infos|informationen über|zu|zum|zur {ref};
      erzähl|erzählen|sag sie? mir? mehr? über|zu|von {ref}; zeig|zeige|zeigen sie? mir? {ref};
      ^ {ref} bitte? $; ^ was|wie ist mit {ref}; ^ und {ref} $; beschreib|beschreibe|beschreiben sie? {ref}
    `),
    ask: phrases(`
      ist|sind|hat|kann|wird|war|haben|passt|eignet|besteht {ref}; gibt es {ref} in|auch?;
      gibts {ref} in|auch?; habt|haben ihr|sie {ref} in|auch;
      was|wie|woraus|wieviel ist|kostet|sind|hat|viel|besteht|schwer|groß|lang kostet|wiegt? {ref};
      auch? in {value} erhältlich|verfügbar|lieferbar; kommt {ref} in
    `),
    'off-topic': phrases(`
      wie ist|wird das? wetter; wetter in|heute|morgen|bericht;
      du|sie bist|sind so? ein? doof|dumm|blöd|idiot|nutzlos|scheiße; doof|idiot|idioten|blödmann|scheiße|scheiss|arschloch;
      versendet|versenden|liefert|liefern|schickt|schicken ihr|sie auch? nach|in?; versandkosten|lieferkosten|lieferzeit|versandkostenfrei|versanddauer;
      wie lange dauert|ist der|die? lieferung|versand; zahlungsarten|zahlungsmethoden|zahlungsmöglichkeiten; bezahlen|zahlen mit|per;
      mit|per paypal|klarna|kreditkarte|rechnung zahlen|bezahlen; öffnungszeiten; gutschein|gutscheincode|rabattcode;
      wann habt|haben|hat ihr|sie? offen|geöffnet; wen soll ich wählen;
      in den warenkorb|einkaufswagen; zum warenkorb; mein|meinen warenkorb;
      schreib|schreibe|verfasse|schreiben sie? mir? ein|eine|einen|das? gedicht|lied|geschichte|aufsatz|code|mail|brief|programm;
      erzähl|erzähle|kennst du? mir? einen|eine|ein? witz|geschichte|witze; wer|wann ist|war|hat|wurde|bist;
      hauptstadt von?; übersetze|übersetz|übersetzen; bundeskanzler|präsident von?; berechne|löse|rechne;
      wie geht es|s; wie gehts; wie alt bist; wie heißt du; bist du ein? bot|mensch|roboter|ki|echt;
      sinn des lebens; rezept für; aktienkurs; fußballergebnis|spielstand;
      ignoriere|vergiss alle|deine|vorherigen|die|bisherigen vorherigen|anweisungen|regeln|bisherigen;
      system prompt; deine anweisungen|regeln; neueste|aktuelle nachrichten; sing|singe; wie spät ist;
      hausaufgaben; flug|hotel buchen; wurzel aus; wie koche|backe|komme ich
    `),
    language: phrases(`
      auf|in|sprich|sprichst|sprechen|sprecht du|sie|ihr? deutsch|englisch|französisch|spanisch bitte?;
      ^ deutsch|englisch|französisch|spanisch bitte? $
    `),
    gift: phrases(`
      ein|eine|als? geschenk|geschenke|geschenkidee|geschenkideen|präsent|mitbringsel|gastgeschenk|abschiedsgeschenk; zum verschenken
    `),
    filler: phrases(`
      misst;
      bitte; ok|okay|gut|super|toll|prima|perfekt|schön|alles klar?; ^ ja|ja gern|genau|klar;
      ^ nein|nee|ne|nö ,; ^ hm|also|tja|na;
      etwas|was|irgendetwas|irgendwas|sachen|ding|dinge|artikel|produkt|produkte|stück;
      nicht|nichts zu teuer|teures; nicht allzu teuer;
      vielleicht|eventuell|eigentlich|lieber|eher|möglichst|gerne|gern|doch|auch|mal|noch|dann|jetzt|nur|schon|sehr|ganz|ziemlich|wirklich|stattdessen;
      davon; schön|schöne|schönen|schöner|schönes|hübsche|hübsches|nette|nettes; bevorzuge; am liebsten; mach|mache|machen sie? es|sie|das; der|die|das gerne|gern? liebt|mag; liebt; in wirklichkeit; ich meinte|meine;
      wenn möglich; aus; in der? farbe|größe;
      gut|gute|guter|gutes|guten|beste|besten|passend*|geeignet*|richtige|neu|neue|neuen|neues;
      budget|preis|geld|ausgeben|kosten|kostet; mein budget; die|der|das ist|sind|hat|haben|kostet|kosten;
      für die?; zum|zur; ich weiß nicht; keine ahnung; unsicher; ihn|ihr|sie;
      sein|seinen|ihren|ihrem|seinem; shop|laden|geschäft; mit; es;
      sollte|soll|sollen|darf|dürfen|muss|müssen|kann
    `),
  },
  prices: {
    lt: phrases(`
      unter|unterhalb von? {money}; < {money}; weniger als {money}; günstiger|billiger als {money}; kleiner als {money}
    `),
    lte: phrases(`
      bis zu|maximal|max|höchstens? {money}; max|maximal|maximum|höchstens {money};
      nicht mehr|teurer als {money}; nicht über {money}; nicht mehr kosten als {money};
      budget von|ist|: {money}; budget|limit liegt|liege bei {money}; < = {money}; ≤ {money}; max|maximal . {money}; budget|preis {money}; für|mit {amount};
      {money} oder weniger|günstiger|billiger; {money} maximal|max|maximum|höchstens; innerhalb von {money};
      preislimit|obergrenze von|: {money}; ich habe|hab nur? {amount}
    `),
    gt: phrases('> {money}; über|oberhalb von? {money}; mehr|teurer als {money}'),
    gte: phrases(`
      ab {money}; > = {money}; ≥ {money}; mindestens|min|minimum|minimal {money}; von mindestens {money}; {money} oder mehr|teurer;
      {money} aufwärts|mindestens; nicht unter {money}; nicht weniger als {money}
    `),
    range: phrases(`
      zwischen {money} und|bis|- {money}; von {money} bis|- zu? {money}; {money} bis|- {amount};
      {amount} bis|-|und {money}; preis {money} bis|- {money}; {money} - {money} $
    `),
    around: phrases(`
      um|circa|ca|etwa|ungefähr|rund die|.? {money}; so um|etwa die? {money}; ~ {money}; {money} oder so;
      in der größenordnung von? {money}; um die {money}
    `),
  },
  sizes: phrases(`
    größe|größen|gr|grösse|kleidergröße|schuhgröße|konfektionsgröße .|:? {size}; in größe|gr .? {size};
    ich trage größe? {size}; in {size} $
  `),
  brands: phrases('von|der|marke der? marke {word}; marke : {word}; marke {word}; von {word}'),
  references: {
    ordinal: phrases(`
      der|die|das|den|dem|des {ordinal} produkt|artikel|vorschlag|modell|stück|variante?;
      nummer|nr|option|artikel|produkt .? {number}; nummer|option|artikel|produkt {count}; # {number};
      das|der|die|den {ordinal} {type}; ^ {ordinal} $; und {ordinal}; {ordinal} und; ^ {number} $
    `),
    last: phrases(`
      der|die|das|den|dem letzte|letzten|letzter|letztes produkt|artikel|vorschlag?;
      ^ letzte|letzten|letztes|letzter $
    `),
    cheapest: phrases(`
      der|die|das|den|dem günstigste|günstigsten|billigste|billigsten|preiswerteste|preiswertesten davon|produkt|artikel|variante?;
      am günstigsten|billigsten|preiswertesten
    `),
    dearest: phrases(`
      der|die|das|den|dem teuerste|teuersten davon|produkt|artikel?; am teuersten
    `),
    attribute: phrases(`
      der|die|das|den|dem {value} variante|version|modell|davon; der|die|das|den|dem {value} {type};
      der|die|das|den|dem in {value}; der|die|das|den|dem mit {value}; der|die|das|den|dem {value}
    `),
    focus: phrases(`
      es; das|dies|dieses|diese|dieser|diesen|diesem|den|die|der da|hier|dort?;
      dieses|diese|dieser|diesen|diesem produkt|artikel|modell|stück?;
      dieses|diese|dieser|diesen|diesem|jener|jene|jenes {type}; er|ihn; das produkt; den artikel;
      der artikel
    `),
    all: phrases('beide|beiden|alle|alles davon?; die beiden|zwei; diese'),
    leading: phrases(`
      die|den|der? ersten|obersten {count}; ersten beiden; die beiden ersten; {count} ersten
    `),
    bare: phrases('{number}'),
  },
  ordinals: phraseLists(`
    erste; ersten; erster; erstes; erstem
    zweite; zweiten; zweiter; zweites; zweitem
    dritte; dritten; dritter; drittes; drittem
    vierte; vierten; vierter; viertes
    fünfte; fünften; fünfter; fünftes
    sechste; sechsten; sechster; sechstes
    siebte; siebten; siebtes
    achte; achten; achtes
    neunte; neunten; neuntes
    zehnte; zehnten; zehntes
  `),
  counts: phraseLists(`
    zwei; 2; beiden
    drei; 3
    vier; 4
  `),
  negations: phrases(`
    nicht aus|in|von?; kein|keine|keinen|keiner|keines|keinem; ohne; außer; ausgenommen; alles außer; jede|jeder|alle|egal welche farbe|farben außer|nur;
    bloß|nur nicht|kein|keine; statt|anstatt|anstelle von?; nichts in|aus|mit; niemals|nie; weder;
    mag kein|keine|keinen|nicht; will kein|keine|keinen|nicht
  `),
  trailingNegations: phrases('nicht; ausgeschlossen; frei'),
  coordinators: phrases('oder; und; noch; &; /'),
  contrasts: phrases('sondern; aber; lieber; stattdessen; bitte; dafür'),
  prepositions: phrases(`
    für; mit; zu; zum; zur; von; vom; gegen; auf; an; unter; bei; beim; im; fürs
  `),
  possessives: phrases(`
    mein; meine; meinen; meiner; meinem; unser; unsere; unseren; für; fürs; seine; seinen; ihre; ihren
  `),
  questions: {
    material: phrases(`
      woraus; aus was|welchem material?; aus welchem stoff; welches|welchem material|stoff; das|ihr material
    `),
    price: phrases(`
      wie viel|teuer kostet|ist?; wieviel kostet?; was kostet|kosten; der preis; preis von
    `),
    size: phrases(`
      welche|welchen|welcher größe|größen|abmessungen|maße; wie groß|lang|breit|hoch|tief;
      andere|anderen größe|größen; abmessungen|maße; die größe; fällt {ref} {any}? groß|klein|aus
    `),
    color: phrases(`
      welche|welchen|welcher farbe|farben; andere|anderen farbe|farben; die farbe
    `),
    availability: phrases(`
      auf lager; noch? verfügbar|lieferbar|vorrätig|da; ausverkauft; erhältlich $
    `),
    brand: phrases(`
      wer stellt|macht; welche|welcher marke; von welcher marke; die marke; hersteller
    `),
    weight: phrases('wie schwer; was wiegt; wie viel wiegt; gewicht'),
    care: phrases('waschbar; waschen; waschmaschine; wie pflege|reinige; pflegehinweise'),
    pattern: phrases('welches muster'),
  },
  interrogatives: phrases(`
    ist; sind; hat; kann; gibt; gibts; was; wie; welche; welcher; welches; welchen; woraus; wieviel; wer;
    wo; wann; habt; haben; kommt; passt; wird; aus
  `),
  units: UNITS,
};

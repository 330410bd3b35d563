/** Words that agree with the noun behind them: none may stand before a name whose gender and number nobody knows; nor may what elides. */
export const ARTICLES: Readonly<Record<string, string>> = {
  en: 'a|an',
  de: 'der|das|den|dem|des|ein|eine|einen|einem|einer|zum|zur|im|am|beim|vom|(?<!, )die',
  fr: 'le|la|les|l’|un|une|de|du|des|d’|au|aux|ce|cet|cette|que|qu’|jusque|lorsque|si',
  es: 'el|la|los|las|un|una|del|al|este|esta',
  it: 'il|lo|la|l’|i|gli|le|un|uno|una|un’|del|dello|della|dell’|al|allo|alla|nel|nella|dal|dalla|sul|sulla',
  pt: 'o|os|um|uma|do|da|dos|das|no|na|ao|à|pelo|pela',
  nl: 'de|het|een|dit|die|deze',
};

/** One with a plural, several with a singular. */
export const WRONG_NUMBERS: Readonly<Record<string, RegExp>> = {
  en: /\b1 (?:products|items|pieces|departments|orders|times|days)\b|\bare 1\b(?!,)|\b[025] (?:product|item|piece|department|order|time|day)\b/u,
  de: /\b1 (?:Abteilungen|Bestellungen|Tage|weitere Teile)\b|\b(?:2|5|1\.234) (?:Abteilung|Bestellung|Tag)\b/u,
  fr: /\b[01] (?:articles|commandes|rayons|exemplaires|pièces|jours|produits)\b|\b[25] (?:article|commande|rayon|exemplaire|pièce|jour|produit)\b/u,
  es: /\b1 (?:artículos|productos|unidades|secciones|pedidos|veces|días)\b|\b[025] (?:artículo|producto|unidad|sección|pedido|vez|día)\b/u,
  it: /\b1 (?:articoli|pezzi|reparti|ordini|volte|giorni)\b|\b[025] (?:articolo|pezzo|reparto|ordine|volta|giorno)\b|altri 1\b/u,
  pt: /\b1 (?:artigos|unidades|secções|encomendas|vezes|dias|produtos)\b|\b[25] (?:artigo|unidade|secção|encomenda|vez|dia|produto)\b/u,
  nl: /\b1 (?:producten|stuks|afdelingen|bestellingen|dagen|artikelen)\b|\b[025] (?:product|afdeling|bestelling|dag|artikel)\b/u,
  ja: /\d\d ?つ/u,
};

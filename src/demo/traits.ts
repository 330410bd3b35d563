import type { Words } from './words.ts';

/** A quality of a product, canonical value of the attribute `feature`. */
export interface Trait {
  /** Adjective in the notation of `agree`. */
  readonly adjective: Words;
  /** What it means for the owner, in the notation of `fillSentence`. */
  readonly sentence: Words;
}

const trait = (adjective: Words, sentence: Words): Trait => ({ adjective, sentence });

export const TRAITS: Readonly<Record<string, Trait>> = {
  warm: trait(
    ['warm', 'warm', 'chaud/chaude', 'cálido'],
    [
      '[It keeps|They keep] you warm on cold days.',
      '[Hält|Halten] an kalten Tagen warm.',
      '[Tient|Tiennent] chaud par temps froid.',
      '[Abriga|Abrigan] en los días fríos.',
    ],
  ),
  soft: trait(
    ['soft', 'weich', 'doux/douce/doux/douces', 'suave'],
    [
      '[It feels|They feel] soft on the skin.',
      '[Fühlt|Fühlen] sich weich an.',
      '[Doux|Douce|Doux|Douces] au toucher.',
      '[Resulta suave|Resultan suaves] al tacto.',
    ],
  ),
  light: trait(
    ['lightweight', 'leicht', 'léger/légère', 'ligero'],
    [
      '[It weighs|They weigh] little.',
      '[Wiegt|Wiegen] nur wenig.',
      '[Pèse|Pèsent] peu.',
      '[Pesa|Pesan] poco.',
    ],
  ),
  breathable: trait(
    ['breathable', 'atmungsaktiv', 'respirant/respirante', 'transpirable'],
    [
      'The material lets air and moisture out.',
      'Das Material lässt Luft und Feuchtigkeit nach außen.',
      'La matière laisse passer l’air et l’humidité vers l’extérieur.',
      'El material deja salir el aire y la humedad.',
    ],
  ),
  waterproof: trait(
    ['waterproof', 'wasserdicht', 'imperméable/imperméable', 'impermeable'],
    [
      'Rain stays outside: the seams are sealed.',
      'Regen bleibt draußen: Die Nähte sind versiegelt.',
      'La pluie reste dehors : les coutures sont étanches.',
      'La lluvia se queda fuera: las costuras están selladas.',
    ],
  ),
  windproof: trait(
    [
      'windproof',
      'winddicht',
      'coupe-vent/coupe-vent/coupe-vent/coupe-vent',
      'cortavientos/cortavientos/cortavientos/cortavientos',
    ],
    ['Wind does not get through.', 'Wind kommt nicht durch.', 'Le vent ne passe pas.', 'El viento no pasa.'],
  ),
  insulated: trait(
    ['insulated', 'isoliert', 'isotherme/isotherme', 'térmico'],
    [
      'The double wall keeps the temperature for hours.',
      'Die doppelte Wand hält die Temperatur über Stunden.',
      'La double paroi garde la température pendant des heures.',
      'La doble pared conserva la temperatura durante horas.',
    ],
  ),
  foldable: trait(
    ['foldable', 'faltbar', 'pliable/pliable', 'plegable'],
    [
      '[It folds|They fold] small for storing.',
      '[Lässt|Lassen] sich zum Verstauen klein zusammenlegen.',
      'Se [replie|replient] pour le rangement.',
      'Se [pliega|pliegan] para guardar.',
    ],
  ),
  wireless: trait(
    ['wireless', 'kabellos', 'sans fil/sans fil/sans fil/sans fil', 'inalámbrico'],
    [
      '[It connects|They connect] by Bluetooth, without a cable.',
      'Die Verbindung läuft über Bluetooth, ohne Kabel.',
      'La connexion se fait en Bluetooth, sans câble.',
      'La conexión es por Bluetooth, sin cables.',
    ],
  ),
  'noise-cancelling': trait(
    [
      'noise-cancelling',
      'geräuschunterdrückend',
      'antibruit/antibruit/antibruit/antibruit',
      'antirruido/antirruido/antirruido/antirruido',
    ],
    [
      'Active noise cancelling quiets what is around you.',
      'Aktive Geräuschunterdrückung dämpft die Umgebung.',
      'La réduction active du bruit atténue ce qui vous entoure.',
      'La cancelación activa de ruido atenúa lo que hay alrededor.',
    ],
  ),
  rechargeable: trait(
    ['rechargeable', 'wiederaufladbar', 'rechargeable/rechargeable', 'recargable'],
    [
      'The battery charges over USB-C.',
      'Der Akku lädt über USB-C.',
      'La batterie se recharge en USB-C.',
      'La batería se carga por USB-C.',
    ],
  ),
  dimmable: trait(
    [
      'dimmable',
      'dimmbar',
      'à intensité réglable/à intensité réglable/à intensité réglable/à intensité réglable',
      'regulable',
    ],
    [
      'The brightness can be turned down without steps.',
      'Die Helligkeit lässt sich stufenlos regeln.',
      'La luminosité se règle en continu.',
      'La intensidad de la luz se regula sin escalones.',
    ],
  ),
  'dishwasher safe': trait(
    [
      'dishwasher-safe',
      'spülmaschinenfest',
      'compatible lave-vaisselle/compatible lave-vaisselle/compatibles lave-vaisselle/compatibles lave-vaisselle',
      'apto para lavavajillas/apta para lavavajillas/aptos para lavavajillas/aptas para lavavajillas',
    ],
    [
      '[It goes|They go] into the dishwasher.',
      '[Darf|Dürfen] in die Spülmaschine.',
      '[Passe|Passent] au lave-vaisselle.',
      'Se [puede|pueden] lavar en el lavavajillas.',
    ],
  ),
  handmade: trait(
    ['handmade', 'handgefertigt', 'artisanal/artisanale/artisanaux/artisanales', 'artesanal'],
    [
      '[It is|They are] made by hand, so no two are quite the same.',
      'Handarbeit: Kein Stück gleicht ganz dem anderen.',
      'Le travail se fait à la main : aucune pièce n’est tout à fait pareille.',
      'El trabajo se hace a mano: no hay dos piezas idénticas.',
    ],
  ),
  compact: trait(
    ['compact', 'kompakt', 'compact/compacte', 'compacto'],
    [
      '[It takes|They take] up little room.',
      '[Braucht|Brauchen] wenig Platz.',
      '[Prend|Prennent] peu de place.',
      '[Ocupa|Ocupan] poco espacio.',
    ],
  ),
  'non-slip': trait(
    ['non-slip', 'rutschfest', 'antidérapant/antidérapante', 'antideslizante'],
    [
      '[It does|They do] not slip.',
      '[Rutscht|Rutschen] nicht.',
      'Ne [glisse|glissent] pas.',
      'No [resbala|resbalan].',
    ],
  ),
  quiet: trait(
    ['quiet', 'leis', 'silencieux/silencieuse/silencieux/silencieuses', 'silencioso'],
    [
      '[It works|They work] quietly.',
      '[Arbeitet|Arbeiten] leise.',
      '[Fonctionne|Fonctionnent] sans bruit.',
      '[Funciona|Funcionan] sin ruido.',
    ],
  ),
  vegan: trait(
    ['vegan', 'vegan', 'végane/végane', 'vegano'],
    [
      'No ingredient is of animal origin.',
      'Kein Bestandteil ist tierischen Ursprungs.',
      'Aucun ingrédient n’est d’origine animale.',
      'Ningún ingrediente es de origen animal.',
    ],
  ),
  'fragrance-free': trait(
    [
      'fragrance-free',
      'parfümfrei',
      'sans parfum/sans parfum/sans parfum/sans parfum',
      'sin perfume/sin perfume/sin perfume/sin perfume',
    ],
    ['No perfume is added.', 'Ohne Zusatz von Parfüm.', 'Sans ajout de parfum.', 'No lleva perfume añadido.'],
  ),
  adjustable: trait(
    ['adjustable', 'verstellbar', 'réglable/réglable', 'ajustable'],
    [
      '[It adjusts|They adjust] to fit.',
      '[Lässt|Lassen] sich passend einstellen.',
      'Se [règle|règlent] à la bonne mesure.',
      'Se [ajusta|ajustan] a la medida.',
    ],
  ),
  durable: trait(
    ['durable', 'robust', 'robuste/robuste', 'resistente'],
    [
      '[It is|They are] built for daily use.',
      'Gebaut für jeden Tag.',
      '[Conçu|Conçue|Conçus|Conçues] pour servir tous les jours.',
      '[Hecho|Hecha|Hechos|Hechas] para el uso diario.',
    ],
  ),
};

/** What the usual materials of clothing and home textiles bring with them. */
export const TEXTILE_TRAITS: Readonly<Record<string, readonly string[]>> = {
  wool: ['warm'],
  merino: ['warm', 'breathable'],
  cashmere: ['warm', 'soft'],
  silk: ['light', 'soft'],
  cotton: ['soft'],
  'organic cotton': ['soft'],
  linen: ['light', 'breathable'],
  fleece: ['warm', 'soft'],
  down: ['warm', 'light'],
  velvet: ['soft'],
};

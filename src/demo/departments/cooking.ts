import type { ProductType } from '../product-type.ts';
import { quantities, type Words } from '../words.ts';

const APPLIANCES: Words = [
  'Small appliances',
  'Küchengeräte',
  'Petit électroménager',
  'Pequeños electrodomésticos',
];
const COOKWARE: Words = [
  'Pots, pans & tools',
  'Töpfe, Pfannen & Werkzeug',
  'Casseroles, poêles et ustensiles',
  'Ollas, sartenes y utensilios',
];
const CASINGS = ['black', 'white', 'silver', 'red', 'off-white', 'green', 'blue'];
const APPLIANCE_CARE = { '*': 'wipe clean' };
const SHORT: Words = ['{value}', '{value}', '{value}', '{value}'];
const POWER: Words = ['Power: {value}.', 'Leistung: {value}.', 'Puissance : {value}.', 'Potencia: {value}.'];
const TANK: Words = [
  'The water tank holds {value}.',
  'Der Wassertank fasst {value}.',
  'Le réservoir contient {value}.',
  'El depósito de agua tiene {value}.',
];

/** What one cooks with. */
export const COOKING: readonly ProductType[] = [
  {
    id: 'espresso-machine',
    noun: ['espresso machine', 'Espressomaschine:f', 'machine à espresso:f', 'cafetera espresso:f'],
    leaf: ['Espresso machines', 'Espressomaschinen', 'Machines à espresso', 'Cafeteras espresso'],
    group: APPLIANCES,
    priceUsd: [119, 790],
    materials: ['stainless steel', 'plastic', 'aluminium'],
    colors: CASINGS,
    colorChoices: 2,
    styles: ['classic', 'modern', 'minimalist'],
    traits: { '*': ['compact', 'quiet'] },
    care: APPLIANCE_CARE,
    axes: [
      {
        attribute: 'pressure',
        values: quantities('bar', 9, 15, 19),
        sentence: [
          'The pump brings {value}.',
          'Die Pumpe bringt {value}.',
          'La pompe fournit {value}.',
          'La bomba da {value}.',
        ],
      },
      { attribute: 'capacity', values: quantities('l', 1.2, 1.5, 2.2), sentence: TANK, priceStep: 0.12 },
      { attribute: 'wattage', values: quantities('W', 1100, 1350, 1600), sentence: POWER },
    ],
    uses: [
      [
        'A steam wand froths milk.',
        'Eine Dampfdüse schäumt Milch auf.',
        'Une buse vapeur fait mousser le lait.',
        'Una boquilla de vapor espuma la leche.',
      ],
      [
        'The portafilter takes ground coffee for one or two cups.',
        'Der Siebträger nimmt Kaffeepulver für eine oder zwei Tassen auf.',
        'Le porte-filtre reçoit du café moulu pour une ou deux tasses.',
        'El portafiltros admite café molido para una o dos tazas.',
      ],
    ],
  },
  {
    id: 'kettle',
    noun: ['kettle', 'Wasserkocher:m', 'bouilloire:f', 'hervidor:m'],
    leaf: ['Kettles', 'Wasserkocher', 'Bouilloires', 'Hervidores'],
    group: APPLIANCES,
    priceUsd: [25, 140],
    materials: ['stainless steel', 'glass', 'plastic'],
    colors: CASINGS,
    colorChoices: 2,
    traits: { '*': ['quiet', 'compact'] },
    care: APPLIANCE_CARE,
    axes: [
      {
        attribute: 'capacity',
        values: quantities('l', 0.8, 1, 1.5, 1.7),
        title: SHORT,
        sentence: [
          'It boils up to {value}.',
          'Er kocht bis zu {value}.',
          'Elle fait bouillir jusqu’à {value}.',
          'Hierve hasta {value}.',
        ],
        priceStep: 0.08,
      },
      { attribute: 'wattage', values: quantities('W', 1500, 2000, 2400), sentence: POWER },
    ],
    uses: [
      [
        'It turns itself off when the water boils.',
        'Er schaltet sich ab, wenn das Wasser kocht.',
        'Elle s’éteint d’elle-même à l’ébullition.',
        'Se apaga solo cuando el agua hierve.',
      ],
      [
        'The lid opens wide for cleaning.',
        'Der Deckel öffnet zum Reinigen weit.',
        'Le couvercle s’ouvre largement pour le nettoyage.',
        'La tapa se abre del todo para limpiarlo.',
      ],
    ],
  },
  {
    id: 'toaster',
    noun: ['toaster', 'Toaster:m', 'grille-pain:m', 'tostadora:f'],
    leaf: ['Toasters', 'Toaster', 'Grille-pain', 'Tostadoras'],
    group: APPLIANCES,
    priceUsd: [25, 130],
    materials: ['stainless steel', 'plastic'],
    colors: CASINGS,
    colorChoices: 2,
    traits: { '*': ['compact'] },
    care: APPLIANCE_CARE,
    axes: [
      {
        attribute: 'slots',
        values: ['2', '4'].map((count): Words => [count, count, count, count]),
        sentence: [
          'It toasts {value} slices at a time.',
          'Er röstet {value} Scheiben auf einmal.',
          'Il grille {value} tranches à la fois.',
          'Tuesta {value} rebanadas a la vez.',
        ],
        priceStep: 0.35,
      },
      { attribute: 'wattage', values: quantities('W', 800, 950, 1600), sentence: POWER },
    ],
    uses: [
      [
        'The crumb tray slides out.',
        'Die Krümelschublade lässt sich herausziehen.',
        'Le ramasse-miettes se retire.',
        'La bandeja recogemigas se extrae.',
      ],
      [
        'Six levels go from pale to dark.',
        'Sechs Stufen reichen von hell bis dunkel.',
        'Six niveaux vont du clair au foncé.',
        'Seis niveles van de claro a oscuro.',
      ],
    ],
  },
  {
    id: 'frying-pan',
    noun: ['frying pan', 'Bratpfanne:f', 'poêle:f', 'sartén:f'],
    leaf: ['Frying pans', 'Bratpfannen', 'Poêles', 'Sartenes'],
    group: COOKWARE,
    priceUsd: [22, 160],
    materials: ['iron', 'stainless steel', 'aluminium'],
    styles: ['classic', 'modern', 'rustic', 'minimalist'],
    traits: { 'stainless steel': ['dishwasher safe'], aluminium: ['light'], iron: ['durable'] },
    care: { iron: 'oil now and then' },
    axes: [
      {
        attribute: 'diameter',
        values: quantities('cm', 20, 24, 28, 32),
        title: SHORT,
        sentence: [
          'It is {value} across.',
          'Der Durchmesser beträgt {value}.',
          'Son diamètre est de {value}.',
          'Mide {value} de diámetro.',
        ],
        choices: 3,
        priceStep: 0.18,
      },
    ],
    uses: [
      [
        'It works on gas, electric and induction hobs.',
        'Sie eignet sich für Gas-, Elektro- und Induktionsherde.',
        'Elle convient aux feux gaz, électriques et à induction.',
        'Sirve para gas, placas eléctricas e inducción.',
      ],
      [
        'The handle stays cool on the hob.',
        'Der Griff bleibt auf dem Herd kühl.',
        'Le manche reste froid sur le feu.',
        'El mango no se calienta en el fuego.',
      ],
    ],
  },
  {
    id: 'kitchen-knife',
    noun: ['kitchen knife', 'Küchenmesser:n', 'couteau de cuisine:m', 'cuchillo de cocina:m'],
    leaf: ['Kitchen knives', 'Küchenmesser', 'Couteaux de cuisine', 'Cuchillos de cocina'],
    group: COOKWARE,
    priceUsd: [15, 170],
    materials: ['stainless steel', 'steel', 'ceramic'],
    styles: ['classic', 'modern', 'minimalist'],
    traits: { ceramic: ['light'], steel: ['durable'] },
    care: { steel: 'oil now and then' },
    axes: [
      {
        attribute: 'blade length',
        values: quantities('cm', 9, 14, 18, 21),
        title: SHORT,
        sentence: [
          'The blade is {value} long.',
          'Die Klinge ist {value} lang.',
          'La lame mesure {value}.',
          'La hoja mide {value}.',
        ],
        priceStep: 0.2,
      },
    ],
    uses: [
      [
        'The handle lies evenly in the left and the right hand.',
        'Der Griff liegt links wie rechts gut in der Hand.',
        'Le manche convient aux gauchers comme aux droitiers.',
        'El mango sirve para diestros y zurdos.',
      ],
      [
        'For vegetables, herbs and meat.',
        'Für Gemüse, Kräuter und Fleisch.',
        'Pour les légumes, les herbes et la viande.',
        'Para verduras, hierbas y carne.',
      ],
    ],
  },
  {
    id: 'cutting-board',
    noun: ['cutting board', 'Schneidebrett:n', 'planche à découper:f', 'tabla de cortar:f'],
    leaf: ['Cutting boards', 'Schneidebretter', 'Planches à découper', 'Tablas de cortar'],
    group: COOKWARE,
    priceUsd: [12, 95],
    materials: ['oak', 'walnut', 'beech', 'bamboo', 'plastic'],
    traits: { plastic: ['dishwasher safe'], '*': ['non-slip'] },
    care: {
      oak: 'oil now and then',
      walnut: 'oil now and then',
      beech: 'oil now and then',
      bamboo: 'oil now and then',
    },
    axes: [
      {
        attribute: 'length',
        values: quantities('cm', 28, 36, 45),
        title: SHORT,
        sentence: [
          'It is {value} long.',
          'Es ist {value} lang.',
          'Elle mesure {value} de long.',
          'Mide {value} de largo.',
        ],
        priceStep: 0.25,
      },
    ],
    uses: [
      [
        'A groove catches juices.',
        'Eine Rille fängt Saft auf.',
        'Une rainure recueille le jus.',
        'Una ranura recoge los jugos.',
      ],
      [
        'One side for bread, the other for everything else.',
        'Eine Seite für Brot, die andere für alles Übrige.',
        'Un côté pour le pain, l’autre pour le reste.',
        'Un lado para el pan y el otro para lo demás.',
      ],
    ],
  },
];

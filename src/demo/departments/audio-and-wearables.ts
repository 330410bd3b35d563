import type { ProductType } from '../product-type.ts';
import { counted, everywhere, quantities, type Words } from '../words.ts';

const AUDIO: Words = ['Audio', 'Audio', 'Audio', 'Sonido'];
const WEARABLES: Words = [
  'Wearables & cameras',
  'Uhren & Kameras',
  'Montres et appareils photo',
  'Relojes y cámaras',
];
const COLORS = ['black', 'white', 'silver', 'navy', 'green', 'pink', 'red', 'beige', 'blue'];
const HOURS: Words = ['hours', 'Stunden', 'heures', 'horas'];
const BATTERY: Words = [
  'The battery lasts up to {value}.',
  'Der Akku reicht bis zu {value}.',
  'L’autonomie atteint {value}.',
  'La batería dura hasta {value}.',
];
const RATING: Words = [
  'It is protected against water to {value}.',
  'Schutz gegen Wasser nach {value}.',
  'Protection contre l’eau : {value}.',
  'Protección contra el agua: {value}.',
];
const WATER_RATINGS = [everywhere('IPX4'), everywhere('IPX5'), everywhere('IPX7')];

/** What one hears with and wears. */
export const AUDIO_AND_WEARABLES: readonly ProductType[] = [
  {
    id: 'headphones',
    noun: ['headphones:p', 'Kopfhörer:p', 'casque audio:m', 'auriculares de diadema:mp'],
    leaf: ['Headphones', 'Kopfhörer', 'Casques audio', 'Auriculares de diadema'],
    group: AUDIO,
    priceUsd: [39, 390],
    count: 20,
    colors: COLORS,
    colorChoices: 3,
    traits: { '*': ['wireless', 'noise-cancelling', 'foldable', 'light'] },
    axes: [
      {
        attribute: 'battery life',
        values: counted(HOURS, 20, 30, 40, 60),
        sentence: BATTERY,
        priceStep: 0.1,
      },
      {
        attribute: 'fit',
        values: [
          ['over-ear', 'ohrumschließend', 'circum-auriculaire', 'circumaural'],
          ['on-ear', 'ohraufliegend', 'supra-auriculaire', 'supraaural'],
        ],
        sentence: ['The fit: {value}.', 'Die Bauform: {value}.', 'Le port : {value}.', 'El ajuste: {value}.'],
      },
    ],
    uses: [
      [
        'The ear pads can be replaced.',
        'Die Ohrpolster lassen sich austauschen.',
        'Les coussinets se remplacent.',
        'Las almohadillas se pueden cambiar.',
      ],
      [
        'A microphone for calls is built in.',
        'Ein Mikrofon für Anrufe ist eingebaut.',
        'Un micro pour les appels est intégré.',
        'Llevan un micrófono para llamadas.',
      ],
    ],
  },
  {
    id: 'earbuds',
    noun: ['earbuds:p', 'In-Ear-Kopfhörer:p', 'écouteurs:mp', 'auriculares de botón:mp'],
    leaf: ['Earbuds', 'In-Ear-Kopfhörer', 'Écouteurs', 'Auriculares de botón'],
    group: AUDIO,
    priceUsd: [25, 260],
    count: 16,
    colors: COLORS,
    colorChoices: 3,
    traits: { '*': ['noise-cancelling', 'wireless', 'light'] },
    axes: [
      { attribute: 'battery life', values: counted(HOURS, 5, 7, 9), sentence: BATTERY, priceStep: 0.12 },
      { attribute: 'water rating', values: WATER_RATINGS, sentence: RATING },
    ],
    uses: [
      [
        'Three sizes of tips come in the box.',
        'Drei Größen Ohrstöpsel liegen bei.',
        'Trois tailles d’embouts sont fournies.',
        'Incluyen tres tallas de almohadillas.',
      ],
      [
        'The case charges them on the way.',
        'Das Etui lädt sie unterwegs auf.',
        'L’étui les recharge en route.',
        'El estuche los carga por el camino.',
      ],
    ],
  },
  {
    id: 'speaker',
    noun: ['portable speaker', 'tragbarer Lautsprecher:m', 'enceinte portable:f', 'altavoz portátil:m'],
    leaf: ['Speakers', 'Lautsprecher', 'Enceintes', 'Altavoces'],
    group: AUDIO,
    priceUsd: [29, 290],
    count: 16,
    materials: ['plastic', 'aluminium', 'oak', 'bamboo'],
    colors: COLORS,
    colorChoices: 2,
    care: { '*': 'wipe clean' },
    axes: [
      {
        attribute: 'wattage',
        values: quantities('W', 10, 20, 40, 60),
        sentence: [
          'The output is {value}.',
          'Die Leistung beträgt {value}.',
          'La puissance est de {value}.',
          'La potencia es de {value}.',
        ],
        priceStep: 0.18,
      },
      { attribute: 'battery life', values: counted(HOURS, 10, 16, 24), sentence: BATTERY },
      { attribute: 'water rating', values: WATER_RATINGS, sentence: RATING },
    ],
    uses: [
      [
        'Two of them play in stereo.',
        'Zwei davon spielen in Stereo.',
        'Deux d’entre elles jouent en stéréo.',
        'Dos de ellos suenan en estéreo.',
      ],
      [
        'For the kitchen, the bath or the park.',
        'Für Küche, Bad oder Park.',
        'Pour la cuisine, la salle de bains ou le parc.',
        'Para la cocina, el baño o el parque.',
      ],
    ],
  },
  {
    id: 'smartwatch',
    noun: ['smartwatch', 'Smartwatch:f', 'montre connectée:f', 'reloj inteligente:m'],
    leaf: ['Smartwatches', 'Smartwatches', 'Montres connectées', 'Relojes inteligentes'],
    group: WEARABLES,
    priceUsd: [69, 420],
    materials: ['aluminium', 'stainless steel', 'titanium', 'plastic'],
    colors: COLORS,
    colorChoices: 3,
    traits: { '*': ['rechargeable', 'light'] },
    axes: [
      {
        attribute: 'screen size',
        values: quantities('mm', 40, 42, 45),
        sentence: [
          'The case measures {value}.',
          'Das Gehäuse misst {value}.',
          'Le boîtier mesure {value}.',
          'La caja mide {value}.',
        ],
        priceStep: 0.08,
      },
      {
        attribute: 'battery life',
        values: counted(['days', 'Tage', 'jours', 'días'], 2, 5, 10),
        sentence: [
          'One charge lasts up to {value}.',
          'Eine Ladung reicht bis zu: {value}.',
          'Une charge dure jusqu’à {value}.',
          'Una carga dura hasta {value}.',
        ],
      },
    ],
    uses: [
      [
        'It counts steps and measures the pulse.',
        'Sie zählt Schritte und misst den Puls.',
        'Elle compte les pas et mesure le pouls.',
        'Cuenta los pasos y mide el pulso.',
      ],
      [
        'The strap changes without a tool.',
        'Das Armband lässt sich ohne Werkzeug wechseln.',
        'Le bracelet se change sans outil.',
        'La correa se cambia sin herramientas.',
      ],
    ],
  },
  {
    id: 'camera',
    noun: ['compact camera', 'Kompaktkamera:f', 'appareil photo compact:m', 'cámara compacta:f'],
    leaf: ['Cameras', 'Kameras', 'Appareils photo', 'Cámaras'],
    group: WEARABLES,
    priceUsd: [149, 890],
    colors: ['black', 'silver', 'white', 'red', 'green'],
    colorChoices: 2,
    traits: { '*': ['light', 'rechargeable'] },
    axes: [
      {
        attribute: 'resolution',
        values: quantities('MP', 20, 24, 33),
        title: ['{value}', '{value}', '{value}', '{value}'],
        sentence: [
          'The sensor has {value}.',
          'Der Sensor hat {value}.',
          'Le capteur a {value}.',
          'El sensor tiene {value}.',
        ],
        priceStep: 0.2,
      },
      {
        attribute: 'zoom',
        values: ['3×', '5×', '10×'].map(everywhere),
        sentence: [
          'The optical zoom is {value}.',
          'Der optische Zoom ist {value}.',
          'Le zoom optique est de {value}.',
          'El zoom óptico es de {value}.',
        ],
      },
    ],
    uses: [
      [
        'The screen tilts up for self-portraits.',
        'Der Bildschirm klappt für Selbstporträts nach oben.',
        'L’écran bascule vers le haut pour les autoportraits.',
        'La pantalla se inclina para los autorretratos.',
      ],
      [
        'It fits into a coat pocket.',
        'Sie passt in die Manteltasche.',
        'Il tient dans une poche de manteau.',
        'Cabe en el bolsillo del abrigo.',
      ],
    ],
  },
];

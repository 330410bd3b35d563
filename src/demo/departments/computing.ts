import type { ProductType } from '../product-type.ts';
import { everywhere, quantities, type Words } from '../words.ts';

const COMPUTERS: Words = ['Computers & accessories', 'Computer & Zubehör', 'Informatique', 'Informática'];
const MOBILE: Words = ['Mobile accessories', 'Handyzubehör', 'Accessoires mobiles', 'Accesorios para móvil'];
const COLORS = ['black', 'white', 'silver', 'grey', 'blue', 'pink', 'green'];
const SHORT: Words = ['{value}', '{value}', '{value}', '{value}'];

/** What one works with, and what feeds it. */
export const COMPUTING: readonly ProductType[] = [
  {
    id: 'laptop',
    noun: ['laptop', 'Laptop:m', 'ordinateur portable:m', 'portátil:m'],
    leaf: ['Laptops', 'Laptops', 'Ordinateurs portables', 'Portátiles'],
    group: COMPUTERS,
    priceUsd: [449, 1990],
    materials: ['aluminium', 'plastic'],
    colors: ['silver', 'grey', 'black', 'blue'],
    traits: { aluminium: ['light'], '*': ['quiet'] },
    axes: [
      {
        attribute: 'screen size',
        values: ['13.3', '14', '15.6', '16'].map(
          (inches): Words => [
            `${inches} in`,
            `${inches.replace('.', ',')} Zoll`,
            `${inches.replace('.', ',')} pouces`,
            `${inches.replace('.', ',')} pulgadas`,
          ],
        ),
        title: SHORT,
        sentence: [
          'The screen measures {value}.',
          'Der Bildschirm misst {value}.',
          'L’écran mesure {value}.',
          'La pantalla mide {value}.',
        ],
      },
      {
        attribute: 'memory',
        values: quantities('GB', 8, 16, 32),
        sentence: [
          'It has {value} of memory.',
          'Der Arbeitsspeicher hat {value}.',
          'La mémoire vive est de {value}.',
          'Tiene {value} de memoria.',
        ],
        priceStep: 0.25,
      },
      { attribute: 'storage', values: quantities('GB', 256, 512, 1024), choices: 2, priceStep: 0.15 },
    ],
    uses: [
      [
        'Memory and drive can be replaced with a screwdriver.',
        'Speicher und Laufwerk lassen sich mit einem Schraubendreher tauschen.',
        'La mémoire et le disque se changent avec un tournevis.',
        'La memoria y el disco se cambian con un destornillador.',
      ],
      [
        'The camera has a shutter that slides.',
        'Die Kamera hat eine Schiebeblende.',
        'La caméra a un cache coulissant.',
        'La cámara tiene una tapa deslizante.',
      ],
    ],
  },
  {
    id: 'monitor',
    noun: ['monitor', 'Monitor:m', 'écran:m', 'monitor:m'],
    leaf: ['Monitors', 'Monitore', 'Écrans', 'Monitores'],
    group: COMPUTERS,
    priceUsd: [119, 720],
    colors: ['black', 'white', 'silver'],
    traits: { '*': ['adjustable'] },
    bulky: true,
    axes: [
      {
        attribute: 'screen size',
        values: [24, 27, 32].map(
          (inches): Words => [`${inches} in`, `${inches} Zoll`, `${inches} pouces`, `${inches} pulgadas`],
        ),
        title: SHORT,
        sentence: [
          'The screen measures {value}.',
          'Der Bildschirm misst {value}.',
          'La diagonale est de {value}.',
          'La pantalla mide {value}.',
        ],
        priceStep: 0.3,
      },
      {
        attribute: 'resolution',
        values: ['Full HD', 'QHD', '4K'].map(everywhere),
        sentence: [
          'The resolution is {value}.',
          'Die Auflösung ist {value}.',
          'La résolution est {value}.',
          'La resolución es {value}.',
        ],
        priceStep: 0.25,
      },
    ],
    uses: [
      [
        'One USB-C cable carries picture and power.',
        'Ein USB-C-Kabel überträgt Bild und Strom.',
        'Un seul câble USB-C transmet l’image et le courant.',
        'Un solo cable USB-C lleva imagen y corriente.',
      ],
      [
        'It fits any VESA mount of 100 × 100 mm.',
        'Er passt an jede VESA-Halterung mit 100 × 100 mm.',
        'Il se fixe sur tout support VESA 100 × 100 mm.',
        'Admite cualquier soporte VESA de 100 × 100 mm.',
      ],
    ],
  },
  {
    id: 'keyboard',
    noun: ['keyboard', 'Tastatur:f', 'clavier:m', 'teclado:m'],
    leaf: ['Keyboards', 'Tastaturen', 'Claviers', 'Teclados'],
    group: COMPUTERS,
    priceUsd: [25, 190],
    materials: ['plastic', 'aluminium'],
    colors: COLORS,
    colorChoices: 2,
    traits: { '*': ['compact', 'quiet', 'wireless'] },
    care: { '*': 'wipe clean' },
    axes: [
      {
        attribute: 'switches',
        values: [
          ['membrane', 'Membran', 'membrane', 'membrana'],
          ['scissor', 'Scherenmechanik', 'ciseaux', 'tijera'],
          ['mechanical', 'mechanisch', 'mécanique', 'mecánico'],
        ],
        sentence: [
          'Key mechanism: {value}.',
          'Tastenmechanik: {value}.',
          'Mécanisme des touches : {value}.',
          'Mecanismo de las teclas: {value}.',
        ],
        priceStep: 0.3,
      },
      { attribute: 'layout', values: ['QWERTY', 'QWERTZ', 'AZERTY'].map(everywhere), choices: 3 },
    ],
    uses: [
      [
        'Two feet change the angle.',
        'Zwei Füße verändern die Neigung.',
        'Deux pieds changent l’inclinaison.',
        'Dos patas cambian la inclinación.',
      ],
      [
        'It works with up to three devices in turn.',
        'Sie arbeitet mit bis zu drei Geräten im Wechsel.',
        'Il fonctionne tour à tour avec trois appareils.',
        'Funciona con hasta tres dispositivos por turnos.',
      ],
    ],
  },
  {
    id: 'mouse',
    noun: ['computer mouse', 'Computermaus:f', 'souris:f', 'ratón:m'],
    leaf: ['Computer mice', 'Computermäuse', 'Souris', 'Ratones'],
    group: COMPUTERS,
    priceUsd: [15, 110],
    materials: ['plastic', 'aluminium'],
    colors: COLORS,
    colorChoices: 2,
    traits: { '*': ['wireless', 'quiet', 'compact'] },
    care: { '*': 'wipe clean' },
    axes: [
      {
        attribute: 'buttons',
        values: ['3', '5', '7'].map(everywhere),
        sentence: [
          'It has {value} buttons.',
          'Sie hat {value} Tasten.',
          'Elle a {value} boutons.',
          'Tiene {value} botones.',
        ],
      },
    ],
    uses: [
      [
        'The shape suits the left and the right hand.',
        'Die Form passt für links und rechts.',
        'La forme convient aux deux mains.',
        'La forma sirve para ambas manos.',
      ],
      [
        'The wheel turns in steps or freely.',
        'Das Rad dreht in Stufen oder frei.',
        'La molette tourne par crans ou librement.',
        'La rueda gira por pasos o libremente.',
      ],
    ],
  },
  {
    id: 'power-bank',
    noun: ['power bank', 'Powerbank:f', 'batterie externe:f', 'batería externa:f'],
    leaf: ['Power banks', 'Powerbanks', 'Batteries externes', 'Baterías externas'],
    group: MOBILE,
    priceUsd: [19, 95],
    materials: ['aluminium', 'plastic'],
    colors: COLORS,
    colorChoices: 2,
    traits: { '*': ['compact', 'light'] },
    axes: [
      {
        attribute: 'capacity',
        values: quantities('mAh', 5000, 10000, 20000),
        title: SHORT,
        sentence: [
          'It stores {value}.',
          'Sie speichert {value}.',
          'Elle stocke {value}.',
          'Almacena {value}.',
        ],
        priceStep: 0.35,
      },
    ],
    uses: [
      [
        'Four lights show how much is left.',
        'Vier Leuchten zeigen, wie viel noch da ist.',
        'Quatre voyants indiquent la charge restante.',
        'Cuatro luces indican la carga que queda.',
      ],
      [
        'It feeds two devices at once.',
        'Sie versorgt zwei Geräte zugleich.',
        'Elle alimente deux appareils à la fois.',
        'Alimenta dos dispositivos a la vez.',
      ],
    ],
  },
  {
    id: 'phone-case',
    noun: ['phone case', 'Handyhülle:f', 'coque de téléphone:f', 'funda de móvil:f'],
    leaf: ['Phone cases', 'Handyhüllen', 'Coques de téléphone', 'Fundas de móvil'],
    group: MOBILE,
    priceUsd: [12, 60],
    materials: ['leather', 'silicone', 'plastic', 'cork'],
    colors: [...COLORS, 'red', 'yellow', 'brown'],
    colorChoices: 4,
    patterns: ['striped', 'dotted', 'floral'],
    traits: { silicone: ['non-slip'], cork: ['light'] },
    care: { '*': 'wipe clean' },
    axes: [
      {
        attribute: 'screen size',
        values: ['6.1', '6.7'].map(
          (inches): Words => [
            `${inches} in`,
            `${inches.replace('.', ',')} Zoll`,
            `${inches.replace('.', ',')} pouces`,
            `${inches.replace('.', ',')} pulgadas`,
          ],
        ),
        choices: 2,
      },
    ],
    uses: [
      [
        'The raised edge keeps the glass off the table.',
        'Der erhöhte Rand hält das Glas vom Tisch.',
        'Le bord relevé éloigne le verre de la table.',
        'El borde elevado separa el cristal de la mesa.',
      ],
      [
        'It works with charging pads.',
        'Sie funktioniert mit Ladeflächen.',
        'Elle est compatible avec les socles de recharge.',
        'Es compatible con bases de carga.',
      ],
    ],
  },
];

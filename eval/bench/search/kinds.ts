/** A kind of thing of the generated catalogue, with the other ways people write it. */
export interface Kind {
  /** As titles have it. */
  readonly name: string;
  readonly plural: string;
  readonly path: readonly [department: string, leaf: string];
  /** Another English word for it, or its name in another language: titles have neither. */
  readonly otherNames: readonly [english: string, foreign: string];
  /** Written together where titles write it apart, or the other way round; absent when nobody does. */
  readonly respelled?: string;
  readonly sizes: { readonly unit: Unit; readonly amounts: readonly number[] };
}

export type Unit = 'ml' | 'cm' | 'in' | 'W' | 'kg' | 'm';

const SMALL = { unit: 'cm', amounts: [10, 15, 20, 25, 30] } as const;
const LARGE = { unit: 'cm', amounts: [60, 80, 100, 120, 160, 200] } as const;
const INCHES = { unit: 'in', amounts: [12, 16, 20, 24, 30, 36] } as const;
const LIQUID = { unit: 'ml', amounts: [100, 250, 330, 500, 750] } as const;
const POWER = { unit: 'W', amounts: [20, 40, 60, 100, 400, 800] } as const;
const WEIGHT = { unit: 'kg', amounts: [1, 2, 5, 10, 25] } as const;
const LENGTH = { unit: 'm', amounts: [2, 5, 10, 15, 25, 50] } as const;

function kind(
  [department, leaf]: Kind['path'],
  [name, plural]: readonly [string, string],
  otherNames: Kind['otherNames'],
  sizes: Kind['sizes'],
  respelled?: string,
): Kind {
  return {
    name,
    plural,
    path: [department, leaf],
    otherNames,
    sizes,
    ...(respelled === undefined ? {} : { respelled }),
  };
}

/** Everyday things of nine departments; what another library's word list knows was not looked at. */
export const KINDS: readonly Kind[] = [
  kind(['House', 'Seating'], ['sofa', 'sofas'], ['couch', 'canapé'], LARGE),
  kind(['House', 'Seating'], ['armchair', 'armchairs'], ['easy chair', 'Sessel'], LARGE, 'arm chair'),
  kind(['House', 'Seating'], ['stool', 'stools'], ['pouffe', 'Hocker'], SMALL),
  kind(['House', 'Storage'], ['bookcase', 'bookcases'], ['bookshelf', 'Bücherregal'], LARGE, 'book case'),
  kind(['House', 'Storage'], ['wardrobe', 'wardrobes'], ['armoire', 'Kleiderschrank'], LARGE),
  kind(['House', 'Bedding'], ['bedspread', 'bedspreads'], ['coverlet', 'Tagesdecke'], LARGE, 'bed spread'),
  kind(
    ['House', 'Lighting'],
    ['floor lamp', 'floor lamps'],
    ['standing light', 'Stehlampe'],
    POWER,
    'floorlamp',
  ),
  kind(['House', 'Lighting'], ['light bulb', 'light bulbs'], ['lamp', 'Glühbirne'], POWER, 'lightbulb'),
  kind(['House', 'Windows'], ['curtain', 'curtains'], ['drape', 'Vorhang'], LARGE),
  kind(['House', 'Windows'], ['roller blind', 'roller blinds'], ['window shade', 'estor'], INCHES),
  kind(['Kitchen', 'Cookware'], ['saucepan', 'saucepans'], ['cooking pot', 'casserole'], SMALL, 'sauce pan'),
  kind(
    ['Kitchen', 'Cookware'],
    ['frying pan', 'frying pans'],
    ['skillet', 'Bratpfanne'],
    INCHES,
    'fryingpan',
  ),
  kind(
    ['Kitchen', 'Appliances'],
    ['dishwasher', 'dishwashers'],
    ['dish cleaner', 'lave-vaisselle'],
    LARGE,
    'dish washer',
  ),
  kind(
    ['Kitchen', 'Appliances'],
    ['coffee maker', 'coffee makers'],
    ['coffee machine', 'cafetière'],
    POWER,
    'coffeemaker',
  ),
  kind(['Kitchen', 'Appliances'], ['blender', 'blenders'], ['mixer', 'licuadora'], POWER),
  kind(['Kitchen', 'Tableware'], ['mug', 'mugs'], ['cup', 'taza'], LIQUID),
  kind(['Kitchen', 'Tableware'], ['tumbler', 'tumblers'], ['drinking glass', 'Trinkglas'], LIQUID),
  kind(
    ['Kitchen', 'Tableware'],
    ['tablecloth', 'tablecloths'],
    ['table cover', 'nappe'],
    LARGE,
    'table cloth',
  ),
  kind(['Tools', 'Hand tools'], ['hammer', 'hammers'], ['mallet', 'martillo'], WEIGHT),
  kind(['Tools', 'Hand tools'], ['screwdriver', 'screwdrivers'], ['turnscrew', 'tournevis'], SMALL),
  kind(['Tools', 'Hand tools'], ['wrench', 'wrenches'], ['spanner', 'Schraubenschlüssel'], INCHES),
  kind(['Tools', 'Power tools'], ['drill', 'drills'], ['boring machine', 'Bohrmaschine'], POWER),
  kind(['Tools', 'Power tools'], ['chainsaw', 'chainsaws'], ['power saw', 'motosierra'], POWER, 'chain saw'),
  kind(['Tools', 'Paint'], ['paint brush', 'paint brushes'], ['bristle', 'Pinsel'], INCHES, 'paintbrush'),
  kind(['Garden', 'Watering'], ['hose', 'hoses'], ['pipe', 'Gartenschlauch'], LENGTH),
  kind(['Garden', 'Watering'], ['watering can', 'watering cans'], ['sprinkler', 'Gießkanne'], LIQUID),
  kind(
    ['Garden', 'Mowing'],
    ['lawn mower', 'lawn mowers'],
    ['grass cutter', 'Rasenmäher'],
    POWER,
    'lawnmower',
  ),
  kind(['Garden', 'Pots'], ['flower pot', 'flower pots'], ['planter', 'Blumentopf'], SMALL, 'flowerpot'),
  kind(['Garden', 'Soil'], ['wheelbarrow', 'wheelbarrows'], ['barrow', 'brouette'], WEIGHT, 'wheel barrow'),
  kind(['Clothing', 'Knitwear'], ['sweater', 'sweaters'], ['jumper', 'jersey'], LARGE),
  kind(
    ['Clothing', 'Outerwear'],
    ['raincoat', 'raincoats'],
    ['mackintosh', 'impermeable'],
    LARGE,
    'rain coat',
  ),
  kind(['Clothing', 'Trousers'], ['trousers', 'trousers'], ['pants', 'pantalon'], INCHES),
  kind(['Clothing', 'Hats'], ['beanie', 'beanies'], ['knit cap', 'Mütze'], SMALL),
  kind(['Clothing', 'Footwear'], ['sneaker', 'sneakers'], ['trainer', 'Turnschuh'], SMALL),
  kind(
    ['Electronics', 'Audio'],
    ['headphones', 'headphones'],
    ['headset', 'Kopfhörer'],
    LENGTH,
    'head phones',
  ),
  kind(
    ['Electronics', 'Audio'],
    ['loudspeaker', 'loudspeakers'],
    ['speaker', 'altavoz'],
    POWER,
    'loud speaker',
  ),
  kind(['Electronics', 'Power'], ['charger', 'chargers'], ['power supply', 'Ladegerät'], POWER),
  kind(
    ['Electronics', 'Power'],
    ['extension cord', 'extension cords'],
    ['power strip', 'Verlängerungskabel'],
    LENGTH,
  ),
  kind(['Electronics', 'Doors'], ['doorbell', 'doorbells'], ['door chime', 'timbre'], SMALL, 'door bell'),
  kind(['Outdoor', 'Camping'], ['tent', 'tents'], ['shelter', 'Zelt'], WEIGHT),
  kind(['Outdoor', 'Camping'], ['backpack', 'backpacks'], ['rucksack', 'sac à dos'], LARGE, 'back pack'),
  kind(['Outdoor', 'Camping'], ['flashlight', 'flashlights'], ['torch', 'linterna'], POWER, 'flash light'),
  kind(['Bath', 'Towels'], ['towel', 'towels'], ['washcloth', 'Handtuch'], LARGE),
  kind(['Bath', 'Care'], ['shampoo', 'shampoos'], ['hair wash', 'champú'], LIQUID),
  kind(
    ['Bath', 'Care'],
    ['toothbrush', 'toothbrushes'],
    ['dental brush', 'Zahnbürste'],
    SMALL,
    'tooth brush',
  ),
  kind(['Bath', 'Fittings'], ['faucet', 'faucets'], ['tap', 'robinet'], INCHES),
  kind(['Pets', 'Dogs'], ['dog leash', 'dog leashes'], ['dog lead', 'Hundeleine'], LENGTH),
  kind(['Pets', 'Cats'], ['scratching post', 'scratching posts'], ['cat tree', 'Kratzbaum'], LARGE),
];

export const COLORS = [
  'red',
  'blue',
  'green',
  'black',
  'white',
  'grey',
  'yellow',
  'orange',
  'purple',
  'brown',
  'pink',
  'turquoise',
] as const;

export const MATERIALS = [
  'cotton',
  'steel',
  'oak',
  'leather',
  'glass',
  'ceramic',
  'bamboo',
  'aluminium',
  'plastic',
  'wool',
] as const;

export const USES = [
  'camping',
  'office',
  'travel',
  'nursery',
  'workshop',
  'balcony',
  'students',
  'winter',
  'parties',
  'restaurants',
  'hiking',
  'beginners',
] as const;

const ONSETS = ['Bra', 'Cor', 'Dun', 'Fel', 'Gar', 'Hol', 'Kes', 'Lom', 'Mar', 'Nor'];
const ENDINGS = ['dale', 'vik', 'mont', 'wick', 'tello', 'lund', 'stead', 'quist'];

/** Eighty invented names. */
export const BRANDS: readonly string[] = ONSETS.flatMap((onset) => ENDINGS.map((ending) => onset + ending));

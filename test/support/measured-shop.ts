import type { Attributes, Product } from '../../src/domain/product.ts';
import { product } from './small-shop.ts';

const thing = (
  id: string,
  title: string,
  category: string,
  attributes: Attributes,
  priceMinor = 5_000,
): Product => ({ ...product({ id, title, priceMinor }), category: [category], attributes });

/** Things told by amounts, in the units and spellings that feeds mix. */
export const MEASURED: readonly Product[] = [
  thing('laptop-8', 'Orla Notebook', 'Laptops', {
    memory: ['8 gb'],
    storage: ['256 gb'],
    weight: ['1,9 kg'],
  }),
  thing('laptop-16', 'Orla Notebook Plus', 'Laptops', {
    memory: ['16gb'],
    storage: ['512 gb'],
    weight: ['1400 g'],
  }),
  thing('laptop-32', 'Orla Notebook Max', 'Laptops', {
    memory: ['32 gb'],
    storage: ['1 tb'],
    weight: ['4 lb'],
  }),
  thing('pack-15', 'Fjell Backpack', 'Backpacks', { capacity: ['15 l'], weight: ['600 g'] }),
  thing('pack-20', 'Fjell Backpack Tour', 'Backpacks', { capacity: ['20000 ml'], weight: ['0.9 kg'] }),
  thing('pack-45', 'Fjell Backpack Trek', 'Backpacks', { capacity: ['45 l'], weight: ['1.6 kg'] }),
  thing('shelf-60', 'Eik Shelf', 'Shelves', { width: ['60 cm'], height: ['180 cm'], depth: ['28 cm'] }),
  thing('shelf-80', 'Eik Shelf Wide', 'Shelves', { width: ['0.8 m'], height: ['90 cm'], depth: ['35 cm'] }),
  thing('shelf-100', 'Eik Shelf Long', 'Shelves', { width: ['1000 mm'], height: ['2 m'], depth: ['40 cm'] }),
  thing('scarf-140', 'Ulla Scarf', 'Scarves', { length: ['140 cm'] }),
  thing('scarf-180', 'Ulla Scarf Long', 'Scarves', { length: ['1.8 m'] }),
  thing('bottle-500', 'Vann Bottle', 'Bottles', { capacity: ['500 ml'] }),
  thing('bottle-750', 'Vann Bottle Large', 'Bottles', { capacity: ['0,75 l'] }),
  thing('sneaker-42', 'Runa Sneaker', 'Sneakers', { size: ['42'] }),
  thing('novel-320', 'A Long Novel', 'Books', { pages: ['320'] }),
  thing('novel-120', 'A Short Novel', 'Books', { pages: ['120'] }),
];

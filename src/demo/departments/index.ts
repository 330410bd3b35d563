import type { Department } from '../product-type.ts';
import { AUDIO_AND_WEARABLES } from './audio-and-wearables.ts';
import { BAG_TYPES } from './bags.ts';
import { BOOK_TYPES } from './books.ts';
import { CAMPING } from './camping.ts';
import { CLOTHING } from './clothing.ts';
import { COMPUTING } from './computing.ts';
import { COOKING } from './cooking.ts';
import { FASHION_ACCESSORIES } from './fashion-accessories.ts';
import { FRAGRANCE_AND_GIFTS } from './fragrance-and-gifts.ts';
import { JACKETS } from './jackets.ts';
import { LIGHTING_AND_DECORATION } from './lighting-and-decoration.ts';
import { SHOE_TYPES } from './shoes.ts';
import { SKIN_CARE } from './skin-care.ts';
import { SPORTS } from './sports.ts';
import { STATIONERY_TYPES } from './stationery.ts';
import { TABLEWARE } from './tableware.ts';
import { TEXTILES_AND_FURNITURE } from './textiles-and-furniture.ts';
import { TOYS } from './toys.ts';

/** The eight departments of the demo shop, in the order of its directory. */
export const DEPARTMENTS: readonly Department[] = [
  {
    label: ['Fashion', 'Mode', 'Mode', 'Moda'],
    brands: ['Lumbry', 'Fennimore Lane', 'Tolvik', 'Quillon', 'Maribelle Oake', 'Velmora'],
    styles: ['classic', 'modern', 'minimalist', 'elegant', 'sporty', 'romantic', 'playful'],
    types: [...FASHION_ACCESSORIES, ...CLOTHING, ...JACKETS],
  },
  {
    label: ['Shoes & bags', 'Schuhe & Taschen', 'Chaussures et sacs', 'Calzado y bolsos'],
    brands: ['Stridewell Row', 'Pellworth', 'Tolvik', 'Corda & Finch', 'Ostrava Lane'],
    styles: ['classic', 'modern', 'minimalist', 'elegant', 'sporty'],
    types: [...SHOE_TYPES, ...BAG_TYPES],
  },
  {
    label: ['Home & living', 'Wohnen', 'Maison', 'Hogar'],
    brands: ['Haverock', 'Lumbry', 'Sundvale', 'Orrin & Dace', 'Kestrelle'],
    styles: ['classic', 'modern', 'minimalist', 'rustic', 'elegant', 'romantic'],
    types: [...LIGHTING_AND_DECORATION, ...TEXTILES_AND_FURNITURE],
  },
  {
    label: ['Kitchen', 'Küche', 'Cuisine', 'Cocina'],
    brands: ['Pottle', 'Haverock', 'Brammel', 'Casa Torvi', 'Orrin & Dace'],
    styles: ['classic', 'modern', 'minimalist', 'rustic', 'playful'],
    types: [...TABLEWARE, ...COOKING],
  },
  {
    label: ['Electronics', 'Elektronik', 'Électronique', 'Electrónica'],
    brands: ['Nimbit', 'Voxelle', 'Aurant', 'Halden Audio', 'Quorra'],
    styles: ['modern', 'minimalist', 'sporty', 'playful', 'classic'],
    types: [...AUDIO_AND_WEARABLES, ...COMPUTING],
  },
  {
    label: ['Sports & outdoor', 'Sport & Outdoor', 'Sport et plein air', 'Deporte y aire libre'],
    brands: ['Trailmoor', 'Brackwater', 'Fjellmark', 'Altivane'],
    styles: ['sporty', 'classic', 'minimalist', 'modern'],
    types: [...CAMPING, ...SPORTS],
  },
  {
    label: ['Beauty & gifts', 'Schönheit & Geschenke', 'Beauté et cadeaux', 'Belleza y regalos'],
    brands: ['Calamint', 'Fleurane', 'Herbarium Nine', 'Maison Oriel'],
    styles: ['classic', 'elegant', 'romantic', 'minimalist'],
    types: [...SKIN_CARE, ...FRAGRANCE_AND_GIFTS],
  },
  {
    label: ['Toys & books', 'Spielzeug & Bücher', 'Jouets et livres', 'Juguetes y libros'],
    brands: ['Papermoss', 'Tumbleby', 'Kiteworth', 'Larkhill Press'],
    styles: ['playful', 'classic', 'romantic', 'modern'],
    types: [...TOYS, ...BOOK_TYPES, ...STATIONERY_TYPES],
  },
];

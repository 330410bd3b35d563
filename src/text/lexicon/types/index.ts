import type { Concept } from '../concept.ts';
import { BEAUTY } from './beauty.ts';
import { CLOTHING } from './clothing.ts';
import { ELECTRONICS } from './electronics.ts';
import { FURNITURE } from './furniture.ts';
import { GARDEN_AND_TOOLS } from './garden-and-tools.ts';
import { GROCERIES } from './groceries.ts';
import { HOME } from './home.ts';
import { JEWELLERY } from './jewellery.ts';
import { KITCHEN } from './kitchen.ts';
import { MUSIC_PETS_OFFICE } from './music-pets-office.ts';
import { SHOES_AND_BAGS } from './shoes-and-bags.ts';
import { SPORTS } from './sports.ts';
import { TOYS_AND_BOOKS } from './toys-and-books.ts';

/** Kinds of things of general retail, by department. */
export const TYPES: readonly Concept[] = [
  ...CLOTHING,
  ...SHOES_AND_BAGS,
  ...JEWELLERY,
  ...FURNITURE,
  ...HOME,
  ...KITCHEN,
  ...ELECTRONICS,
  ...BEAUTY,
  ...SPORTS,
  ...TOYS_AND_BOOKS,
  ...GROCERIES,
  ...GARDEN_AND_TOOLS,
  ...MUSIC_PETS_OFFICE,
];

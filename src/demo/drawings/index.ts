import { BEAUTY } from './beauty.ts';
import { CLOTHES } from './clothes.ts';
import { ELECTRONICS } from './electronics.ts';
import { HOME } from './home.ts';
import { KITCHEN } from './kitchen.ts';
import { OUTDOOR } from './outdoor.ts';
import { PLAY } from './play.ts';
import { circle, type Drawing, path, rect } from './shapes.ts';
import { SHOES_AND_BAGS } from './shoes-and-bags.ts';

const DRAWINGS: Readonly<Record<string, Drawing>> = {
  ...CLOTHES,
  ...SHOES_AND_BAGS,
  ...HOME,
  ...KITCHEN,
  ...ELECTRONICS,
  ...OUTDOOR,
  ...BEAUTY,
  ...PLAY,
};

/** A parcel: for things the demo shop has no drawing of. */
const parcel: Drawing = ({ main, deep, pale }) =>
  [
    path('M70 118 L160 84 L250 118 L160 152 Z', pale),
    rect(70, 118, 180, 138, 6, main),
    rect(146, 118, 28, 138, 0, deep),
    circle(160, 118, 6, deep),
  ].join('');

export const drawingOf = (typeId: string | undefined): Drawing =>
  (typeId === undefined ? undefined : DRAWINGS[typeId]) ?? parcel;

export const hasDrawing = (typeId: string): boolean => Object.hasOwn(DRAWINGS, typeId);

/** Told on the document when a shopper agrees that more is kept. */
export const AGREED = 'floorwalker-agreed';

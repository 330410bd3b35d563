/** Signs behind a number that make it a measure and no price, the same in every language; their words stand in the locale files. */
export const SIGNS_OF_UNITS: readonly string[] =
  'mm cm m km ml cl l dl g kg mg lb lbs oz ft yd w kw v mah wh gb tb mb mp hz khz bar psi % k x'.split(' ');

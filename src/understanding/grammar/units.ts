/** What follows a number that is a measure and no price; normalised, the same in our languages or listed for all. */
export const UNITS: readonly string[] = [
  ...'mm cm m km ml cl l dl g kg mg lb lbs oz inch inches ft feet yd w watt watts kw v volt mah wh gb tb mb mp'.split(
    ' ',
  ),
  ...'hz khz bar psi liter liters litre litres liter litro litros meter meters metre metres metro metros zoll pouce pouces'.split(
    ' ',
  ),
  ...'pulgada pulgadas gramm gram grams gramme grammes gramo gramos kilo kilos stuck pack pcs pieces piece teile teilig pieza'.split(
    ' ',
  ),
  ...'piezas pieces personen people person persons personas personnes years year jahre jahr anos ano ans months monate meses'.split(
    ' ',
  ),
  ...'litern metern millimetern zentimeter zentimetern centimeters centimetres millimeters millimetres kilogramm kilogram kilograms'.split(
    ' ',
  ),
  ...'kilogramme kilogrammes kilogramos gigabyte gigabytes terabyte terabytes gigaoctets ounces gallon gallons lumen lumens'.split(
    ' ',
  ),
  ...'mois days tage dias jours hours stunden horas heures minutes minuten minutos percent prozent % x fach k times mal stars'.split(
    ' ',
  ),
];

/**
 * Whether digits are a GTIN-8, -12, -13 or -14 with its check digit.
 *
 * @see GS1 General Specifications, section 7.9: weights 1, 3, 1, 3 ... from the right, the check digit included.
 */
export function hasCheckDigit(digits: string): boolean {
  if (!/^(?:\d{8}|\d{12,14})$/.test(digits)) return false;
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, position) => total + Number(digit) * (position % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}

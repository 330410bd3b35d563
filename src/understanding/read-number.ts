const SEPARATORS = /[.,'’\s]/gu;

/**
 * Reads "1.200,50", "1,200.50", "1 200", "1'200" or "42.5". The last of two different separators is the decimal
 * sign. One separator before exactly three digits parts thousands ("1.200", "1,200"), unless the number begins with
 * 0; before any other count it is the decimal sign.
 *
 * @returns undefined when it is no finite, safe number.
 */
export function readNumber(written: string): number | undefined {
  const digits = written.normalize('NFKC');
  const separators = digits.match(SEPARATORS) ?? [];
  const last = separators.at(-1);
  const value = Number(toDecimal(digits, last, new Set(separators)));
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : undefined;
}

function toDecimal(digits: string, last: string | undefined, kinds: ReadonlySet<string>): string {
  if (last === undefined) return digits;
  const at = digits.lastIndexOf(last);
  const tail = digits.slice(at + 1);
  const occurrences = digits.split(last).length - 1;
  const canBeDecimal = (last === '.' || last === ',') && occurrences === 1;
  const partsThousands = kinds.size === 1 && tail.length === 3 && !/^0+[.,]/.test(digits);
  if (!canBeDecimal || partsThousands) return digits.replace(SEPARATORS, '');
  return `${digits.slice(0, at).replace(SEPARATORS, '')}.${tail}`;
}

/** Opening and closing marks; some keyboards write the curved ones by themselves. */
const QUOTED = /^(?:"(?<plain>(?:[^"]|"")*)"|“(?<curved>[^”]*)”)\s*(?:,|$)/u;

/**
 * The words of a line with commas between them. One that holds a comma itself stands in quotation marks, in which `""` is a
 * quotation mark: `litre, "1,5 l"` is two words. A mark that is not closed belongs to its word.
 */
export function splitWords(line: string): string[] {
  const words: string[] = [];
  let rest = line.trimStart();
  while (rest !== '') {
    const quoted = QUOTED.exec(rest);
    const end = rest.indexOf(',');
    const word =
      quoted === null
        ? rest.slice(0, end < 0 ? undefined : end)
        : (quoted.groups?.plain?.replaceAll('""', '"') ?? quoted.groups?.curved ?? '');
    if (word.trim() !== '') words.push(word.trim());
    rest = rest.slice(quoted?.[0].length ?? (end < 0 ? rest.length : end + 1)).trimStart();
  }
  return words;
}

/** The line that `splitWords` reads as these words. */
export const joinWords = (words: readonly string[]): string =>
  words.map((word) => (/,|^["“]/u.test(word) ? `"${word.replaceAll('"', '""')}"` : word)).join(', ');

/** Marks that come in pairs, by the closing one. */
const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '”': '“', '»': '«', '」': '「' };
/** German ones end in the mark that others begin with. */
const LOW_QUOTES = /„[^„“”]*[“”]/gu;
const UNSPACED = new Set(['ja']);

/** Characters by which an end is known again. */
const TAIL = 14;

/**
 * What a cut has broken in a text, or undefined: a line without an end or with an open one, a beginning in small letters or with what goes
 * on from something, an announcement of nothing, marks without their partner. What its writer wrote so is not broken by a cut.
 */
export function findBroken(
  text: string,
  {
    language,
    openEnds,
    connectives,
    names,
    written,
  }: {
    readonly language: string;
    /** The text before anything was cut. */
    readonly written: string;
    readonly openEnds: readonly string[];
    readonly connectives: readonly string[];
    /** Names may begin as they like. */
    readonly names: readonly string[];
  },
): string | undefined {
  if (text === '') return undefined;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const [first = ''] = lines;
  if (/^[,;:.、。]/u.test(first) || connectives.some((connective) => first.startsWith(connective)))
    return 'begins as if something went before';
  if (!UNSPACED.has(language) && /^\p{Ll}/u.test(first) && !names.some((name) => first.startsWith(name)))
    return 'begins in a small letter';
  for (const [index, line] of lines.entries()) {
    const isItem = /^\s*[-*•]\s+\S/u.test(line);
    // Emphasis may be dropped.
    const bare = (words: string) => words.replaceAll('*', '').trimEnd();
    const tail = bare(line).slice(-TAIL);
    const isAsWritten = written.split('\n').some((one) => bare(one).endsWith(tail));
    const announces = /:$|：$/u.test(line) && /^\s*[-*•]/u.test(lines[index + 1] ?? '');
    if (!isItem && !announces && !isAsWritten && !/[.!?…。！？]["'“”»」)*\s]*$/u.test(line))
      return 'has no end';
    const marks = /.{0,6}(?:[,;:、–—]\s*[.!?…。！？]|\p{L}-\s*[.!?…。！？]|\.\.(?!\.)|\s[.,](?:\s|$))/u.exec(
      line,
    )?.[0];
    if (marks !== undefined && !written.includes(marks)) return 'has marks beside each other';
    const words = line.replace(/[.!?…。！？"'“”»」)*]+$/u, '').split(/\s+/);
    if (!bare(written).includes(tail) && openEnds.includes(words.at(-1)?.toLowerCase() ?? ''))
      return 'stops in the middle';
    if (!isBalanced(line)) return 'has half a pair of marks';
  }
  return undefined;
}

function isBalanced(line: string): boolean {
  const open: string[] = [];
  for (const mark of line.replace(LOW_QUOTES, '')) {
    if (Object.values(PAIRS).includes(mark)) open.push(mark);
    else if (mark in PAIRS && open.pop() !== PAIRS[mark]) return false;
  }
  return (
    open.length === 0 &&
    (line.match(/\*\*/g)?.length ?? 0) % 2 === 0 &&
    (line.match(/"/g)?.length ?? 0) % 2 === 0
  );
}

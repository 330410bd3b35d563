/** Marks that come in pairs, by the closing one. */
const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '”': '“', '»': '«', '」': '「' };
/** German ones end in the mark that others begin with. */
const LOW_QUOTES = /„[^„“”]*[“”]/gu;
const UNSPACED = new Set(['ja']);

/**
 * What is broken in a text, or undefined: a line without an end or with an open one, a beginning in small letters or with what goes on from
 * something, an announcement of nothing, marks without their partner.
 */
export function findBroken(
  text: string,
  {
    language,
    openEnds,
    connectives,
    names,
  }: {
    readonly language: string;
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
    const announces = /:$|：$/u.test(line) && /^\s*[-*•]/u.test(lines[index + 1] ?? '');
    if (!isItem && !announces && !/[.!?…。！？]["'”»」)*\s]*$/u.test(line)) return 'has no end';
    if (/[,;:、–—]\s*[.!?…。！？]|\p{L}-\s*[.!?…。！？]|\.\.(?!\.)|\s[.,](?:\s|$)/u.test(line))
      return 'has marks beside each other';
    const words = line.replace(/[.!?…。！？"'”»」)*]+$/u, '').split(/\s+/);
    if (openEnds.includes(words.at(-1)?.toLowerCase() ?? '')) return 'stops in the middle';
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

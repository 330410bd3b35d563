/** The mark of a list kept, those of headings and quotations not; a ruler is nothing. */
export function readLine(line: string): { readonly marker: string; readonly body: string } {
  const bare = line.replace(/^(?:>\s*|#{1,6}\s+)+/, '');
  if (/^[-*_=\s]+$/.test(bare)) return { marker: '', body: '' };
  const item = /^(?:[-*•+]|(\d{1,2})[.)])\s+/.exec(bare);
  if (item === null) return { marker: '', body: bare };
  return { marker: item[1] === undefined ? '- ' : `${item[1]}. `, body: bare.slice(item[0].length) };
}

/** Emphasis that does not close within its sentence is dropped. */
export function balanceEmphasis(body: string): string {
  const stars = body.match(/\*+/g) ?? [];
  const isBalanced =
    stars.length % 2 === 0 && stars.every((run, index) => index % 2 === 0 || run === stars[index - 1]);
  return isBalanced ? body : body.replace(/\*+/g, '');
}

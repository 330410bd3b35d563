import type { Claim } from '../../domain/turn.ts';

/** A piece of a text, and what proves it. */
export interface MarkedPiece {
  readonly text: string;
  readonly evidence?: string;
}

/** Cuts a text at its claims, each at its first place that no claim before it has; what is not found stays unmarked. */
export function cutAtClaims(text: string, claims: readonly Claim[]): readonly MarkedPiece[] {
  const taken: { from: number; end: number; evidence: string }[] = [];
  for (const claim of claims) {
    const from = firstFree(text, claim.text, taken);
    if (from !== undefined) taken.push({ from, end: from + claim.text.length, evidence: claim.evidence });
  }
  taken.sort((left, right) => left.from - right.from);
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const { from, end, evidence } of taken) {
    if (from > at) pieces.push({ text: text.slice(at, from) });
    pieces.push({ text: text.slice(from, end), evidence });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}

function firstFree(
  text: string,
  wanted: string,
  taken: readonly { readonly from: number; readonly end: number }[],
): number | undefined {
  if (wanted === '') return undefined;
  for (let from = text.indexOf(wanted); from !== -1; from = text.indexOf(wanted, from + 1)) {
    const end = from + wanted.length;
    if (taken.every((other) => end <= other.from || from >= other.end)) return from;
  }
  return undefined;
}

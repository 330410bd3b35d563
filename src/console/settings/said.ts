/** What stands in a setting, in words: each thing once, by what it is called. */
export type Said = readonly (readonly [what: string, is: string])[];

/** One thing that is another than before; without `was` it came, without `is` it went. */
export interface SaidChange {
  readonly what: string;
  readonly was?: string;
  readonly is?: string;
}

/** What is another in the second than in the first: what came or changed in its own order, then what went. */
export function changesSaid(before: Said, after: Said): readonly SaidChange[] {
  const [was, is] = [new Map(before), new Map(after)];
  return [
    ...[...is].flatMap(([what, text]) => {
      const old = was.get(what);
      if (old === text) return [];
      return [{ what, is: text, ...(old !== undefined && { was: old }) }];
    }),
    ...[...was].flatMap(([what, text]) => (is.has(what) ? [] : [{ what, was: text }])),
  ];
}

/** Something that could go into a bundle beside the product it is made for. */
export interface BundlePiece {
  readonly productId: string;
  /** Key of its leaf category; empty when unknown. */
  readonly leaf: string;
  readonly priceMinor: number;
}

export interface BundleRequest<Piece extends BundlePiece> {
  /** In every bundle. */
  readonly anchor: Piece;
  /** At most some twenty: all their combinations are looked at. */
  readonly pieces: readonly Piece[];
  /** Of all pieces together, in the same currency as they; no limit when absent. */
  readonly budgetMinor?: number;
  /** How surely two products belong together, >= 0 and the same from both sides. */
  readonly affinity: (left: string, right: string) => number;
  readonly isCompatible: (left: Piece, right: Piece) => boolean;
  readonly limit: number;
}

export interface Bundle<Piece extends BundlePiece> {
  /** The anchor first, the others by what ties them to the rest, surest first. */
  readonly pieces: readonly Piece[];
  readonly totalMinor: number;
  /** Sum of the affinities of all its pairs. */
  readonly affinity: number;
}

const MOST_COMPANIONS = 3;

/**
 * The bundles of two to four things with the highest sum of pair affinities, by exact search: every companion belongs with the
 * anchor, no two things are of one leaf category, all are compatible, and all of it is within the budget. A bundle that is part
 * of another one, or holds it, is not offered beside it. Ties by productId: the order is total.
 *
 * Cost: O(pieces³ · 6), pruned by budget and compatibility.
 */
export function chooseBundles<Piece extends BundlePiece>(request: BundleRequest<Piece>): Bundle<Piece>[] {
  const { anchor, affinity, budgetMinor = Number.POSITIVE_INFINITY } = request;
  const companions = request.pieces.filter(
    (piece) => piece.productId !== anchor.productId && affinity(anchor.productId, piece.productId) > 0,
  );
  const found: Bundle<Piece>[] = [];
  const extend = (bundle: Bundle<Piece>, from: number): void => {
    if (bundle.pieces.length > 1) found.push(bundle);
    if (bundle.pieces.length > MOST_COMPANIONS) return;
    companions.slice(from).forEach((piece, offset) => {
      const totalMinor = bundle.totalMinor + piece.priceMinor;
      const fits = bundle.pieces.every(
        (other) => canStand(other, piece) && request.isCompatible(other, piece),
      );
      if (totalMinor > budgetMinor || !fits) return;
      const gained = bundle.pieces.reduce(
        (sum, other) => sum + affinity(other.productId, piece.productId),
        0,
      );
      const pieces = [...bundle.pieces, piece];
      extend({ pieces, totalMinor, affinity: bundle.affinity + gained }, from + offset + 1);
    });
  };
  extend({ pieces: [anchor], totalMinor: anchor.priceMinor, affinity: 0 }, 0);
  found.sort((left, right) => right.affinity - left.affinity || (nameOf(left) < nameOf(right) ? -1 : 1));
  const chosen: Bundle<Piece>[] = [];
  for (const bundle of found) {
    if (chosen.length === request.limit) break;
    if (!chosen.some((other) => holds(other, bundle) || holds(bundle, other))) chosen.push(bundle);
  }
  return chosen;
}

const canStand = (left: BundlePiece, right: BundlePiece): boolean =>
  left.leaf === '' || right.leaf === '' || left.leaf !== right.leaf;

const idsOf = ({ pieces }: Bundle<BundlePiece>): ReadonlySet<string> =>
  new Set(pieces.map(({ productId }) => productId));

const holds = (whole: Bundle<BundlePiece>, part: Bundle<BundlePiece>): boolean =>
  idsOf(part).isSubsetOf(idsOf(whole));

const nameOf = (bundle: Bundle<BundlePiece>): string => [...idsOf(bundle)].sort().join('\n');
